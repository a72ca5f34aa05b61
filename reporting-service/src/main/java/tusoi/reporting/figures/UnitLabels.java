package tusoi.reporting.figures;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;
import tusoi.reporting.figures.RowsView.RowUnitView;

/** Codes and names of units: as of the day of the tree, else the last that were known, whether the unit lives then or not. */
@Component
class UnitLabels {
    private final JdbcClient jdbc;

    UnitLabels(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, RowUnitView> of(Question question, Collection<UUID> units) {
        Map<UUID, RowUnitView> labels = new HashMap<>();
        units.forEach(unit -> labels.put(unit, new RowUnitView(unit, null, null)));
        jdbc.sql("""
                        select distinct on (unit_id) unit_id, code, name
                          from scope.unit_version
                         where unit_id = any (:units) and recorded_from <= :knownAt and recorded_to > :knownAt
                         order by unit_id, (valid_from <= :asOf and valid_to > :asOf) desc, valid_from desc
                        """)
                .param("units", SqlArrays.uuids(List.copyOf(labels.keySet()), unit -> unit))
                .param("knownAt", question.knownAt().atOffset(ZoneOffset.UTC))
                .param("asOf", question.asOf())
                .query((row, _) -> new RowUnitView(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list()
                .forEach(label -> labels.put(label.id(), label));
        return labels;
    }
}
