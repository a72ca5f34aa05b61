package tusoi.org.dues.domain;

import static tusoi.org.dues.domain.DuesRules.ORG_114;
import static tusoi.org.dues.domain.DuesRules.ORG_115;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/**
 * Less dues, or none, for the months from {@code from} to {@code to}, both included.
 *
 * @param percent by how much they are reduced; null for other kinds
 */
public record Relief(
        UUID id,
        UUID member,
        Kind kind,
        String ground,
        @Nullable Integer percent,
        YearMonth from,
        @Nullable YearMonth to) {
    public enum Kind {
        EXEMPT,
        REDUCED,
        /** Not paid for a good reason that the branch has accepted. */
        GOOD_REASON
    }

    public boolean holdsIn(YearMonth month) {
        return !month.isBefore(from) && (to == null || !month.isAfter(to));
    }

    /** ORG-114, ORG-115. */
    public Decision<Relief, Relief> grant(List<Relief> others, RuleProfile profile) {
        if ((to != null && to.isBefore(from)) || (kind == Kind.REDUCED) == (percent == null)) {
            return Decision.refused(
                    ORG_115,
                    "It ends before it begins, or the share is missing or out of place",
                    Map.of("fromMonth", from.toString()));
        }
        if (others.stream().anyMatch(this::meets)) {
            return Decision.refused(
                    ORG_115, "There is another relief in these months", Map.of("fromMonth", from.toString()));
        }
        BigDecimal months = profile.number(ORG_114, "reductionMonths");
        boolean shortEnough = kind != Kind.REDUCED
                || (to != null
                        && BigDecimal.valueOf(ChronoUnit.MONTHS.between(from, to) + 1)
                                        .compareTo(months)
                                <= 0);
        return Decision.<Relief, Relief>accepted(this, this)
                .warnUnless(
                        shortEnough && isKnownShare(profile),
                        ORG_114,
                        "The share or the length is not one that the rule knows",
                        Map.of(
                                "percent",
                                percent == null ? 0 : percent,
                                "reductionMonths",
                                months,
                                "profile",
                                profile.code()));
    }

    /** ORG-115: the last month is an earlier one than it was. */
    public Decision<Relief, Relief> end(YearMonth last) {
        if (last.isBefore(from.minusMonths(1)) || (to != null && !last.isBefore(to))) {
            return Decision.refused(ORG_115, "It does not hold after that month", Map.of("toMonth", last.toString()));
        }
        return Decision.accepted(this, new Relief(id, member, kind, ground, percent, from, last));
    }

    private boolean meets(Relief other) {
        return (other.to == null || !from.isAfter(other.to)) && (to == null || !other.from.isAfter(to));
    }

    private boolean isKnownShare(RuleProfile profile) {
        List<BigDecimal> shares = profile.rule(ORG_114).numbers().entrySet().stream()
                .filter(number -> number.getKey().startsWith("reductionPercent"))
                .map(Map.Entry::getValue)
                .toList();
        return percent == null
                || shares.isEmpty()
                || shares.stream().anyMatch(share -> share.compareTo(BigDecimal.valueOf(percent)) == 0);
    }
}
