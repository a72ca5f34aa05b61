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
import tusoi.reporting.ReportingTest;

/** Two branches of a ward become one on the first of July 2022. */
@ReportingTest
class ReorganisationTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final LocalDate MERGED = LocalDate.of(2022, 7, 1);

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));

    @BeforeEach
    void aMerger() {
        feed.clear();
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        UUID ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        UUID other = history.unit("D.X", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        UUID first = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        UUID second = history.unit("D.X.02", "BRANCH", "BRANCH", "SCHOOL", other, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        UUID merged = Ids.next();
        UUID mover = history.member(first, LocalDate.of(2022, 2, 1), "ADMITTED");
        history.member(second, SINCE, "REGISTERED");
        end(first, "D.W.01", ward, merged);
        end(second, "D.X.02", other, merged);
        history.unitPicture(
                merged,
                "org.unit-established.v1",
                "D.W.03",
                List.of(History.unitSlice(MERGED, null, "BRANCH", "BRANCH", "RESIDENTIAL", ward)),
                List.of(first, second),
                List.of());
        history.memberPicture(
                mover,
                "org.member-transferred.v1",
                List.of(
                        History.slice(LocalDate.of(2022, 2, 1), MERGED, first, "PROBATIONARY"),
                        History.slice(MERGED, null, merged, "PROBATIONARY")),
                List.of(History.movement(LocalDate.of(2022, 2, 1), "ADMITTED", first, null)));
        history.discipline("UNIT", merged, merged, "REPRIMAND", LocalDate.of(2022, 9, 1), List.of("OTHER"));
        feed.all(history);
    }

    private void end(UUID unit, String code, UUID ward, UUID successor) {
        history.unitPicture(
                unit,
                "org.unit-ended.v1",
                code,
                List.of(History.unitSlice(SINCE, MERGED, "BRANCH", "BRANCH", "RESIDENTIAL", ward)),
                List.of(successor));
    }

    @Test
    void whatHappenedInAnEndedUnitIsPlacedUnderItsSuccessor() {
        var admitted = asking.figure("unit=D.W&indicators=member.admitted&from=2022-01-01&to=2022-12-31&by=unit");
        assertThat(admitted.parts()).isEqualTo(Map.of("D.W.03", "1"));
        assertThat(asking.figure("unit=D.W.03&indicators=member.admitted&from=2022-01-01&to=2022-12-31")
                        .numerator())
                .isEqualByComparingTo("1");
        assertThat(asking.figure("unit=D.X&indicators=member.opening&from=2022-01-01&to=2022-12-31")
                        .numerator())
                .isEqualByComparingTo("0");
    }

    @Test
    void underTheTreeOfAnEarlierDayTheOldUnitsStand() {
        var opening =
                asking.figure("unit=D&indicators=member.count&from=2022-01-01&to=2022-06-30&asOf=2022-06-30&by=unit");
        assertThat(opening.parts()).isEqualTo(Map.of("D.W", "1", "D.X", "1"));
        var later = asking.figure("unit=D&indicators=member.count&to=2022-06-30&asOf=2022-12-31&by=unit");
        assertThat(later.parts()).isEqualTo(Map.of("D.W", "2", "D.X", "0"));
    }

    @Test
    void whatTheMergedUnitDidIsUnplacedBeforeTheMerger() {
        var figure = asking.figure(
                "unit=D&indicators=discipline.units&from=2022-01-01&to=2022-12-31&asOf=2022-01-01&by=unit");
        assertThat(figure.numerator()).isEqualByComparingTo("1");
        assertThat(figure.parts()).isEqualTo(Map.of("D.W", "0/1", "D.X", "0/1"));
        assertThat(figure.unplaced()).isEqualByComparingTo("1");
        assertThat(figure.sumOfParts()).isEqualByComparingTo(figure.numerator());
    }

    @Test
    void aUnitThatIsNotInTheTreeOfTheDayHasNoFigure() {
        var figure = asking.figure("unit=D.W.01&indicators=member.count&to=2022-12-31");
        assertThat(figure.node().get("absent").asString()).isEqualTo("unit-not-in-tree");
        assertThat(asking.figure("unit=D.W.01&indicators=member.count&to=2022-06-30")
                        .numerator())
                .isEqualByComparingTo("1");
    }
}
