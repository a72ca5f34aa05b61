package tusoi.review.cycles.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Outcomes.passed;
import static tusoi.review.Outcomes.refused;
import static tusoi.review.Outcomes.warned;
import static tusoi.review.Profiles.day;
import static tusoi.review.cycles.domain.CycleRules.REV_01;
import static tusoi.review.cycles.domain.CycleRules.REV_02;
import static tusoi.review.cycles.domain.CycleRules.REV_03;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tusoi.platform.rules.Decision;
import tusoi.review.Profiles;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.CycleKind;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;

class OpenCycleTest {
    private static final LocalDate TODAY = day("2022-12-01");

    @Test
    void anOpenedCycleRemembersItsProfile() {
        assertThat(passed(open("2022-11-15", "2022-12-31")).profile()).isEqualTo("132+21-HD");
    }

    @Test // REV-01
    void openingBeforeTheYearIsRefused() {
        refused(open("2021-12-31", "2022-12-31"), REV_01);
        passed(open("2022-01-01", "2022-12-31"));
    }

    @Test // REV-01
    void openingInTheFutureIsRefused() {
        refused(open("2022-12-02", "2022-12-31"), REV_01);
        passed(open("2022-12-01", "2022-12-31"));
    }

    @Test // REV-01
    void beingDueBeforeTheOpeningIsRefused() {
        refused(open("2022-11-15", "2022-11-14"), REV_01);
        passed(open("2022-11-15", "2022-11-15"));
    }

    @Test // REV-02
    void beingDueAfterTheYearsEndIsAWarning() {
        warned(open("2022-11-15", "2023-01-01"), REV_02);
    }

    @Test // REV-03
    void aSecondCycleForTheSameSubjectsIsRefused() {
        refused(
                command("2022-11-15", "2022-12-31")
                        .open(List.of(new CycleId(new UUID(0, 9))), TODAY, Profiles.of2018()),
                REV_03);
    }

    private static Decision<Cycle, String> open(String openedOn, String dueOn) {
        return command(openedOn, dueOn).open(List.of(), TODAY, Profiles.of2018());
    }

    private static OpenCycle command(String openedOn, String dueOn) {
        return new OpenCycle(
                new CycleId(new UUID(0, 1)),
                CycleKind.ANNUAL,
                2022,
                new UnitId(new UUID(0, 2)),
                day(openedOn),
                day(dueOn),
                Set.of(SubjectType.MEMBER));
    }
}
