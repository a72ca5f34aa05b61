package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.reporting.History.line;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tusoi.platform.ids.Ids;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;

/** meeting.held, attendance.rate, unit.with-working-rules. */
@ReportingTest
class BranchLifeTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final YearMonth MAY = YearMonth.of(2022, 5);
    private static final String YEAR = "&from=2022-01-01&to=2022-12-31";

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID district;
    private UUID ward;
    private UUID first;
    private UUID second;

    @BeforeEach
    void aWardOfTwoBranches() {
        feed.clear();
        district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        first = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        second = history.unit("D.W.02", "BRANCH", "BRANCH", "SCHOOL", ward, LocalDate.of(2022, 5, 31));
        history.unit("D.W.01.A", "PARTY_GROUP", "BRANCH", null, first, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        history.account("ward-observer", "OBSERVER", ward);
    }

    @Test
    void aMonthCountsWhereTheBranchLivedOnItsLastDay() {
        history.meeting(Ids.next(), first, MAY, MAY.atDay(3));
        history.meeting(Ids.next(), first, MAY.plusMonths(1), LocalDate.of(2022, 7, 2));
        history.meeting(
                Ids.next(), second, MAY.minusMonths(1), MAY.minusMonths(1).atDay(3));
        feed.all(history);
        assertThat(held("D", "2022-01-01", "2022-12-31").over()).isEqualTo("2/20");
        assertThat(held("D", "2022-05-01", "2022-05-31").over()).isEqualTo("1/2");
        assertThat(held("D", "2022-05-01", "2022-05-30").over())
                .as("a month whose last day is not in the span")
                .isEqualTo("0/0");
        assertThat(held("D.W.02", "2022-01-01", "2022-06-30").over()).isEqualTo("0/2");
        assertThat(asking.figure("unit=D.W&indicators=meeting.held&by=unit" + YEAR)
                        .parts())
                .isEqualTo(Map.of("D.W.01", "2/12", "D.W.02", "0/8"));
        assertThat(asking.figure("unit=D&indicators=meeting.held&by=kind,year" + YEAR)
                        .parts())
                .isEqualTo(Map.of("RESIDENTIAL 2022", "2/12", "SCHOOL 2022", "0/8"));
    }

    @Test
    void aMonthThatGoesOnWhenKnownIsNotCounted() {
        feed.all(history);
        assertThat(held("D.W.01", "2022-12-01", "2023-12-31").over()).isEqualTo("0/1");
    }

    @Test
    void aMeetingTakenBackIsNoneOnceThatIsKnown() {
        UUID meeting = Ids.next();
        history.meeting(meeting, first, MAY, MAY.atDay(3));
        Instant before = history.now();
        history.meeting(meeting, first, MAY, null);
        feed.all(history);
        String of = "unit=D.W.01&indicators=meeting.held&from=2022-05-01&to=2022-05-31";
        assertThat(asking.figure(of + "&knownAt=" + before).over()).isEqualTo("1/1");
        assertThat(asking.figure(of).over()).isEqualTo("0/1");
    }

    @Test
    void anEndedBranchsMonthsStandUnderItsSuccessor() {
        UUID merged = Ids.next();
        LocalDate day = LocalDate.of(2022, 9, 1);
        history.meeting(Ids.next(), first, MAY, MAY.atDay(3));
        history.unitPicture(
                first,
                "org.unit-ended.v1",
                "D.W.01",
                List.of(History.unitSlice(SINCE, day, "BRANCH", "BRANCH", "RESIDENTIAL", ward)),
                List.of(merged));
        history.unitPicture(
                merged,
                "org.unit-established.v1",
                "D.W.03",
                List.of(History.unitSlice(day, null, "BRANCH", "BRANCH", "RESIDENTIAL", ward)),
                List.of(first),
                List.of());
        feed.all(history);
        assertThat(asking.figure("unit=D.W&indicators=meeting.held&by=unit" + YEAR)
                        .parts())
                .isEqualTo(Map.of("D.W.03", "1/12", "D.W.02", "0/8"));
        assertThat(asking.figure("unit=D.W&indicators=meeting.held&by=unit&asOf=2022-08-31" + YEAR)
                        .parts())
                .isEqualTo(Map.of("D.W.01", "1/12", "D.W.02", "0/8"));
    }

    @Test
    void attendanceCountsWhoCameAndBreaksOutTheRest() {
        UUID session = Ids.next();
        List<Map<String, Object>> lines = List.of(
                line(Ids.next(), first, "PRESENT"),
                line(Ids.next(), first, "PRESENT"),
                line(Ids.next(), first, "LATE"),
                line(Ids.next(), second, "LEFT_EARLY"),
                line(Ids.next(), second, "ABSENT"),
                line(Ids.next(), second, "ABSENT_EXCUSED"));
        history.session(session, ward, LocalDate.of(2022, 10, 12), lines);
        Instant before = history.now();
        history.session(session, ward, LocalDate.of(2022, 10, 12), lines.subList(0, 5));
        feed.all(history);
        String of = "unit=D&indicators=attendance.rate" + YEAR;
        assertThat(asking.figure(of).over()).isEqualTo("4/5");
        assertThat(asking.figure(of + "&knownAt=" + before).over()).isEqualTo("4/6");
        var byStatus = asking.figure(of + "&by=status&knownAt=" + before);
        assertThat(byStatus.over()).isEqualTo("4/6");
        assertThat(byStatus.parts())
                .isEqualTo(Map.of(
                        "PRESENT",
                        "2/6",
                        "LATE",
                        "1/6",
                        "LEFT_EARLY",
                        "1/6",
                        "ABSENT",
                        "1/6",
                        "ABSENT_EXCUSED",
                        "1/6"));
        assertThat(byStatus.node().at("/breakdown/additive").asBoolean()).isFalse();
        assertThat(asking.figure("unit=D.W&indicators=attendance.rate&by=unit" + YEAR)
                        .parts())
                .isEqualTo(Map.of("D.W.01", "3/3", "D.W.02", "1/2"));
        assertThat(asking.figure("unit=D&indicators=attendance.rate&from=2022-10-13&to=2022-12-31")
                        .over())
                .isEqualTo("0/0");
        assertThat(asking.body("ward-observer", "unit=D.W&indicators=attendance.rate&by=unit" + YEAR))
                .contains("MEMBER_READ")
                .doesNotContain("D.W.01");
    }

    @Test
    void workingRulesCountWhileTheyAreInForce() {
        UUID rules = Ids.next();
        history.workingRules(rules, first, LocalDate.of(2022, 3, 1), null);
        Instant before = history.now();
        history.workingRules(rules, first, LocalDate.of(2022, 3, 1), LocalDate.of(2022, 11, 1));
        feed.all(history);
        String of = "unit=D&indicators=unit.with-working-rules&to=";
        assertThat(asking.figure(of + "2022-02-28").over()).isEqualTo("0/1");
        assertThat(asking.figure(of + "2022-10-31").over()).isEqualTo("1/2");
        assertThat(asking.figure(of + "2022-11-01").over()).isEqualTo("0/2");
        assertThat(asking.figure(of + "2022-11-01&knownAt=" + before).over()).isEqualTo("1/2");
        assertThat(asking.figure(of + "2022-10-31&by=kind").parts())
                .isEqualTo(Map.of("RESIDENTIAL", "1/1", "SCHOOL", "0/1"));
        assertThat(asking.figure("unit=D&indicators=unit.branches&to=2022-10-31")
                        .numerator())
                .as("a party group is no branch")
                .isEqualByComparingTo("2");
    }

    @Test
    void aTaskIsCountedWhileItsRulesAreInForceAndItsMemberIsInside() {
        UUID one = history.member(first, SINCE, "REGISTERED");
        UUID other = history.member(second, SINCE, "REGISTERED");
        UUID gone = history.member(second, SINCE, "REGISTERED");
        UUID again = Ids.next();
        history.joined(again, other);
        history.memberPicture(
                gone,
                "org.member-left.v1",
                List.of(History.slice(SINCE, LocalDate.of(2022, 7, 1), second, "OFFICIAL")),
                List.of(
                        History.movement(SINCE, "REGISTERED", second, null),
                        History.movement(LocalDate.of(2022, 7, 1), "DECEASED", second, null)));
        LocalDate from = LocalDate.of(2022, 6, 1);
        history.workingRules(Ids.next(), ward, from, null, List.of(again, gone));
        UUID rules = Ids.next();
        history.workingRules(rules, first, from, null, List.of(one));
        Instant before = history.now();
        history.workingRules(rules, first, from, LocalDate.of(2022, 11, 1), List.of(one));
        feed.all(history);
        String of = "unit=D&indicators=member.with-task&to=";
        assertThat(asking.figure(of + "2022-05-31").over()).isEqualTo("0/3");
        assertThat(asking.figure(of + "2022-06-30").over()).isEqualTo("3/3");
        assertThat(asking.figure(of + "2022-07-01").over())
                .as("the dead have no task")
                .isEqualTo("2/2");
        assertThat(asking.figure(of + "2022-11-01").over()).isEqualTo("1/2");
        assertThat(asking.figure(of + "2022-11-01&knownAt=" + before).over()).isEqualTo("2/2");
        assertThat(asking.figure("unit=D.W&by=unit&indicators=member.with-task&to=2022-10-31")
                        .parts())
                .isEqualTo(Map.of("D.W.01", "1/1", "D.W.02", "1/1"));
        assertThat(asking.body("ward-observer", "unit=D.W&indicators=member.with-task&by=unit&to=2022-10-31"))
                .contains("MEMBER_READ")
                .doesNotContain("D.W.01");
    }

    private Asking.Figure held(String unit, String from, String to) {
        return asking.figure("unit=" + unit + "&indicators=meeting.held&from=" + from + "&to=" + to);
    }
}
