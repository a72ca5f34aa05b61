package tusoi.org.studies.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.org.roster.AtHome;
import tusoi.org.roster.AttendanceStatus;
import tusoi.org.studies.domain.Study.Change;
import tusoi.org.studies.domain.Study.Line;
import tusoi.org.studies.domain.Study.Roll;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.Warning;

class StudyTest {
    private static final LocalDate DAY = LocalDate.parse("2023-10-12");
    private static final UUID WARD = UUID.randomUUID();
    private static final UUID BRANCH = UUID.randomUUID();
    private static final UUID AN = UUID.randomUUID();
    private static final UUID BINH = UUID.randomUUID();
    private static final UUID SUSPENDED = UUID.randomUUID();
    private static final List<AtHome> HOME = List.of(
            new AtHome(AN, BRANCH, true, false, false),
            new AtHome(BINH, BRANCH, false, false, false),
            new AtHome(SUSPENDED, BRANCH, true, false, true));
    private static final RuleProfile PROFILE = new RuleProfile(
            "24-QD",
            "org",
            LocalDate.parse("2021-07-30"),
            null,
            Map.of(
                    "ORG-120",
                    new RuleProfile.Entry(
                            Map.of("vi", "x"),
                            "x",
                            RuleProfile.Mark.UNCONFIRMED,
                            RuleProfile.Mode.WARN,
                            Map.of("noticeDays", BigDecimal.valueOf(3)))));

    // ORG-120
    @Test
    void noticeIsGivenThreeDaysBefore() {
        assertThat(warnings(Study.plan(study(DAY.minusDays(3)), Set.of(WARD), PROFILE)))
                .isEmpty();
        assertThat(warnings(Study.plan(study(DAY.minusDays(2)), Set.of(WARD), PROFILE)))
                .containsExactly(StudyRules.ORG_120);
        assertThat(warnings(Study.plan(study(null), Set.of(WARD), PROFILE))).containsExactly(StudyRules.ORG_120);
    }

    // ORG-121
    @Test
    void onlyWhatStandsUnderTheHolderIsCalled() {
        assertRefused(Study.plan(study(DAY.minusDays(9)), Set.of(BRANCH), PROFILE), StudyRules.ORG_121);
    }

    // ORG-122
    @Test
    void aRollNamesEverybodyExpectedOnceOnADayThatHasCome() {
        Study study = study(null);
        assertRefused(study.attend(all(), HOME, DAY.minusDays(1), 2), StudyRules.ORG_122);
        Roll wrong = new Roll(List.of(line(AN), line(AN), line(UUID.randomUUID())), null, null);
        var refused = assertRefused(study.attend(wrong, HOME, DAY, 2), StudyRules.ORG_122);
        assertThat(String.valueOf(refused.facts().get("places")))
                .contains("attendance[1].memberId")
                .contains("attendance[2].memberId")
                .contains(BINH.toString())
                .doesNotContain(SUSPENDED.toString());
        Study held = state(study.attend(all(), HOME, DAY, 2));
        assertThat(held.roll()).hasSize(2);
        assertRefused(held.attend(all(), HOME, DAY, 3), StudyRules.ORG_122);
        Roll reasoned = new Roll(List.of(), AttendanceStatus.PRESENT, "Ghi nhầm");
        assertThat(state(held.attend(reasoned, HOME, DAY, 3)).rollVersion()).isEqualTo(3);
    }

    // ORG-123
    @Test
    void aListIsPublishedOnceForARollAndItsHashTellsEveryOtherListFromIt() {
        Study study = study(null);
        assertThat(study.publish(UUID.randomUUID(), DAY)).isInstanceOf(Refused.class);
        Study held = state(study.attend(all(), HOME, DAY, 2));
        UUID id = UUID.randomUUID();
        var published = (Accepted<Study, StudyList>) held.publish(id, DAY.plusDays(1));
        StudyList list = published.event();
        assertThat(list.told()).extracting(RollLine::memberId).containsExactly(BINH);
        assertThat(published.state().publish(UUID.randomUUID(), DAY.plusDays(2)))
                .isInstanceOf(Refused.class);
        assertThat(list.sha256()).hasSize(64).isEqualTo(list.sha256());
        var late = new StudyList(
                id,
                list.sessionId(),
                DAY,
                DAY.plusDays(1),
                List.of(new RollLine(BINH, BRANCH, AttendanceStatus.LATE, null)));
        assertThat(late.sha256()).isNotEqualTo(list.sha256());
        Roll corrected = new Roll(List.of(new Line(AN, AttendanceStatus.LATE, null)), AttendanceStatus.PRESENT, "Nhầm");
        Study again = state(published.state().attend(corrected, HOME, DAY, 4));
        var second = (Accepted<Study, StudyList>) again.publish(UUID.randomUUID(), DAY.plusDays(3));
        assertThat(second.state().lists()).hasSize(2);
    }

    // ORG-124
    @Test
    void anItemIsAnsweredOnceFromTheDayItWasRaisedOn() {
        AttendanceItem open = new AttendanceItem(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                BRANCH,
                AttendanceItem.State.OPEN,
                DAY,
                List.of(),
                null,
                null);
        assertThat(open.answer(DAY.minusDays(1), "x", DAY)).isInstanceOf(Refused.class);
        assertThat(open.answer(DAY.plusDays(1), "x", DAY)).isInstanceOf(Refused.class);
        var answered = (Accepted<AttendanceItem, AttendanceItem>) open.answer(DAY, "Đã nhắc nhở", DAY);
        assertThat(answered.event().state()).isEqualTo(AttendanceItem.State.ANSWERED);
        assertThat(answered.event().answer(DAY, "x", DAY)).isInstanceOf(Refused.class);
    }

    private static Study study(@Nullable LocalDate noticed) {
        return new Study(
                UUID.randomUUID(),
                WARD,
                List.of(WARD),
                null,
                "Nghị quyết",
                noticed,
                DAY,
                Study.State.PLANNED,
                0,
                List.of(),
                List.of());
    }

    private static Roll all() {
        return new Roll(List.of(new Line(BINH, AttendanceStatus.ABSENT, null)), AttendanceStatus.PRESENT, null);
    }

    private static Line line(UUID member) {
        return new Line(member, AttendanceStatus.PRESENT, null);
    }

    private static Study state(Decision<Study, Change> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<Study, Change>) decision).state();
    }

    private static List<Rule> warnings(Decision<Study, Change> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<Study, Change>) decision)
                .warnings().stream().map(Warning::rule).toList();
    }

    private static Refused<Study, Change> assertRefused(Decision<Study, Change> decision, Rule rule) {
        assertThat(decision).isInstanceOf(Refused.class);
        var refused = (Refused<Study, Change>) decision;
        assertThat(refused.rule()).isEqualTo(rule);
        return refused;
    }
}
