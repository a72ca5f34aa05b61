package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
import tusoi.reporting.History.Grade;
import tusoi.reporting.ReportingTest;

@ReportingTest
class FiguresTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final LocalDate OPENED = LocalDate.of(2022, 11, 1);

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID district;
    private UUID ward;
    private UUID first;
    private UUID second;
    private UUID other;

    @BeforeEach
    void aDistrictOfTwoWards() {
        feed.clear();
        district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        first = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        second = history.unit("D.W.02", "BRANCH", "BRANCH", "SCHOOL", ward, SINCE);
        other = history.unit("D.X", "GRASSROOTS", "BRANCH", "AGENCY", district, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        history.account("ward-observer", "OBSERVER", ward);
        history.account("ward-secretary", "SECRETARY", ward);
    }

    @Test
    void unitsAreCountedWithoutTheOneAskedFor() {
        feed.all(history);
        var figure = asking.figure("unit=D&indicators=unit.count&to=2022-12-31&by=level");
        assertThat(figure.numerator()).isEqualByComparingTo("4");
        assertThat(figure.parts()).isEqualTo(Map.of("GRASSROOTS", "2", "BRANCH", "2"));
    }

    @Test
    void branchesAreCountedByKindAndABaseThatIsABranchIsOne() {
        feed.all(history);
        var figure = asking.figure("unit=D&indicators=unit.branches&to=2022-12-31&by=kind");
        assertThat(figure.numerator()).isEqualByComparingTo("3");
        assertThat(figure.parts()).isEqualTo(Map.of("RESIDENTIAL", "1", "SCHOOL", "1", "AGENCY", "1"));
    }

    @Test
    void membersAreCountedAtTheEndOfTheDay() {
        UUID member = history.member(first, LocalDate.of(2020, 5, 1), "ADMITTED");
        history.member(second, LocalDate.of(2020, 5, 2), "ADMITTED");
        history.memberPicture(
                member,
                "org.member-left.v1",
                List.of(History.slice(LocalDate.of(2020, 5, 1), LocalDate.of(2021, 3, 1), first, "OFFICIAL")),
                List.of(
                        History.movement(LocalDate.of(2020, 5, 1), "ADMITTED", first, null),
                        History.movement(LocalDate.of(2021, 3, 1), "STRUCK_OFF", first, null)));
        feed.all(history);
        assertThat(asking.figure("unit=D&indicators=member.count&to=2020-04-30").numerator())
                .isEqualByComparingTo("0");
        assertThat(asking.figure("unit=D&indicators=member.count&to=2020-05-01").numerator())
                .isEqualByComparingTo("1");
        assertThat(asking.figure("unit=D&indicators=member.count&to=2021-02-28").numerator())
                .isEqualByComparingTo("2");
        assertThat(asking.figure("unit=D&indicators=member.count&to=2021-03-01").numerator())
                .isEqualByComparingTo("1");
        var left = asking.figure("unit=D&indicators=member.struck-off&from=2021-03-01&to=2021-03-01&by=unit");
        assertThat(left.numerator()).isEqualByComparingTo("1");
        assertThat(left.parts()).isEqualTo(Map.of("D.W", "1", "D.X", "0"));
    }

    @Test
    void aTransferCountsOnlyAcrossTheBoundaryAskedFor() {
        UUID member = history.member(first, LocalDate.of(2020, 5, 1), "ADMITTED");
        history.memberPicture(
                member,
                "org.member-transferred.v1",
                List.of(
                        History.slice(LocalDate.of(2020, 5, 1), LocalDate.of(2021, 3, 1), first, "OFFICIAL"),
                        History.slice(LocalDate.of(2021, 3, 1), LocalDate.of(2022, 3, 1), second, "OFFICIAL"),
                        History.slice(LocalDate.of(2022, 3, 1), null, other, "OFFICIAL")),
                List.of(
                        History.movement(LocalDate.of(2020, 5, 1), "ADMITTED", first, null),
                        History.movement(LocalDate.of(2021, 3, 1), "TRANSFERRED", first, second),
                        History.movement(LocalDate.of(2022, 3, 1), "TRANSFERRED", second, other)));
        feed.all(history);
        String span = "&from=2021-01-01&to=2022-12-31";
        assertThat(asking.figure("unit=D&indicators=member.transferred-in" + span)
                        .numerator())
                .isEqualByComparingTo("0");
        assertThat(asking.figure("unit=D.W&indicators=member.transferred-out" + span)
                        .numerator())
                .isEqualByComparingTo("1");
        assertThat(asking.figure("unit=D.X&indicators=member.transferred-in" + span)
                        .numerator())
                .isEqualByComparingTo("1");
        assertThat(asking.figure("unit=D.W.01&indicators=member.transferred-out" + span)
                        .numerator())
                .isEqualByComparingTo("1");
        assertThat(asking.figure("unit=D.W.02&indicators=member.transferred-out&by=year" + span)
                        .parts())
                .isEqualTo(Map.of("2022", "1"));
    }

    @Test
    void admissionsAreMeasuredAgainstTheTargetOfTheSpan() {
        for (int n = 0; n < 7; n++) {
            history.member(first, LocalDate.of(2022, 5, 1), "ADMITTED");
        }
        history.target(ward, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), 5);
        history.target(first, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), 3);
        feed.all(history);
        String span = "&from=2022-01-01&to=2022-12-31";
        var figure = asking.figure("unit=D.W&indicators=member.admission-target&by=unit" + span);
        assertThat(figure.over()).isEqualTo("7/5");
        assertThat(figure.node().get("ratio").decimalValue()).isEqualByComparingTo("1.4");
        assertThat(figure.parts()).isEqualTo(Map.of("D.W.01", "7/3", "D.W.02", "0"));
        assertThat(asking.figure("unit=D&indicators=member.admission-target" + span)
                        .over())
                .isEqualTo("7/5");
        var without = asking.figure("unit=D.X&indicators=member.admission-target" + span);
        assertThat(without.node().get("denominator").isNull()).isTrue();
        assertThat(without.node().get("absent").asString()).isEqualTo("no-target");
    }

    @Test
    void admissionsWhereNothingIsPlannedAreNotMeasuredAgainstTheOthersPlan() {
        for (int n = 0; n < 7; n++) {
            history.member(first, LocalDate.of(2022, 5, 1), "ADMITTED");
        }
        history.member(other, LocalDate.of(2022, 5, 1), "ADMITTED");
        history.target(ward, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 6, 30), 5);
        history.member(first, LocalDate.of(2022, 7, 1), "ADMITTED");
        feed.all(history);
        String of = "&indicators=member.admission-target&from=2022-01-01&to=2022-12-31";
        var figure = asking.figure("unit=D&by=unit" + of);
        assertThat(figure.over()).isEqualTo("7/5");
        assertThat(figure.parts()).isEqualTo(Map.of("D.W", "7/5", "D.X", "0"));
        assertThat(asking.figure("unit=D&indicators=member.admitted&from=2022-01-01&to=2022-12-31")
                        .numerator())
                .isEqualByComparingTo("9");
        assertThat(asking.figure("unit=D.X" + of).node().get("absent").asString())
                .isEqualTo("no-target");
        history.target(district, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), 10);
        feed.clear();
        feed.all(history);
        assertThat(asking.figure("unit=D&by=unit" + of).over()).isEqualTo("9/10");
    }

    @Test
    void aPlanOfAnEndedUnitHoldsForItsAdmissionsWhereTheyAreNow() {
        UUID merged = Ids.next();
        LocalDate day = LocalDate.of(2022, 9, 1);
        history.member(first, LocalDate.of(2022, 5, 1), "ADMITTED");
        history.target(first, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), 2);
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
        history.member(merged, LocalDate.of(2022, 10, 1), "ADMITTED");
        feed.all(history);
        assertThat(target("D", "2022-12-31").over()).isEqualTo("2/2");
        assertThat(target("D.W.03", "2022-12-31").over()).isEqualTo("2/2");
        target(ward, 1, 12, 9);
        target(merged, 10, 12, 3);
        feed.all(history);
        assertThat(target("D", "2022-12-31").over())
                .as("the ward's plan holds instead of both")
                .isEqualTo("2/9");
        assertThat(target("D.W.03", "2022-12-31").over()).isEqualTo("2/5");
    }

    @Test
    void aUnitsPlanOfAQuarterIsPartOfItsPlanOfTheYear() {
        target(ward, 1, 12, 12);
        target(ward, 1, 3, 4);
        target(ward, 4, 6, 3);
        target(other, 1, 6, 2);
        target(other, 4, 12, 6);
        feed.all(history);
        assertThat(target("D.W", "2022-12-31").over()).isEqualTo("0/12");
        assertThat(target("D.W", "2022-06-30").over()).isEqualTo("0/7");
        assertThat(target("D.X", "2022-12-31").over()).isEqualTo("0/8");
        var district = asking.figure("unit=D&indicators=member.admission-target&by=unit&from=2022-01-01&to=2022-12-31");
        assertThat(district.over()).isEqualTo("0/20");
        assertThat(district.parts()).isEqualTo(Map.of("D.W", "0/12", "D.X", "0/8"));
    }

    @Test
    void aPlanFromAboveOverrulesOnlyThePlansWhoseDaysItCovers() {
        target(district, 1, 3, 5);
        target(ward, 1, 12, 20);
        target(first, 1, 2, 1);
        target(other, 2, 3, 3);
        target(other, 4, 6, 2);
        feed.all(history);
        assertThat(target("D", "2022-12-31").over()).isEqualTo("0/27");
        assertThat(target("D", "2022-03-31").over()).isEqualTo("0/5");
        assertThat(target("D.W", "2022-12-31").over()).isEqualTo("0/20");
        assertThat(target("D.W", "2022-03-31").over()).isEqualTo("0/1");
    }

    /** The ward's members and plans are the other ward's from then on, but for one of its branches. */
    @Test
    void aPlanOfAnEndedWardHoldsInsteadOfItsBranchesInSumsOverBothAndInPartsOnlyWithinItsOwn() {
        UUID third = history.unit("D.Y", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        LocalDate day = LocalDate.of(2022, 9, 1);
        moved(first, "D.W.01", day, other);
        moved(second, "D.W.02", day, third);
        history.unitPicture(
                ward,
                "org.unit-ended.v1",
                "D.W",
                List.of(History.unitSlice(SINCE, day, "GRASSROOTS", "PARTY_ORGANISATION", null, district)),
                List.of(other));
        target(ward, 1, 12, 9);
        target(first, 1, 12, 4);
        target(second, 1, 12, 3);
        feed.all(history);
        var figure = asking.figure("unit=D&indicators=member.admission-target&by=unit&from=2022-01-01&to=2022-12-31");
        assertThat(figure.over()).isEqualTo("0/9");
        assertThat(figure.parts()).isEqualTo(Map.of("D.X", "0/9", "D.Y", "0/3"));
        assertThat(target("D.X", "2022-12-31").over()).isEqualTo("0/9");
        assertThat(target("D.Y", "2022-12-31").over()).isEqualTo("0/3");
    }

    private void moved(UUID branch, String code, LocalDate day, UUID to) {
        history.unitPicture(
                branch,
                "org.unit-re-parented.v1",
                code,
                List.of(
                        History.unitSlice(SINCE, day, "BRANCH", "BRANCH", "RESIDENTIAL", ward),
                        History.unitSlice(day, null, "BRANCH", "BRANCH", "RESIDENTIAL", to)),
                List.of());
    }

    private void target(UUID unit, int firstMonth, int lastMonth, int planned) {
        history.target(
                unit,
                LocalDate.of(2022, firstMonth, 1),
                LocalDate.of(2022, lastMonth, 1).plusMonths(1).minusDays(1),
                planned);
    }

    private Asking.Figure target(String unit, String to) {
        return asking.figure("unit=" + unit + "&indicators=member.admission-target&from=2022-01-01&to=" + to);
    }

    @Test
    void unitsAreCompletedOnceDecidedAndReported() {
        UUID cycle = history.cycle(2022, district, OPENED);
        history.graded(
                history.review(cycle, 2022, "UNIT", ward, ward, OPENED),
                LocalDate.of(2022, 12, 5),
                new Grade("GOOD", LocalDate.of(2022, 12, 1)));
        history.graded(
                history.review(cycle, 2022, "UNIT", first, first, OPENED),
                null,
                new Grade("EXCELLENT", LocalDate.of(2022, 11, 20)));
        history.review(cycle, 2022, "UNIT", second, second, OPENED);
        history.graded(
                history.review(cycle, 2022, "LEADERSHIP_COLLECTIVE", ward, ward, OPENED),
                LocalDate.of(2022, 12, 5),
                new Grade("GOOD", LocalDate.of(2022, 12, 1)));
        feed.all(history);
        String of = "unit=D&indicators=review.units-completed&cycle=2022";
        assertThat(asking.figure(of + "&to=2022-12-31").over()).isEqualTo("1/3");
        assertThat(asking.figure(of + "&to=2022-12-04").over()).isEqualTo("0/3");
        assertThat(asking.figure(of + "&to=2022-12-31&by=level,parent-level").parts())
                .isEqualTo(Map.of("GRASSROOTS DISTRICT", "1/1", "BRANCH GRASSROOTS", "0/2"));
        var bySubject = asking.figure(of + "&to=2022-12-31&by=subject-type");
        assertThat(bySubject.over()).isEqualTo("1/3");
        assertThat(bySubject.parts()).isEqualTo(Map.of("UNIT", "1/3", "LEADERSHIP_COLLECTIVE", "1/1"));
        assertThat(bySubject.node().at("/breakdown/additive").asBoolean()).isFalse();
        var grade = asking.figure("unit=D.W&indicators=review.unit-grade&cycle=2022&to=2022-12-31&by=grade");
        assertThat(grade.node().get("value").asString()).isEqualTo("GOOD");
        assertThat(grade.parts())
                .isEqualTo(Map.of("EXCELLENT", "1", "GOOD", "1", "COMPLETED", "0", "NOT_COMPLETED", "0"));
        var early = asking.figure("unit=D.W&indicators=review.unit-grade&cycle=2022&to=2022-11-30");
        assertThat(early.node().get("value").isNull()).isTrue();
        assertThat(early.node().get("absent").asString()).isEqualTo("not-decided");
    }

    @Test
    void membersAreGradedByTheLatestRevisionOfTheDayAskedFor() {
        UUID cycle = history.cycle(2022, district, OPENED);
        UUID good = history.member(first, SINCE, "REGISTERED");
        UUID revised = history.member(second, SINCE, "REGISTERED");
        UUID open = history.member(second, SINCE, "REGISTERED");
        UUID exempt = history.member(first, SINCE, "REGISTERED");
        LocalDate decided = LocalDate.of(2022, 12, 1);
        history.graded(review(cycle, good, first), null, new Grade("GOOD", decided));
        history.graded(
                review(cycle, revised, second),
                null,
                new Grade("EXCELLENT", decided),
                new Grade("COMPLETED", LocalDate.of(2023, 5, 10)));
        review(cycle, open, second);
        history.excluded(cycle, 2022, exempt, first, OPENED, "EXEMPT");
        feed.all(history);
        String cycle2022 = "&cycle=2022&to=";
        assertThat(asking.figure("unit=D&indicators=review.members-reviewed" + cycle2022 + "2022-12-31")
                        .over())
                .isEqualTo("2/3");
        assertThat(asking.figure("unit=D&indicators=review.good-or-better" + cycle2022 + "2022-12-31")
                        .over())
                .isEqualTo("2/2");
        assertThat(asking.figure("unit=D&indicators=review.good-or-better" + cycle2022 + "2023-05-10")
                        .over())
                .isEqualTo("1/2");
        assertThat(asking.figure("unit=D&indicators=review.member-grades&by=grade" + cycle2022 + "2023-05-10")
                        .parts())
                .isEqualTo(Map.of("EXCELLENT", "0/2", "GOOD", "1/2", "COMPLETED", "1/2", "NOT_COMPLETED", "0/2"));
        assertThat(asking.figure("unit=D&indicators=review.members-excluded&by=reason" + cycle2022 + "2022-12-31")
                        .parts())
                .isEqualTo(Map.of("EXEMPT", "1/4"));
        assertThat(asking.figure("unit=D&indicators=review.good-or-better&by=year&to=2022-12-31")
                        .parts())
                .isEqualTo(Map.of("2022", "2/2"));
        var none = asking.figure("unit=D&indicators=review.good-or-better&cycle=2021&to=2022-12-31");
        assertThat(none.node().get("absent").asString()).isEqualTo("no-cycle");
        assertThat(none.node().get("value").isNull()).isTrue();
    }

    @Test
    void whoIsInTwoCyclesOfAYearCountsOnceByTheLatestGrade() {
        UUID one = history.cycle(2022, district, OPENED);
        UUID two = history.cycle(2022, ward, OPENED);
        UUID member = history.member(first, SINCE, "REGISTERED");
        history.graded(review(one, member, first), null, new Grade("GOOD", LocalDate.of(2022, 12, 1)));
        history.graded(review(two, member, second), null, new Grade("COMPLETED", LocalDate.of(2022, 12, 2)));
        feed.all(history);
        assertThat(asking.figure("unit=D&indicators=review.good-or-better&cycle=2022&to=2022-12-31")
                        .over())
                .isEqualTo("0/1");
        assertThat(asking.figure("unit=D&indicators=review.good-or-better&to=2022-12-31&cycle=" + one)
                        .over())
                .isEqualTo("1/1");
    }

    @Test
    void disciplineCountsPersonsAndForgetsWhatWasAnnulledOnceKnown() {
        UUID member = history.member(first, SINCE, "REGISTERED");
        UUID another = history.member(second, SINCE, "REGISTERED");
        history.discipline(
                "MEMBER", member, first, "REPRIMAND", LocalDate.of(2022, 6, 10), List.of("FORBIDDEN_ACTS", "OTHER"));
        UUID annulled =
                history.discipline("MEMBER", another, second, "WARNING", LocalDate.of(2022, 7, 1), List.of("OTHER"));
        Instant before = history.now();
        history.discipline(
                annulled,
                "MEMBER",
                another,
                second,
                "WARNING",
                LocalDate.of(2022, 7, 1),
                List.of("OTHER"),
                LocalDate.of(2022, 9, 1));
        history.discipline("UNIT", first, first, "REPRIMAND", LocalDate.of(2022, 6, 10), List.of("INTERNAL_UNITY"));
        feed.all(history);
        String span = "&from=2022-01-01&to=2022-12-31";
        assertThat(asking.figure("unit=D&indicators=discipline.members" + span).over())
                .isEqualTo("1/2");
        assertThat(asking.figure("unit=D&indicators=discipline.members" + span + "&knownAt=" + before)
                        .over())
                .isEqualTo("2/2");
        var byContent = asking.figure("unit=D&indicators=discipline.members&by=content" + span);
        assertThat(byContent.parts()).isEqualTo(Map.of("FORBIDDEN_ACTS", "1/2", "OTHER", "1/2"));
        assertThat(byContent.numerator()).isEqualByComparingTo("1");
        assertThat(byContent.node().at("/breakdown/additive").asBoolean()).isFalse();
        assertThat(asking.figure("unit=D&indicators=discipline.members&by=form,unit" + span)
                        .parts())
                .isEqualTo(Map.of("REPRIMAND D.W", "1/2"));
        assertThat(asking.figure("unit=D&indicators=discipline.units" + span).over())
                .isEqualTo("1/4");
    }

    @Test
    void removalsCountPersonsByGround() {
        UUID member = history.member(first, SINCE, "REGISTERED");
        history.removal(
                "STRIKE_OFF",
                member,
                first,
                LocalDate.of(2021, 12, 15),
                List.of("ABSENT_THREE_MONTHS", "DUES_UNPAID_THREE_MONTHS"));
        feed.all(history);
        String of = "unit=D.W&indicators=removal.members&from=2020-01-01&to=2022-12-31&by=";
        assertThat(asking.figure(of + "ground").parts())
                .isEqualTo(Map.of("ABSENT_THREE_MONTHS", "1/1", "DUES_UNPAID_THREE_MONTHS", "1/1"));
        assertThat(asking.figure(of + "kind").parts()).isEqualTo(Map.of("STRIKE_OFF", "1/1"));
    }

    @Test
    void anAnnulledRemovalCountsNoMoreOnceKnown() {
        UUID member = history.member(first, SINCE, "REGISTERED");
        LocalDate day = LocalDate.of(2021, 12, 15);
        UUID removal = history.removal("STRIKE_OFF", member, first, day, List.of("ABSENT_THREE_MONTHS"));
        Instant before = history.now();
        List<String> grounds = List.of("ABSENT_THREE_MONTHS");
        history.removal(removal, "STRIKE_OFF", member, first, day, grounds, LocalDate.of(2022, 6, 1));
        feed.all(history);
        String of = "unit=D.W&indicators=removal.members&from=2020-01-01&to=2022-12-31";
        assertThat(asking.figure(of).over()).isEqualTo("0/1");
        assertThat(asking.figure(of + "&knownAt=" + before).over()).isEqualTo("1/1");
    }

    private History.Review review(UUID cycle, UUID member, UUID unit) {
        return history.review(cycle, 2022, "MEMBER", member, unit, OPENED);
    }
}
