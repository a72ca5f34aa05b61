package tusoi.review.targets.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Outcomes.passed;
import static tusoi.review.Outcomes.refused;
import static tusoi.review.Profiles.day;
import static tusoi.review.targets.domain.TargetRules.REV_18;
import static tusoi.review.targets.domain.TargetRules.REV_19;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.platform.rules.Decision;
import tusoi.review.Profiles;
import tusoi.review.contract.TargetComparison;
import tusoi.review.contract.TargetEventType;
import tusoi.review.contract.TargetId;
import tusoi.review.contract.TargetMeasure;
import tusoi.review.contract.UnitId;

/** REV-18, REV-19 */
class SetTargetTest {
    private static final Achievement BY_2018 = new Achievement(_ -> Profiles.of2018());

    @Test // REV-18
    void aPlanOfNothingIsRefused() {
        refused(target("2023-01-01", "2023-12-31", "0"), REV_18);
        passed(target("2023-01-01", "2023-12-31", "0.0001"));
    }

    @Test // REV-18
    void aSpanInDisorderIsRefused() {
        refused(target("2023-01-02", "2023-01-01", "5"), REV_18);
        passed(target("2023-01-01", "2023-01-01", "5"));
    }

    @Test // REV-19
    void halfADongIsRefused() {
        refused(set("4.5", TargetMeasure.VND).over(null, ID, BY_2018), REV_19);
        passed(set("4.0", TargetMeasure.VND).over(null, ID, BY_2018));
        passed(set("4.5", TargetMeasure.PERCENT).over(null, ID, BY_2018));
    }

    @Test // REV-19
    void whatHasResultsStaysInItsMeasure() {
        Target before = passed(set("4", TargetMeasure.VND).over(null, ID, BY_2018));
        passed(set("4", TargetMeasure.WORK).over(before, ID, BY_2018));
        Target withResult = passed(before.record(
                new UUID(0, 9), new ResultEntry(day("2023-06-30"), BigDecimal.ONE), day("2023-07-01"), BY_2018));
        refused(set("4", TargetMeasure.WORK).over(withResult, ID, BY_2018), REV_19);
        passed(set("5", TargetMeasure.VND).over(withResult, ID, BY_2018));
    }

    @Test // REV-21
    void resultsAreHeldAgainstThePlanAsItIsNow() {
        Target before = passed(set("4", TargetMeasure.VND).over(null, ID, BY_2018));
        Target missed = passed(before.record(
                new UUID(0, 9), new ResultEntry(day("2023-06-30"), new BigDecimal(3)), day("2023-07-01"), BY_2018));
        assertThat(missed.results().getFirst().achieved()).isFalse();
        Target met = passed(set("3", TargetMeasure.VND).over(missed, ID, BY_2018));
        assertThat(met.results().getFirst().achieved()).isTrue();
    }

    @Test
    void aNewOneGetsWhatIsUsualAndAnotherStaysAsItIs() {
        Target usual = passed(bare("4").over(null, ID, BY_2018));
        assertThat(usual.measure()).isEqualTo(TargetMeasure.NUMBER);
        assertThat(usual.comparison()).isEqualTo(TargetComparison.AT_LEAST);
        assertThat(usual.main()).isFalse();
        Target before = passed(set("4", TargetMeasure.VND).over(null, ID, BY_2018));
        Target after = passed(bare("5").over(before, ID, BY_2018));
        assertThat(after.measure()).isEqualTo(TargetMeasure.VND);
        assertThat(after.main()).isTrue();
        refused(bare("4.5").over(before, ID, BY_2018), REV_19);
    }

    private static SetTarget bare(String planned) {
        SetTarget told = set(planned, TargetMeasure.VND);
        return new SetTarget(
                told.unit(), told.indicator(), null, told.from(), told.to(), told.planned(), null, null, null);
    }

    private static final TargetId ID = new TargetId(new UUID(0, 2));

    private static Decision<Target, TargetEventType> target(String from, String to, String planned) {
        return set(from, to, planned, TargetMeasure.NUMBER).over(null, ID, BY_2018);
    }

    private static SetTarget set(String planned, TargetMeasure measure) {
        return set("2023-01-01", "2023-12-31", planned, measure);
    }

    private static SetTarget set(String from, String to, String planned, TargetMeasure measure) {
        @Nullable String noName = null;
        return new SetTarget(
                new UnitId(new UUID(0, 1)),
                "economy.tax-revenue",
                noName,
                day(from),
                day(to),
                new BigDecimal(planned),
                measure,
                TargetComparison.AT_LEAST,
                true);
    }
}
