package tusoi.org.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.dues.domain.Payment.Category;
import tusoi.org.dues.domain.Payment.Known;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.Warning;

/** Under the profile that is shipped: 01-QĐ/TW of 2026. */
class DuesRulesTest {
    private static final UUID MEMBER = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.parse("2026-05-20");
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private final RuleProfile profile = shipped("rules/dues-01-QD.json");

    // ORG-110
    @Test
    void duesArePaidWhereTheMemberIsAtHome() {
        assertRefused(paid(5000, Category.STUDENT, null, MAY).enter(known(false), profile), DuesRules.ORG_110);
        assertThat(warnings(paid(5000, Category.STUDENT, null, MAY).enter(known(true), profile)))
                .isEmpty();
    }

    // ORG-111
    @Test
    void aYearAheadCanBePaidAndNoDayToCome() {
        Known known = known(true);
        assertThat(warnings(paid(1, Category.OTHER, null, MAY.plusMonths(12)).enter(known, profile)))
                .isEmpty();
        assertRefused(paid(1, Category.OTHER, null, MAY.plusMonths(13)).enter(known, profile), DuesRules.ORG_111);
        Payment tomorrow = new Payment(MEMBER, MAY, 1, Category.OTHER, null, TODAY.plusDays(1), null);
        assertRefused(tomorrow.enter(known, profile), DuesRules.ORG_111);
    }

    // ORG-112
    @Test
    void theAmountIsTheShareOfTheCategoryLessWhatIsReduced() {
        Known known = known(true);
        assertThat(warnings(paid(100_000, Category.SALARY, 10_000_000L, MAY).enter(known, profile)))
                .isEmpty();
        assertThat(warnings(paid(100_000, Category.PENSION, 10_000_000L, MAY).enter(known, profile)))
                .containsExactly(DuesRules.ORG_112);
        assertThat(warnings(paid(51_000, Category.PENSION, 10_000_000L, MAY).enter(known, profile)))
                .isEmpty();
        assertThat(warnings(paid(3_000, Category.STUDENT, null, MAY).enter(known, profile)))
                .containsExactly(DuesRules.ORG_112);
        Known reduced = new Known(TODAY, true, List.of(relief(Relief.Kind.REDUCED, 30, MAY, MAY)));
        assertThat(warnings(paid(70_000, Category.SALARY, 10_000_000L, MAY).enter(reduced, profile)))
                .isEmpty();
        assertThat(warnings(paid(100_000, Category.SALARY, 10_000_000L, MAY).enter(reduced, profile)))
                .containsExactly(DuesRules.ORG_112);
    }

    // ORG-113
    @Test
    void whoIsExemptPaysNothing() {
        Known exempt = new Known(TODAY, true, List.of(relief(Relief.Kind.EXEMPT, null, MAY, null)));
        assertThat(warnings(paid(1000, Category.OTHER, null, MAY).enter(exempt, profile)))
                .containsExactly(DuesRules.ORG_113);
    }

    // ORG-114
    @Test
    void aReductionHasAKnownShareAndTwelveMonthsAtMost() {
        assertThat(warnings(
                        relief(Relief.Kind.REDUCED, 50, MAY, MAY.plusMonths(11)).grant(List.of(), profile)))
                .isEmpty();
        assertThat(warnings(
                        relief(Relief.Kind.REDUCED, 50, MAY, MAY.plusMonths(12)).grant(List.of(), profile)))
                .containsExactly(DuesRules.ORG_114);
        assertThat(warnings(relief(Relief.Kind.REDUCED, 40, MAY, MAY).grant(List.of(), profile)))
                .containsExactly(DuesRules.ORG_114);
        assertThat(warnings(relief(Relief.Kind.EXEMPT, null, MAY, null).grant(List.of(), profile)))
                .isEmpty();
    }

    // ORG-115
    @Test
    void oneReliefAtATimeAndEachBeginsBeforeItEnds() {
        Relief held = relief(Relief.Kind.EXEMPT, null, MAY, MAY.plusMonths(2));
        assertRefused(
                relief(Relief.Kind.GOOD_REASON, null, MAY.plusMonths(2), null).grant(List.of(held), profile),
                DuesRules.ORG_115);
        assertThat(warnings(relief(Relief.Kind.GOOD_REASON, null, MAY.plusMonths(3), null)
                        .grant(List.of(held), profile)))
                .isEmpty();
        assertRefused(
                relief(Relief.Kind.EXEMPT, null, MAY, MAY.minusMonths(1)).grant(List.of(), profile), DuesRules.ORG_115);
        assertRefused(relief(Relief.Kind.REDUCED, null, MAY, MAY).grant(List.of(), profile), DuesRules.ORG_115);
        assertRefused(held.end(MAY.plusMonths(2)), DuesRules.ORG_115);
        assertThat(held.end(MAY.plusMonths(1))).isInstanceOf(Accepted.class);
        assertThat(held.end(MAY.minusMonths(1))).isInstanceOf(Accepted.class);
        assertRefused(held.end(MAY.minusMonths(2)), DuesRules.ORG_115);
    }

    @Test
    void paidThroughIsTheLastMonthBeforeTheFirstThatIsOwed() {
        assertThat(through()).isNull();
        assertThat(through(DuesMonth.State.OPEN, DuesMonth.State.OPEN)).isNull();
        assertThat(through(DuesMonth.State.UNPAID, DuesMonth.State.PAID)).isNull();
        assertThat(through(DuesMonth.State.OPEN, DuesMonth.State.PAID, DuesMonth.State.EXEMPT, DuesMonth.State.EXCUSED))
                .isEqualTo(MAY.plusMonths(3));
        assertThat(through(DuesMonth.State.PAID, DuesMonth.State.UNPAID, DuesMonth.State.PAID))
                .isEqualTo(MAY);
        assertThat(through(DuesMonth.State.PAID, DuesMonth.State.OPEN)).isEqualTo(MAY);
    }

    private static @Nullable YearMonth through(DuesMonth.State... states) {
        YearMonth[] month = {MAY.minusMonths(1)};
        return DuesMonth.paidThrough(Arrays.stream(states)
                .map(state -> {
                    month[0] = month[0].plusMonths(1);
                    return new DuesMonth(month[0], state);
                })
                .toList());
    }

    private static Payment paid(long amount, Category category, @Nullable Long base, YearMonth month) {
        return new Payment(MEMBER, month, amount, category, base, TODAY, null);
    }

    private static Relief relief(Relief.Kind kind, @Nullable Integer percent, YearMonth from, @Nullable YearMonth to) {
        return new Relief(UUID.randomUUID(), MEMBER, kind, "HARDSHIP", percent, from, to);
    }

    private static Known known(boolean atHome) {
        return new Known(TODAY, atHome, List.of());
    }

    private static <T> List<Rule> warnings(Decision<T, T> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<T, T>) decision)
                .warnings().stream().map(Warning::rule).toList();
    }

    private static <T> void assertRefused(Decision<T, T> decision, Rule rule) {
        assertThat(decision).isInstanceOf(Refused.class);
        assertThat(((Refused<T, T>) decision).rule()).isEqualTo(rule);
    }

    /** Only the numbers are needed here. */
    private static RuleProfile shipped(String path) {
        try (var in = new ClassPathResource(path).getInputStream()) {
            JsonNode file = JsonMapper.shared().readTree(in);
            var rules = new HashMap<String, RuleProfile.Entry>();
            file.path("rules").properties().forEach(rule -> {
                var numbers = new HashMap<String, BigDecimal>();
                rule.getValue()
                        .path("numbers")
                        .properties()
                        .forEach(number ->
                                numbers.put(number.getKey(), number.getValue().decimalValue()));
                rules.put(
                        rule.getKey(),
                        new RuleProfile.Entry(
                                Map.of("vi", "x"), "x", RuleProfile.Mark.SECONDARY, RuleProfile.Mode.WARN, numbers));
            });
            return new RuleProfile(
                    file.path("code").asString(),
                    "dues",
                    LocalDate.parse(file.path("validFrom").asString()),
                    null,
                    rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
