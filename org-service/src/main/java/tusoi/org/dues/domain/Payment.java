package tusoi.org.dues.domain;

import static tusoi.org.dues.domain.DuesRules.ORG_110;
import static tusoi.org.dues.domain.DuesRules.ORG_111;
import static tusoi.org.dues.domain.DuesRules.ORG_112;
import static tusoi.org.dues.domain.DuesRules.ORG_113;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/**
 * A member's dues of a month, in đồng.
 *
 * @param base the salary or pension the amount is a share of; asked for the check alone and kept nowhere
 */
public record Payment(
        UUID member,
        YearMonth month,
        long amount,
        Category category,
        @Nullable Long base,
        LocalDate paidOn,
        @Nullable UUID receivedBy) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What an amount is measured by. */
    public enum Category {
        SALARY,
        PENSION,
        STUDENT,
        OTHER
    }

    /**
     * What the register knows about it.
     *
     * @param reliefs those of the member in that month
     */
    public record Known(LocalDate today, boolean atHome, List<Relief> reliefs) {}

    /** ORG-110 to ORG-113. */
    public Decision<Payment, Payment> enter(Known known, RuleProfile profile) {
        if (!known.atHome()) {
            return Decision.refused(
                    ORG_110, "Not at home in the branch in that month", Map.of("month", month.toString()));
        }
        int ahead = profile.number(ORG_111, "monthsAhead").intValueExact();
        if (paidOn.isAfter(known.today())
                || month.isAfter(YearMonth.from(paidOn).plusMonths(ahead))) {
            return Decision.refused(
                    ORG_111,
                    "Paid on a day to come, or for a month more than " + ahead + " months ahead",
                    Map.of("paidOn", paidOn, "month", month.toString(), "monthsAhead", ahead));
        }
        int reduced = known.reliefs().stream()
                .filter(relief -> relief.kind() == Relief.Kind.REDUCED)
                .mapToInt(relief -> relief.percent() == null ? 0 : relief.percent())
                .max()
                .orElse(0);
        boolean exempt = known.reliefs().stream().anyMatch(relief -> relief.kind() == Relief.Kind.EXEMPT);
        Optional<BigDecimal> wanted = wanted(profile)
                .map(full -> full.multiply(BigDecimal.valueOf(100L - reduced)).divide(HUNDRED));
        boolean fits = wanted.map(sum -> sum.subtract(BigDecimal.valueOf(amount))
                                .abs()
                                .compareTo(profile.number(ORG_112, "toleranceDong"))
                        <= 0)
                .orElse(true);
        return Decision.<Payment, Payment>accepted(this, this)
                .warnUnless(
                        fits,
                        ORG_112,
                        "It is not the amount of the category",
                        Map.of(
                                "amount",
                                amount,
                                "wanted",
                                wanted.orElse(BigDecimal.ZERO).toBigInteger(),
                                "reducedPercent",
                                reduced,
                                "profile",
                                profile.code()))
                .warnUnless(!exempt, ORG_113, "The member is exempt in that month", Map.of("profile", profile.code()));
    }

    private Optional<BigDecimal> wanted(RuleProfile profile) {
        return switch (category) {
            case SALARY -> share(profile.number(ORG_112, "salaryPercent"));
            case PENSION -> share(profile.number(ORG_112, "pensionPercent"));
            case STUDENT -> Optional.of(profile.number(ORG_112, "studentDong"));
            case OTHER -> Optional.empty();
        };
    }

    private Optional<BigDecimal> share(BigDecimal percent) {
        return Optional.ofNullable(base)
                .map(sum -> BigDecimal.valueOf(sum).multiply(percent).divide(HUNDRED));
    }
}
