package tusoi.org.units;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.ids.UnitId;

/** Who went before whom, from which day, and until when this was held to be so. */
@Repository
class Lineage {
    private final JdbcClient jdbc;

    Lineage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a link of the line rests on: from which day, and by which reorganisation, if it was one. */
    record Since(LocalDate day, @Nullable UUID reorganisation, Instant recordedAt) {}

    void link(Collection<UUID> predecessors, Collection<UUID> successors, Since since) {
        for (UUID predecessor : predecessors) {
            for (UUID successor : successors) {
                jdbc.sql("""
                                insert into org.unit_lineage (predecessor_id, successor_id, recorded_at, on_day, reorganisation_id)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(Arrays.asList(
                                predecessor,
                                successor,
                                since.recordedAt().atOffset(ZoneOffset.UTC),
                                since.day(),
                                since.reorganisation()))
                        .update();
            }
        }
    }

    /** What a reorganisation said of lines is not held to be so any more. */
    void revoke(UUID reorganisation, Instant recordedAt) {
        jdbc.sql("""
                        update org.unit_lineage set recorded_to = ?
                        where reorganisation_id = ? and recorded_to = 'infinity'
                        """)
                .params(recordedAt.atOffset(ZoneOffset.UTC), reorganisation)
                .update();
    }

    List<UUID> predecessors(UnitId id) {
        return jdbc.sql("""
                        select predecessor_id from org.unit_lineage
                        where successor_id = ? and recorded_to = 'infinity' order by 1
                        """).param(id.value()).query(UUID.class).list();
    }

    List<UUID> successors(UnitId id) {
        return jdbc.sql("""
                        select successor_id from org.unit_lineage
                        where predecessor_id = ? and recorded_to = 'infinity' order by 1
                        """).param(id.value()).query(UUID.class).list();
    }
}
