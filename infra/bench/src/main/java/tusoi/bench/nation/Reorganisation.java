package tusoi.bench.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * A decision that takes effect on a day and was entered three days before it.
 *
 * @param units whom it ends or, where it founds nothing, sets under another
 * @param under whom it founds units, or sets those under
 * @param founds how many
 */
record Reorganisation(int number, LocalDate day, Kind kind, List<Integer> units, UUID under, int founds) {
    enum Kind {
        BRANCHES_MERGE(Ids.BRANCH),
        BRANCH_SPLITS(Ids.BRANCH),
        BASE_MOVES(Ids.BASE),
        COMMUNE_MOVES(Ids.COMMUNE),
        /** Their bases go on under the one that is founded. */
        COMMUNES_MERGE(Ids.COMMUNE);

        private final Ids ids;

        Kind(Ids ids) {
            this.ids = ids;
        }

        /** Of what it concerns. */
        Ids ids() {
            return ids;
        }
    }

    UUID id() {
        return Ids.REORGANISATION.of(number);
    }

    Instant recordedAt() {
        return day.minusDays(3)
                .atTime(LocalTime.of(2, 0))
                .toInstant(ZoneOffset.UTC)
                .plusSeconds(number % 3_600);
    }

    UUID founded(int which) {
        return Ids.FOUNDED.of(2L * number + which);
    }

    /** How what it ends is linked to what it founds. */
    String link() {
        return kind == Kind.BRANCH_SPLITS ? "SPLIT" : "MERGE";
    }

    /** Where it takes a member of the units that it ends. */
    UUID homeOf(int member) {
        return founded(founds == 1 ? 0 : member % founds);
    }

    boolean movesMembers() {
        return kind.ids() == Ids.BRANCH;
    }
}
