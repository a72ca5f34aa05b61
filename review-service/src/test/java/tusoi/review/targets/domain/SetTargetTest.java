package tusoi.review.targets.domain;

import static tusoi.review.Outcomes.passed;
import static tusoi.review.Outcomes.refused;
import static tusoi.review.Profiles.day;
import static tusoi.review.targets.domain.TargetRules.REV_18;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tusoi.platform.rules.Decision;
import tusoi.review.contract.UnitId;

/** REV-18 */
class SetTargetTest {
    @Test
    void aPlanOfNothingIsRefused() {
        refused(target("2023-01-01", "2023-12-31", "0"), REV_18);
        passed(target("2023-01-01", "2023-12-31", "0.0001"));
    }

    @Test
    void aSpanInDisorderIsRefused() {
        refused(target("2023-01-02", "2023-01-01", "5"), REV_18);
        passed(target("2023-01-01", "2023-01-01", "5"));
    }

    private static Decision<?, ?> target(String from, String to, String planned) {
        return new SetTarget(new UnitId(new UUID(0, 1)), "member.admitted", day(from), day(to), new BigDecimal(planned))
                .check();
    }
}
