package tusoi.org.units.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.contract.UnitData;
import tusoi.org.ids.UnitId;
import tusoi.org.units.UnitStep;
import tusoi.platform.persistence.SqlArrays;

/** Who went before whom, from which day, and until when this was held to be so. */
@Repository
public class Lineage {
    private final JdbcClient jdbc;

    public Lineage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a link of the line rests on: from which day, by what, and by which reorganisation, if it was one. */
    public record Since(
            LocalDate day, UnitStep.Descent kind, @Nullable UUID reorganisation, Instant recordedAt) {}

    public void link(Collection<UUID> predecessors, Collection<UUID> successors, Since since) {
        for (UUID predecessor : predecessors) {
            for (UUID successor : successors) {
                jdbc.sql("""
                                insert into org.unit_lineage (predecessor_id, successor_id, recorded_at, on_day, kind, reorganisation_id)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(Arrays.asList(
                                predecessor,
                                successor,
                                since.recordedAt().atOffset(ZoneOffset.UTC),
                                since.day(),
                                since.kind().name(),
                                since.reorganisation()))
                        .update();
            }
        }
    }

    /** What a reorganisation said of lines is not held to be so any more. */
    public void revoke(UUID reorganisation, Instant recordedAt) {
        jdbc.sql("""
                        update org.unit_lineage set recorded_to = ?
                        where reorganisation_id = ? and recorded_to = 'infinity'
                        """)
                .params(recordedAt.atOffset(ZoneOffset.UTC), reorganisation)
                .update();
    }

    /** The links of each of many units, on either side, as held to be so now. */
    public record Lines(Map<UUID, List<UnitData.Link>> byUnit) {
        public List<UnitData.Link> of(UnitId unit) {
            return byUnit.getOrDefault(unit.value(), List.of());
        }

        List<UUID> before(UnitId unit) {
            return of(unit).stream()
                    .filter(link -> link.successorId().equals(unit.value()))
                    .map(UnitData.Link::predecessorId)
                    .distinct()
                    .toList();
        }

        List<UUID> after(UnitId unit) {
            return of(unit).stream()
                    .filter(link -> link.predecessorId().equals(unit.value()))
                    .map(UnitData.Link::successorId)
                    .distinct()
                    .toList();
        }

        private void add(UUID unit, UnitData.Link link) {
            byUnit.computeIfAbsent(unit, id -> new ArrayList<>()).add(link);
        }
    }

    public Lines of(Collection<UnitId> units) {
        Lines lines = new Lines(new HashMap<>());
        jdbc.sql("""
                        select predecessor_id, successor_id, on_day, kind from org.unit_lineage
                        where recorded_to = 'infinity'
                          and (predecessor_id = any (:ids::uuid[]) or successor_id = any (:ids::uuid[]))
                        order by predecessor_id, successor_id, on_day
                        """)
                .param("ids", SqlArrays.of("uuid", List.copyOf(units), UnitId::value))
                .query(row -> {
                    UnitData.Link link = new UnitData.Link(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, LocalDate.class),
                            row.getString(4));
                    lines.add(link.predecessorId(), link);
                    lines.add(link.successorId(), link);
                });
        return lines;
    }
}
