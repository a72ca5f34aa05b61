package tusoi.reporting.figures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;
import tusoi.reporting.sums.Hops;

/** Finds the persons whom reorganisations took over a border: their facts alone may count elsewhere than where they are of. */
@Component
class Concerned {
    private static final int MOVES_AT_MOST = 20_000;

    private final JdbcClient jdbc;

    Concerned(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param persons whose facts are to be looked at one by one
     * @param units all between which they were ever taken: what they have in others stays there
     */
    record Persons(List<UUID> persons, List<UUID> units) {}

    private record Move(UUID person, UUID from, UUID to) {}

    /** @param crossings from where to where; empty if there are too many persons to be looked at one by one */
    Optional<Persons> by(List<Hops.Hop> crossings) {
        List<UUID> taken = taken(crossings);
        List<Move> moves = taken.size() > MOVES_AT_MOST ? List.of() : moves(taken);
        if (taken.size() > MOVES_AT_MOST || moves.size() > MOVES_AT_MOST) {
            return Optional.empty();
        }
        Set<UUID> persons = new LinkedHashSet<>();
        Set<UUID> units = new LinkedHashSet<>();
        for (Move move : moves) {
            persons.add(move.person());
            units.add(move.from());
            units.add(move.to());
        }
        return Optional.of(new Persons(new ArrayList<>(persons), new ArrayList<>(units)));
    }

    /** Somebody may be named more than once: no row is read beyond the bound. */
    private List<UUID> taken(List<Hops.Hop> crossings) {
        return jdbc.sql("""
                        select m.aggregate_id
                          from unnest(cast(:from as uuid[]), cast(:to as uuid[])) over_border (unit_id, other_unit_id)
                          join reporting.movement m using (unit_id, other_unit_id)
                         where m.reorganisation_id is not null
                         limit :limit
                        """)
                .param("from", SqlArrays.uuids(crossings, Hops.Hop::from))
                .param("to", SqlArrays.uuids(crossings, Hops.Hop::to))
                .param("limit", MOVES_AT_MOST + 1)
                .query(UUID.class)
                .list();
    }

    private List<Move> moves(List<UUID> persons) {
        return jdbc.sql("""
                        select m.aggregate_id, m.unit_id, m.other_unit_id
                          from reporting.movement m
                         where m.aggregate_id = any (:persons) and m.reorganisation_id is not null
                           and m.unit_id is not null and m.other_unit_id is not null
                         limit :limit
                        """)
                .param("persons", new LinkedHashSet<>(persons).toArray(UUID[]::new))
                .param("limit", MOVES_AT_MOST + 1)
                .query((row, _) -> new Move(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .list();
    }
}
