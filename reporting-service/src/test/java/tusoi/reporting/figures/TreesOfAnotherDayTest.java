package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tusoi.platform.ids.Ids;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.History.Line;
import tusoi.reporting.ReportingTest;

/** Where a unit's own fact, a measure against it, stands in the tree of another day. Ward W has the branches, ward X stands beside. */
@ReportingTest
class TreesOfAnotherDayTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final LocalDate Y2019 = LocalDate.of(2019, 7, 1);
    private static final LocalDate Y2020 = LocalDate.of(2020, 7, 1);
    private static final LocalDate Y2021 = LocalDate.of(2021, 7, 1);

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private final Set<Line> lines = new LinkedHashSet<>();
    private UUID district;
    private UUID ward;
    private UUID beside;

    @BeforeEach
    void twoWards() {
        feed.clear();
        district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        ward = history.unit("W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        beside = history.unit("X", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
    }

    @Test
    void aMergersUnitsAreInWhatTheyBecame() {
        UUID first = branch("P1", ward, SINCE, null);
        UUID second = branch("P2", beside, SINCE, null);
        UUID merged = Ids.next();
        link(first, merged, Y2020);
        link(second, merged, Y2020);
        tell(first, "P1", ward, SINCE, Y2020);
        tell(second, "P2", beside, SINCE, Y2020);
        tell(merged, "M", ward, Y2020, null);
        measure(first, Y2019);
        measure(merged, Y2021);
        all();
        assertThat(parts("W", "2021-12-31")).isEqualTo(Map.of("M", "2"));
        assertThat(parts("D", "2019-12-31")).isEqualTo(Map.of("W", "1", "X", "0"));
        assertThat(unplaced("D", "2019-12-31"))
                .as("what the merged one did, before the merger")
                .isEqualTo(1);
        assertThat(total("W", "2019-12-31") + total("X", "2019-12-31") + 1).isEqualTo(total("D", "2019-12-31"));
    }

    @Test
    void aSplitUnitIsInNoneOfItsPartsButInWhatStandsOverAllOfThem() {
        UUID whole = branch("P", ward, SINCE, null);
        UUID first = Ids.next();
        UUID second = Ids.next();
        link(whole, first, Y2020);
        link(whole, second, Y2020);
        tell(whole, "P", ward, SINCE, Y2020);
        tell(first, "S1", ward, Y2020, null);
        tell(second, "S2", ward, Y2020, null);
        measure(whole, Y2019);
        measure(second, Y2021);
        all();
        assertThat(parts("W", "2021-12-31")).isEqualTo(Map.of("S1", "0", "S2", "1"));
        assertThat(unplaced("W", "2021-12-31")).isEqualTo(1);
        assertThat(parts("D", "2021-12-31"))
                .as("the part is what the ward answers")
                .isEqualTo(Map.of("W", "2", "X", "0"));
        assertThat(unplaced("D", "2021-12-31")).isZero();
        assertThat(parts("W", "2019-12-31")).isEqualTo(Map.of("P", "2"));
    }

    @Test
    void whatWasSpunOffIsNoSuccessorOfItsPredecessor() {
        UUID whole = branch("P", ward, SINCE, null);
        UUID part = Ids.next();
        UUID merged = Ids.next();
        link(whole, part, Y2019);
        tell(part, "S", beside, Y2019, null);
        measure(whole, LocalDate.of(2019, 1, 1));
        measure(part, Y2021);
        all();
        assertThat(parts("D", "2020-01-01")).isEqualTo(Map.of("W", "1", "X", "1"));
        assertThat(parts("D", "2019-01-01")).as("before, all of it was the one").isEqualTo(Map.of("W", "2", "X", "0"));
        link(whole, merged, Y2020);
        tell(whole, "P", ward, SINCE, Y2020);
        tell(merged, "M", ward, Y2020, null);
        all();
        assertThat(parts("W", "2021-01-01")).as("it ended, and became M alone").isEqualTo(Map.of("M", "1"));
        assertThat(parts("D", "2021-01-01")).isEqualTo(Map.of("W", "1", "X", "1"));
        assertThat(parts("W", "2019-01-01")).isEqualTo(Map.of("P", "2"));
    }

    @Test
    void aMoveTakesItsFactsAlong() {
        UUID moving = Ids.next();
        history.unitWithLines(
                moving,
                "org.unit-re-parented.v1",
                "P",
                List.of(
                        History.unitSlice(SINCE, Y2020, "BRANCH", "BRANCH", "RESIDENTIAL", ward),
                        History.unitSlice(Y2020, null, "BRANCH", "BRANCH", "RESIDENTIAL", beside)),
                lines);
        measure(moving, Y2019);
        all();
        assertThat(parts("D", "2019-12-31")).isEqualTo(Map.of("W", "1", "X", "0"));
        assertThat(parts("D", "2020-12-31")).isEqualTo(Map.of("W", "0", "X", "1"));
    }

    /** Ended or dissolved without anybody that follows, or founded out of nothing. */
    @Test
    void aUnitThatNobodyIsLinkedToIsUnplacedAtItsSuperior() {
        UUID gone = branch("P", ward, SINCE, Y2020);
        UUID young = branch("N", beside, Y2020, null);
        measure(gone, Y2019);
        measure(young, Y2021);
        all();
        assertThat(parts("D", "2021-12-31")).isEqualTo(Map.of("W", "1", "X", "1"));
        assertThat(unplaced("W", "2021-12-31")).isEqualTo(1);
        assertThat(parts("D", "2019-12-31")).isEqualTo(Map.of("W", "1", "X", "1"));
        assertThat(unplaced("X", "2019-12-31")).isEqualTo(1);
    }

    /** Split, and the parts merge again: all ways lead to one unit. Its superior ends in between. */
    @Test
    void aChainOfReorganisationsIsFollowedToItsEnd() {
        UUID whole = branch("P", ward, SINCE, null);
        UUID first = Ids.next();
        UUID second = Ids.next();
        UUID merged = Ids.next();
        link(whole, first, Y2019);
        link(whole, second, Y2019);
        link(first, merged, Y2020);
        link(second, merged, Y2020);
        link(ward, beside, Y2021);
        tell(whole, "P", ward, SINCE, Y2019);
        tell(first, "S1", ward, Y2019, Y2020);
        tell(second, "S2", ward, Y2019, Y2020);
        history.unitWithLines(
                merged,
                "org.unit-re-parented.v1",
                "M",
                List.of(
                        History.unitSlice(Y2020, Y2021, "BRANCH", "BRANCH", "RESIDENTIAL", ward),
                        History.unitSlice(Y2021, null, "BRANCH", "BRANCH", "RESIDENTIAL", beside)),
                lines);
        UUID gone = branch("G", ward, SINCE, Y2019);
        history.unitWithLines(
                ward,
                "org.unit-ended.v1",
                "W",
                List.of(History.unitSlice(SINCE, Y2021, "GRASSROOTS", "PARTY_ORGANISATION", null, district)),
                lines);
        measure(whole, LocalDate.of(2019, 1, 1));
        measure(gone, LocalDate.of(2019, 1, 1));
        measure(merged, LocalDate.of(2022, 1, 1));
        all();
        assertThat(parts("X", "2022-12-31")).isEqualTo(Map.of("M", "2"));
        assertThat(unplaced("X", "2022-12-31"))
                .as("of the one whose superior was merged away")
                .isEqualTo(1);
        assertThat(parts("W", "2019-12-31")).isEqualTo(Map.of("S1", "0", "S2", "0"));
        assertThat(unplaced("W", "2019-12-31")).isEqualTo(3);
        assertThat(parts("W", "2019-01-01")).isEqualTo(Map.of("P", "2", "G", "1"));
    }

    @Test
    void aRevokedReorganisationLeavesNoTraceButInWhatWasKnown() {
        UUID first = branch("P", ward, SINCE, null);
        UUID into = branch("Q", beside, SINCE, null);
        measure(first, Y2019);
        link(first, into, Y2020);
        tell(first, "P", ward, SINCE, Y2020);
        tell(into, "Q", beside, SINCE, null);
        Instant known = history.now();
        lines.clear();
        tell(first, "P", ward, SINCE, null);
        all();
        assertThat(parts("D", "2021-12-31")).isEqualTo(Map.of("W", "1", "X", "0"));
        assertThat(parts("D", "2021-12-31&knownAt=" + known)).isEqualTo(Map.of("W", "0", "X", "1"));
    }

    private UUID branch(String code, UUID parent, LocalDate from, @org.jspecify.annotations.Nullable LocalDate to) {
        UUID unit = Ids.next();
        tell(unit, code, parent, from, to);
        return unit;
    }

    private void tell(
            UUID unit, String code, UUID parent, LocalDate from, @org.jspecify.annotations.Nullable LocalDate to) {
        String type = to == null ? "org.unit-established.v1" : "org.unit-ended.v1";
        history.unitWithLines(
                unit,
                type,
                code,
                List.of(History.unitSlice(from, to, "BRANCH", "BRANCH", "RESIDENTIAL", parent)),
                lines);
    }

    private void link(UUID predecessor, UUID successor, LocalDate on) {
        lines.add(new Line(predecessor, successor, on));
    }

    private void measure(UUID unit, LocalDate on) {
        history.discipline("UNIT", unit, unit, "REPRIMAND", on, List.of("OTHER"));
    }

    private void all() {
        feed.all(history);
    }

    private Asking.Figure figure(String unit, String asOf) {
        return asking.figure(
                "unit=" + unit + "&indicators=discipline.units&from=2018-01-01&to=2022-12-31&by=unit&asOf=" + asOf);
    }

    /** Numerators alone. */
    private Map<String, String> parts(String unit, String asOf) {
        Map<String, String> parts = figure(unit, asOf).parts();
        parts.replaceAll((_, part) -> part.replaceFirst("/.*", ""));
        return parts;
    }

    private int unplaced(String unit, String asOf) {
        return figure(unit, asOf).unplaced().intValueExact();
    }

    private int total(String unit, String asOf) {
        return figure(unit, asOf).numerator().intValueExact();
    }
}
