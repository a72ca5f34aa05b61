package tusoi.bench.nation;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes members, their movements and their reviews, each version with its recorded time, member by member. */
final class FactsWriter {
    private static final String FACT = "aggregate_id, version, recorded_from, recorded_to, ";
    private static final int OF_100_CORRECTED = 1;

    private final Nation nation;
    private final Connections connections;

    FactsWriter(Nation nation, Connections connections) {
        this.nation = nation;
        this.connections = connections;
    }

    private record Tables(
            BinaryCopy versions, BinaryCopy memberships, BinaryCopy movements, BinaryCopy reviews, BinaryCopy grades) {
        long rows() {
            return memberships.rows() + movements.rows() + reviews.rows() + grades.rows();
        }
    }

    /** Returns how many rows of facts there are; the versions beside them are not counted. */
    long write() throws SQLException {
        cycles();
        try (var versions = connections.copy("reporting.version", "aggregate_id, version, recorded_from");
                var memberships = connections.copy(
                        "reporting.membership", FACT + "n, unit_id, valid_from, valid_to, state, exempt, suspended");
                var movements = connections.copy(
                        "reporting.movement",
                        FACT + "n, on_day, kind, unit_id, other_unit_id, case_id, reorganisation_id");
                var reviews = connections.copy(
                        "reporting.review",
                        FACT
                                + "cycle_id, year, subject_type, subject_id, unit_id, obliged_from, excluded_reason, self_reviewed_on,"
                                + " self_grade, proposed_on, proposed_grade, decided_on, reported_on, profile");
                var grades = connections.copy(
                        "reporting.review_grade",
                        FACT
                                + "n, cycle_id, year, subject_type, subject_id, unit_id, grade, valid_from, valid_to, decider_unit_id")) {
            var tables = new Tables(versions, memberships, movements, reviews, grades);
            for (int member = 0; member < nation.size().members(); member++) {
                Story story = new Story(nation, member);
                life(tables, story, Ids.MEMBER.of(member));
                for (int year = Nation.FIRST_YEAR; year <= Nation.LAST_YEAR; year++) {
                    UUID home = story.homeOn(Nation.openingOf(year));
                    if (home != null) {
                        review(tables, member, story.branch(), year, home);
                    }
                }
            }
            return tables.rows();
        }
    }

    private void cycles() throws SQLException {
        try (var versions = connections.copy("reporting.version", "aggregate_id, version, recorded_from");
                var cycles = connections.copy(
                        "reporting.cycle", FACT + "kind, year, opened_by_unit_id, opened_on, due_on, profile")) {
            for (int year :
                    IntStream.rangeClosed(Nation.FIRST_YEAR, Nation.LAST_YEAR).toArray()) {
                LocalDate opened = Nation.openingOf(year);
                Instant recorded = at(opened, 1, 0);
                UUID id = Nation.cycle(year);
                versions.row(id, 1L, recorded);
                LocalDate due = opened.plusMonths(2);
                cycles.row(id, 1L, recorded, Instant.MAX, "ANNUAL", year, Nation.ID, opened, due, null);
            }
        }
    }

    private static void life(Tables tables, Story story, UUID id) throws SQLException {
        List<Story.Change> changes = story.changes();
        for (int last = 0; last < changes.size(); last++) {
            long version = last + 1L;
            Instant from = changes.get(last).recordedAt();
            Instant to = last + 1 < changes.size() ? changes.get(last + 1).recordedAt() : Instant.MAX;
            tables.versions().row(id, version, from);
            int slices = 0;
            int moves = 0;
            for (int n = 0; n <= last; n++) {
                Story.Change change = changes.get(n);
                if (change.home() != null) {
                    LocalDate end = n < last ? changes.get(n + 1).day() : LocalDate.MAX;
                    tables.memberships()
                            .row(
                                    id,
                                    version,
                                    from,
                                    to,
                                    slices++,
                                    change.home(),
                                    change.day(),
                                    end,
                                    change.state(),
                                    false,
                                    false);
                }
                if (!change.movement().equals("RECOGNISED")) {
                    move(tables, id, version, from, to, moves++, change);
                }
            }
        }
    }

    private static void move(Tables tables, UUID id, long version, Instant from, Instant to, int n, Story.Change change)
            throws SQLException {
        @Nullable UUID unit = change.from() == null ? change.home() : change.from();
        @Nullable UUID other = change.from() == null ? null : change.home();
        tables.movements()
                .row(
                        id,
                        version,
                        from,
                        to,
                        n,
                        change.day(),
                        change.movement(),
                        unit,
                        other,
                        null,
                        change.reorganisation());
    }

    private static void review(Tables tables, int member, int branch, int year, UUID home) throws SQLException {
        long number = 5L * member + (year - Nation.FIRST_YEAR);
        UUID id = Ids.REVIEW.of(number);
        LocalDate decided = LocalDate.of(year, 12, 1).plusDays(Dice.roll("decided" + year, branch, 25));
        Instant recorded = at(decided, 4, branch);
        boolean corrected = Dice.roll("corrected", number, 100) < OF_100_CORRECTED;
        LocalDate revised = corrected ? decided.plusDays(10 + Dice.roll("revised", number, 200)) : LocalDate.MAX;
        Instant end = corrected ? at(revised, 5, branch) : Instant.MAX;
        String grade = grade("grade", number);
        var row = new Review(id, member, year, home, decided);
        row.version(tables, 1, recorded, end);
        row.grade(tables, 1, recorded, end, 1, grade, decided, LocalDate.MAX);
        if (corrected) {
            row.version(tables, 2, end, Instant.MAX);
            row.grade(tables, 2, end, Instant.MAX, 1, grade, decided, revised);
            row.grade(tables, 2, end, Instant.MAX, 2, grade("revision", number), revised, LocalDate.MAX);
        }
    }

    private record Review(UUID id, int member, int year, UUID home, LocalDate decided) {
        void version(Tables tables, long version, Instant from, Instant to) throws SQLException {
            tables.versions().row(id, version, from);
            tables.reviews()
                    .row(
                            id,
                            version,
                            from,
                            to,
                            Nation.cycle(year),
                            year,
                            "MEMBER",
                            Ids.MEMBER.of(member),
                            home,
                            Nation.openingOf(year),
                            null,
                            decided.minusDays(5),
                            null,
                            null,
                            null,
                            decided,
                            null,
                            null);
        }

        void grade(
                Tables tables,
                long version,
                Instant from,
                Instant to,
                int revision,
                String grade,
                LocalDate validFrom,
                LocalDate validTo)
                throws SQLException {
            tables.grades()
                    .row(
                            id,
                            version,
                            from,
                            to,
                            revision,
                            Nation.cycle(year),
                            year,
                            "MEMBER",
                            Ids.MEMBER.of(member),
                            home,
                            grade,
                            validFrom,
                            validTo,
                            Nation.ID);
        }
    }

    private static String grade(String about, long number) {
        int chance = Dice.roll(about, number, 100);
        return chance < 15 ? "EXCELLENT" : chance < 85 ? "GOOD" : chance < 98 ? "COMPLETED" : "NOT_COMPLETED";
    }

    /** A branch's minutes are entered in one go. */
    private static Instant at(LocalDate day, int hour, int branch) {
        return day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC).plusMillis(branch * 17L);
    }
}
