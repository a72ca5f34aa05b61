package tusoi.review.cycles.domain;

import static tusoi.review.cycles.domain.CycleRules.REV_05;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.contract.ExclusionReason;

/**
 * A member as it stood on the opening day.
 *
 * @param admittedOn null where the register does not know
 * @param reviewedElsewhere in another cycle of the same year and kind
 */
public record MemberOnDay(
        boolean exempt, boolean suspended, @Nullable LocalDate admittedOn, boolean reviewedElsewhere) {
    /** REV-04 and REV-05: 124-QĐ/TW Đ5.2. Who has been in for exactly the profile's months is graded. */
    public Optional<ExclusionReason> exclusion(LocalDate openedOn, RuleProfile profile) {
        if (reviewedElsewhere) {
            return Optional.of(ExclusionReason.OTHER);
        }
        if (exempt) {
            return Optional.of(ExclusionReason.EXEMPT);
        }
        if (suspended) {
            return Optional.of(ExclusionReason.SUSPENDED);
        }
        return isNew(openedOn, profile) ? Optional.of(ExclusionReason.NEW_UNDER_6_MONTHS) : Optional.empty();
    }

    private boolean isNew(LocalDate openedOn, RuleProfile profile) {
        long months = profile.number(REV_05, "months").longValueExact();
        return admittedOn != null && admittedOn.plusMonths(months).isAfter(openedOn);
    }
}
