package tusoi.org.meetings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.org.meetings.domain.Meeting.Change;
import tusoi.org.meetings.domain.Meeting.Held;
import tusoi.org.meetings.domain.Minutes.Owner;
import tusoi.org.roster.AtHome;
import tusoi.org.roster.AttendanceStatus;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.Warning;

class MeetingTest {
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID WARD = UUID.randomUUID();
    private static final UUID AN = UUID.randomUUID();
    private static final UUID BINH = UUID.randomUUID();
    private static final UUID CHI = UUID.randomUUID();
    private static final UUID EXEMPT = UUID.randomUUID();
    private static final UUID TASK = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.parse("2023-05-05");
    private static final RuleProfile PROFILE = new RuleProfile(
            "24-QD",
            "org",
            LocalDate.parse("2021-07-30"),
            null,
            Map.of(
                    "ORG-103",
                    new RuleProfile.Entry(
                            Map.of("vi", "x"),
                            "x",
                            RuleProfile.Mark.UNCONFIRMED,
                            RuleProfile.Mode.WARN,
                            Map.of(
                                    "quorumNumerator",
                                    BigDecimal.valueOf(2),
                                    "quorumDenominator",
                                    BigDecimal.valueOf(3)))));

    private final Meeting planned =
            Meeting.of(UUID.randomUUID(), UNIT, Meeting.Kind.REGULAR, YearMonth.of(2023, 5), DAY);

    // ORG-100
    @Test
    void aMeetingIsOfABranchThatLives() {
        assertThat(Meeting.plan(planned, true)).isInstanceOf(Accepted.class);
        assertRefused(Meeting.plan(planned, false), MeetingRules.ORG_100);
        Known noBranch = new Known(DAY, false, List.of(), Set.of(), Map.of(), Set.of());
        assertRefused(planned.hold(held(minutes()), noBranch, PROFILE), MeetingRules.ORG_100);
    }

    // ORG-102
    @Test
    void strangersDoublesAndGapsAreToldByTheirPlaces() {
        UUID stranger = UUID.randomUUID();
        Minutes wrong = new Minutes(
                List.of(line(AN), line(stranger), line(AN)),
                List.of(new Minutes.Answer(UUID.randomUUID(), Minutes.Result.DONE, null)),
                List.of(new Minutes.Task(UUID.randomUUID(), "x", Owner.MEMBER, null, null)),
                List.of(new Minutes.Shortcoming(Owner.COLLECTIVE, AN, "HOURS", "x")),
                List.of(),
                null);
        var refused = assertRefused(planned.hold(held(wrong), known(), PROFILE), MeetingRules.ORG_102);
        assertThat(String.valueOf(refused.facts().get("places")))
                .contains("attendance[1].memberId")
                .contains("attendance[2].memberId")
                .contains(BINH.toString())
                .contains("answers[0].taskId")
                .contains("tasks[0].memberId")
                .contains("shortcomings[0].memberId")
                .doesNotContain(EXEMPT.toString());
    }

    // ORG-102
    @Test
    void whoIsNotNamedGetsTheStatusOfTheOthers() {
        var accepted = accepted(planned.hold(
                new Held(
                        DAY,
                        AttendanceStatus.PRESENT,
                        Set.of(),
                        minutes(new Minutes.Line(CHI, AttendanceStatus.LATE, null))),
                known(),
                PROFILE));
        assertThat(accepted.state().minutes().attendance()).hasSize(3);
        assertThat(accepted.state().expected()).isEqualTo(3);
        assertThat(accepted.state().attended()).isEqualTo(3);
        assertThat(accepted.warnings()).isEmpty();
    }

    // ORG-103
    @Test
    void twoThirdsOfThreeAreEnoughAndOneIsAnsweredFor() {
        assertThat(warnings(planned.hold(held(minutes(line(AN), line(BINH), absent(CHI))), known(), PROFILE)))
                .isEmpty();
        assertThat(warnings(planned.hold(held(minutes(line(AN), absent(BINH), absent(CHI))), known(), PROFILE)))
                .containsExactly(MeetingRules.ORG_103);
    }

    // ORG-104
    @Test
    void anOpenTaskThatIsLeftOutIsCarriedOverAndAnsweredFor() {
        Known open = known(Set.of(TASK), Map.of());
        assertThat(warnings(planned.hold(all(), open, PROFILE))).containsExactly(MeetingRules.ORG_104);
        Minutes answering = new Minutes(
                List.of(),
                List.of(new Minutes.Answer(TASK, Minutes.Result.PARTLY, null)),
                List.of(),
                List.of(),
                List.of(),
                null);
        assertThat(warnings(planned.hold(new Held(DAY, AttendanceStatus.PRESENT, Set.of(), answering), open, PROFILE)))
                .isEmpty();
    }

    // ORG-105
    @Test
    void onlyADayThatHasComeIsRecordedAndOnlyOnce() {
        assertRefused(
                planned.hold(
                        new Held(DAY.plusDays(1), AttendanceStatus.PRESENT, Set.of(), minutes()), known(), PROFILE),
                MeetingRules.ORG_105);
        Meeting held = accepted(planned.hold(all(), known(), PROFILE)).state();
        assertRefused(held.hold(all(), known(), PROFILE), MeetingRules.ORG_105);
        assertRefused(held.drop(), MeetingRules.ORG_105);
        assertRefused(planned.correct(all(), known(), PROFILE), MeetingRules.ORG_105);
        assertThat(accepted(planned.drop()).state().state()).isEqualTo(Meeting.State.NOT_HELD);
    }

    // ORG-106
    @Test
    void aRegularMeetingOutsideItsMonthIsAnsweredFor() {
        Meeting ofApril = Meeting.of(UUID.randomUUID(), UNIT, Meeting.Kind.REGULAR, YearMonth.of(2023, 4), null);
        assertThat(warnings(ofApril.hold(all(), known(), PROFILE))).containsExactly(MeetingRules.ORG_106);
        Meeting extra = Meeting.of(UUID.randomUUID(), UNIT, Meeting.Kind.EXTRAORDINARY, YearMonth.of(2023, 4), null);
        assertThat(warnings(extra.hold(all(), known(), PROFILE))).isEmpty();
    }

    // ORG-107
    @Test
    void aSuperiorIsOfAUnitAbove() {
        assertThat(warnings(planned.hold(visitedBy(WARD), known(), PROFILE))).isEmpty();
        assertThat(warnings(planned.hold(visitedBy(UUID.randomUUID()), known(), PROFILE)))
                .containsExactly(MeetingRules.ORG_107);
    }

    // ORG-108
    @Test
    void aTaskThatWasAnsweredLaterStays() {
        Minutes.Task task = new Minutes.Task(TASK, "x", Owner.COLLECTIVE, null, null);
        Minutes setting = new Minutes(List.of(), List.of(), List.of(task), List.of(), List.of(), null);
        Meeting held = accepted(
                        planned.hold(new Held(DAY, AttendanceStatus.PRESENT, Set.of(), setting), known(), PROFILE))
                .state();
        Known answered = known(Set.of(), Map.of(TASK, DAY.plusMonths(1)));
        assertRefused(held.correct(all(), answered, PROFILE), MeetingRules.ORG_108);
        accepted(held.correct(new Held(DAY, AttendanceStatus.PRESENT, Set.of(TASK), setting), answered, PROFILE));
        assertRefused(
                held.correct(
                        new Held(DAY, AttendanceStatus.PRESENT, Set.of(UUID.randomUUID()), setting), known(), PROFILE),
                MeetingRules.ORG_102);
    }

    private static Held visitedBy(UUID unit) {
        return new Held(
                DAY,
                AttendanceStatus.PRESENT,
                Set.of(),
                new Minutes(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Minutes.Superior(null, "SECRETARY", unit, null)),
                        null));
    }

    private static Held all() {
        return new Held(DAY, AttendanceStatus.PRESENT, Set.of(), minutes());
    }

    private static Held held(Minutes minutes) {
        return new Held(DAY, null, Set.of(), minutes);
    }

    private static Minutes minutes(Minutes.Line... lines) {
        return new Minutes(List.of(lines), List.of(), List.of(), List.of(), List.of(), null);
    }

    private static Minutes.Line line(UUID member) {
        return new Minutes.Line(member, AttendanceStatus.PRESENT, null);
    }

    private static Minutes.Line absent(UUID member) {
        return new Minutes.Line(member, AttendanceStatus.ABSENT, null);
    }

    private static Known known() {
        return known(Set.of(), Map.of());
    }

    private static Known known(Set<UUID> open, Map<UUID, LocalDate> answered) {
        return new Known(
                DAY,
                true,
                List.of(
                        new AtHome(AN, UNIT, true, false, false),
                        new AtHome(BINH, UNIT, true, false, false),
                        new AtHome(CHI, UNIT, true, false, false),
                        new AtHome(EXEMPT, UNIT, true, true, false)),
                open,
                answered,
                Set.of(UNIT, WARD));
    }

    private static Accepted<Meeting, Change> accepted(Decision<Meeting, Change> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted<Meeting, Change>) decision;
    }

    private static List<Rule> warnings(Decision<Meeting, Change> decision) {
        return accepted(decision).warnings().stream().map(Warning::rule).toList();
    }

    private static Refused<Meeting, Change> assertRefused(Decision<Meeting, Change> decision, @Nullable Rule rule) {
        assertThat(decision).isInstanceOf(Refused.class);
        var refused = (Refused<Meeting, Change>) decision;
        assertThat(refused.rule()).isEqualTo(rule);
        return refused;
    }
}
