package tusoi.review.cycles.domain;

import java.util.EnumSet;
import java.util.Set;
import tusoi.review.contract.SubjectType;

/** A unit under the opening one as it stood on the opening day. */
public record UnitOnDay(String level, String form) {
    /** REV-06: each unit but a party group, which decides nothing; a collective where the form is a party organisation. */
    public Set<SubjectType> reviewedAs() {
        if (level.equals("PARTY_GROUP")) {
            return EnumSet.noneOf(SubjectType.class);
        }
        return form.equals("PARTY_ORGANISATION")
                ? EnumSet.of(SubjectType.UNIT, SubjectType.LEADERSHIP_COLLECTIVE)
                : EnumSet.of(SubjectType.UNIT);
    }
}
