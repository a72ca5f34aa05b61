package tusoi.scope;

import static tusoi.scope.Right.*;

import java.util.EnumSet;
import java.util.Set;

/** Who somebody is at a unit. A grant is role × unit × validity. */
public enum Role {
    /** Keeps accounts and grants of the unit and below; reads the tree. */
    REGISTER_ADMINISTRATOR(EnumSet.of(
            UNIT_READ,
            UNIT_WRITE,
            MEMBER_READ,
            MEMBER_IMPORT,
            MEMBER_WRITE,
            BRANCH_WRITE,
            ACCOUNT_ADMIN,
            AUDIT_READ,
            FIGURES_READ)),
    /** A district's or ward's organisation department: the register, the cycles, the figures. */
    ORGANISATION_OFFICER(EnumSet.of(
            UNIT_READ,
            UNIT_WRITE,
            MEMBER_READ,
            MEMBER_WRITE,
            MEMBER_IMPORT,
            BRANCH_WRITE,
            CYCLE_OPEN,
            REVIEW_READ,
            REVIEW_WRITE,
            TARGET_SET,
            FIGURES_READ)),
    /** The inspection committee's office: cases and removals from the first signal to the decision. */
    INSPECTION_OFFICER(EnumSet.of(UNIT_READ, MEMBER_READ, CASE_READ, CASE_WRITE, FIGURES_READ)),
    /** Records what a committee (cấp ủy) has decided: grades, discipline, removals. */
    COMMITTEE_OFFICER(EnumSet.of(
            UNIT_READ, MEMBER_READ, REVIEW_READ, REVIEW_WRITE, REVIEW_DECIDE, CASE_READ, CASE_DECIDE, FIGURES_READ)),
    /** A branch's or base's secretary: the unit's own members and books, reviews and reports upward. */
    SECRETARY(EnumSet.of(UNIT_READ, MEMBER_READ, BRANCH_WRITE, REVIEW_READ, REVIEW_WRITE, FIGURES_READ)),
    /** Reads figures and the tree, nothing of persons. */
    OBSERVER(EnumSet.of(UNIT_READ, FIGURES_READ));

    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = rights;
    }

    public Set<Right> rights() {
        return Set.copyOf(rights);
    }

    public boolean allows(Right right) {
        return rights.contains(right);
    }
}
