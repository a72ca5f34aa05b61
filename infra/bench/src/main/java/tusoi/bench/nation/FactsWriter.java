package tusoi.bench.nation;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes members' lives, then each year's reviews, each version with its recorded time and about in its order, as events would have brought
 * them. Every table by one COPY of its own into an empty one without indexes, frozen as it is copied: nothing has to be cleaned up
 * afterwards.
 */
final class FactsWriter {
    private static final String FACT = "aggregate_id, version, recorded_from, recorded_to, ";

    private final Nation nation;
    private final Connections connections;

    FactsWriter(Nation nation, Connections connections) {
        this.nation = nation;
        this.connections = connections;
    }

    /** Returns how many rows of facts there are; the versions beside them are not counted. */
    long write() throws SQLException {
        try (var versions = connections.copyAnew("reporting.version", "aggregate_id, version, recorded_from")) {
            cycles(versions);
            return lives(versions) + reviews(versions);
        }
    }

    private void cycles(BinaryCopy versions) throws SQLException {
        try (var cycles = connections.copyAnew(
                "reporting.cycle", FACT + "kind, year, opened_by_unit_id, opened_on, due_on, profile")) {
            for (int year = Nation.FIRST_YEAR; year <= Nation.LAST_YEAR; year++) {
                LocalDate opened = Nation.openingOf(year);
                Instant recorded = Nation.openedAt(year);
                LocalDate due = opened.plusMonths(2);
                versions.row(Nation.cycle(year), 1L, recorded);
                cycles.row(Nation.cycle(year), 1L, recorded, Instant.MAX, "ANNUAL", year, Nation.ID, opened, due, null);
            }
        }
    }

    private long lives(BinaryCopy versions) throws SQLException {
        try (var memberships = connections.copyAnew(
                        "reporting.membership", FACT + "n, unit_id, valid_from, valid_to, state, exempt, suspended");
                var movements = connections.copyAnew(
                        "reporting.movement",
                        FACT + "n, on_day, kind, unit_id, other_unit_id, case_id, reorganisation_id")) {
            for (int member = 0; member < nation.size().members(); member++) {
                life(member, versions, memberships, movements);
            }
            return memberships.rows() + movements.rows();
        }
    }

    private void life(int member, BinaryCopy versions, BinaryCopy memberships, BinaryCopy movements)
            throws SQLException {
        var id = Ids.MEMBER.of(member);
        for (Story.Picture picture : new Story(nation, member).pictures()) {
            long version = picture.version();
            Instant from = picture.recordedFrom();
            Instant to = picture.recordedTo();
            versions.row(id, version, from);
            int n = 0;
            for (Story.Slice slice : picture.slices()) {
                memberships.row(
                        id,
                        version,
                        from,
                        to,
                        n++,
                        slice.home(),
                        slice.from(),
                        slice.to(),
                        slice.state(),
                        false,
                        false);
            }
            n = 0;
            for (Story.Move move : picture.moves()) {
                movements.row(
                        id,
                        version,
                        from,
                        to,
                        n++,
                        move.on(),
                        move.kind(),
                        move.unit(),
                        move.other(),
                        null,
                        move.reorganisation());
            }
        }
    }

    private long reviews(BinaryCopy versions) throws SQLException {
        try (var reviews = connections.copyAnew(
                        "reporting.review",
                        FACT
                                + "cycle_id, year, subject_type, subject_id, unit_id, obliged_from, excluded_reason, self_reviewed_on,"
                                + " self_grade, proposed_on, proposed_grade, decided_on, reported_on, profile");
                var grades = connections.copyAnew(
                        "reporting.review_grade",
                        FACT
                                + "n, cycle_id, year, subject_type, subject_id, unit_id, grade, valid_from, valid_to, decider_unit_id")) {
            for (int year = Nation.FIRST_YEAR; year <= Nation.LAST_YEAR; year++) {
                for (int member = 0; member < nation.size().members(); member++) {
                    Review review = new Story(nation, member).review(year);
                    if (review != null) {
                        review(review, versions, reviews, grades);
                    }
                }
            }
            return reviews.rows() + grades.rows();
        }
    }

    private static void review(Review review, BinaryCopy versions, BinaryCopy reviews, BinaryCopy grades)
            throws SQLException {
        for (int version = 1; version <= review.versions(); version++) {
            Instant from = review.recordedFrom(version);
            Instant to = review.recordedTo(version);
            versions.row(review.id(), (long) version, from);
            reviews.row(
                    review.id(),
                    (long) version,
                    from,
                    to,
                    Nation.cycle(review.year()),
                    review.year(),
                    "MEMBER",
                    review.member(),
                    review.home(),
                    Nation.openingOf(review.year()),
                    null,
                    review.selfReviewed(),
                    null,
                    null,
                    null,
                    review.decided(),
                    null,
                    null);
            for (int n = 0; n < version; n++) {
                Review.Grade grade = review.grades().get(n);
                grades.row(
                        review.id(),
                        (long) version,
                        from,
                        to,
                        n + 1,
                        Nation.cycle(review.year()),
                        review.year(),
                        "MEMBER",
                        review.member(),
                        review.home(),
                        grade.grade(),
                        grade.decided(),
                        n + 1 < version ? review.grades().get(n + 1).decided() : LocalDate.MAX,
                        Nation.ID);
            }
        }
    }
}
