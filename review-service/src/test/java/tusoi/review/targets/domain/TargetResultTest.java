package tusoi.review.targets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Outcomes.passed;
import static tusoi.review.Outcomes.refused;
import static tusoi.review.Profiles.day;
import static tusoi.review.targets.domain.TargetRules.REV_19;
import static tusoi.review.targets.domain.TargetRules.REV_20;
import static tusoi.review.targets.domain.TargetRules.REV_21;
import static tusoi.review.targets.domain.TargetRules.REV_22;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.Profiles;
import tusoi.review.contract.TargetComparison;
import tusoi.review.contract.TargetEventType;
import tusoi.review.contract.TargetId;
import tusoi.review.contract.TargetMeasure;
import tusoi.review.contract.UnitId;

/** REV-19, REV-20, REV-21, REV-22 */
class TargetResultTest {
    private static final LocalDate TODAY = day("2022-11-22");
    private static final Achievement BY_2018 = new Achievement(_ -> Profiles.of2018());

    @Test // REV-20
    void aResultIsOfADayOfTheTargetThatHasCome() {
        Target target = target(TargetMeasure.VND, TargetComparison.AT_LEAST);
        refused(entered(target, "2021-12-31", "1"), REV_20);
        passed(entered(target, "2022-01-01", "1"));
        passed(entered(target, "2022-11-22", "1"));
        refused(entered(target, "2022-11-23", "1"), REV_20);
        refused(target.record(id(1), entry("2023-01-01", "1"), day("2023-06-01"), BY_2018), REV_20);
        passed(target.record(id(1), entry("2022-12-31", "1"), day("2023-06-01"), BY_2018));
    }

    @Test // REV-20
    void aDayHasOneResultWhichMayBeCorrected() {
        Target one = passed(entered(target(TargetMeasure.VND, TargetComparison.AT_LEAST), "2022-06-30", "1"));
        refused(one.record(id(2), entry("2022-06-30", "2"), TODAY, BY_2018), REV_20);
        Target two = passed(one.record(id(2), entry("2022-03-31", "2"), TODAY, BY_2018));
        assertThat(two.results()).extracting(TargetResult::id).containsExactly(id(2), id(1));
        refused(two.correct(id(2), entry("2022-06-30", "2"), TODAY, BY_2018), REV_20);
        Target corrected = passed(two.correct(id(1), entry("2022-06-30", "3"), TODAY, BY_2018));
        assertThat(corrected.results().getLast().value()).isEqualTo("3");
        assertThat(corrected.without(id(1)).results())
                .extracting(TargetResult::id)
                .containsExactly(id(2));
    }

    @Test // REV-20
    void resultsHaveAnEnd() {
        Achievement one = new Achievement(_ -> Profiles.with(Profiles.of2018(), REV_20, "mostResults", 1));
        Target target = passed(target(TargetMeasure.VND, TargetComparison.AT_LEAST)
                .record(id(1), entry("2022-06-30", "1"), TODAY, one));
        refused(target.record(id(2), entry("2022-07-31", "1"), TODAY, one), REV_20);
        passed(target.correct(id(1), entry("2022-07-31", "1"), TODAY, one));
    }

    @Test // REV-19
    void anAmountFitsItsMeasure() {
        Target money = target(TargetMeasure.VND, TargetComparison.AT_LEAST);
        refused(entered(money, "2022-06-30", "-1"), REV_19);
        passed(entered(money, "2022-06-30", "0"));
        refused(entered(money, "2022-06-30", "0.5"), REV_19);
        passed(entered(money, "2022-06-30", "7170000000.00"));
        Target share = target(TargetMeasure.PERCENT, TargetComparison.AT_LEAST);
        passed(entered(share, "2022-06-30", "102.5"));
        refused(entered(share, "2022-06-30", "102.50001"), REV_19);
    }

    @ParameterizedTest(name = "{0}, {1} of 100: {2}") // REV-21
    @CsvSource({
        "AT_LEAST,100,true",
        "AT_LEAST,99.9999,false",
        "AT_LEAST,179.25,true",
        "AT_MOST,100,true",
        "AT_MOST,100.0001,false",
        "AT_MOST,0,true"
    })
    void aTargetIsAchievedAtItsPlan(TargetComparison comparison, String value, boolean achieved) {
        Target target = passed(entered(target(TargetMeasure.PERCENT, comparison), "2022-06-30", value));
        assertThat(target.results().getFirst().achieved()).isEqualTo(achieved);
        assertThat(target.results().getFirst().profile()).isEqualTo("132+21-HD");
    }

    @Test // REV-21
    void whichPercentIsTheProfiles() {
        RuleProfile most = Profiles.with(Profiles.of2018(), REV_21, "atLeastPercent", 95);
        RuleProfile any = Profiles.with(most, REV_21, "atMostPercent", 120);
        Achievement lenient = new Achievement(_ -> any);
        assertThat(passed(target(TargetMeasure.PERCENT, TargetComparison.AT_LEAST)
                                .record(id(1), entry("2022-06-30", "95"), TODAY, lenient))
                        .results()
                        .getFirst()
                        .achieved())
                .isTrue();
        assertThat(passed(target(TargetMeasure.PERCENT, TargetComparison.AT_MOST)
                                .record(id(1), entry("2022-06-30", "120"), TODAY, lenient))
                        .results()
                        .getFirst()
                        .achieved())
                .isTrue();
    }

    @Test // REV-22
    void whatTheRegisterCountsIsNotEntered() {
        Target admissions = target("member.admitted", TargetMeasure.PERSON, TargetComparison.AT_LEAST);
        refused(entered(admissions, "2022-06-30", "5"), REV_22);
    }

    private static Decision<Target, TargetEventType> entered(Target target, String on, String value) {
        return target.record(id(1), entry(on, value), TODAY, BY_2018);
    }

    private static ResultEntry entry(String on, String value) {
        return new ResultEntry(day(on), new BigDecimal(value));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static Target target(TargetMeasure measure, TargetComparison comparison) {
        return target("economy.tax-revenue", measure, comparison);
    }

    private static Target target(String indicator, TargetMeasure measure, TargetComparison comparison) {
        return new Target(
                new TargetId(id(7)),
                new UnitId(id(8)),
                indicator,
                "Thu thuế",
                day("2022-01-01"),
                day("2022-12-31"),
                BigDecimal.valueOf(100),
                measure,
                comparison,
                true,
                false,
                List.of());
    }
}
