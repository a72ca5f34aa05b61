package tusoi.bench.nation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes the units' versions; who stands under whom is then derived by the projection's own functions. */
final class TreeWriter {
    private final Units units;
    private final Connections connections;

    TreeWriter(Nation nation, Connections connections) {
        this.units = new Units(nation);
        this.connections = connections;
    }

    void write() throws SQLException {
        try (var records = connections.copy("scope.unit_record", "unit_id, version, recorded_from, recorded_to");
                var versions = connections.copy(
                        "scope.unit_version",
                        "unit_id, version, recorded_from, recorded_to, valid_from, valid_to, code, name, level, form, kind, parent_id")) {
            units.each(unit -> {
                records.row(unit.id(), unit.version(), unit.recordedFrom(), unit.recordedTo());
                for (Units.Slice slice : unit.slices()) {
                    versions.row(
                            unit.id(),
                            unit.version(),
                            unit.recordedFrom(),
                            unit.recordedTo(),
                            slice.from(),
                            slice.to(),
                            unit.code(),
                            unit.name(),
                            unit.level(),
                            unit.form(),
                            unit.kind(),
                            slice.parent());
                }
            });
        }
        try (var told = connections.copy(
                "scope.lineage_told", "reported_by, version, predecessor_id, successor_id, on_day, kind")) {
            units.each(unit -> {
                for (Units.Link link : unit.links()) {
                    told.row(unit.id(), unit.version(), link.predecessor(), link.successor(), link.on(), link.kind());
                }
            });
        }
        derive();
    }

    private void derive() throws SQLException {
        try (Connection connection = connections.open();
                var statement = connection.createStatement()) {
            for (String sql : List.of("""
                    insert into scope.link (unit_id, parent_id, valid_from, valid_to, recorded_from, recorded_to)
                    select unit_id, parent_id, valid_from, valid_to, recorded_from, recorded_to
                      from scope.links_of((select array_agg(distinct unit_id) from scope.unit_record))
                    """, "analyze scope.link", """
                    insert into scope.closure (ancestor_id, unit_id, depth, valid_from, valid_to, recorded_from, recorded_to)
                    select ancestor_id, unit_id, depth, valid_from, valid_to, recorded_from, recorded_to
                      from scope.closure_of((select array_agg(distinct unit_id) from scope.unit_record))
                    """, """
                    insert into scope.lineage (predecessor_id, successor_id, on_day, recorded_from, recorded_to, kind)
                    select predecessor_id, successor_id, on_day, recorded_from, recorded_to, kind
                      from scope.lineage_of((select array_agg(distinct predecessor_id) from scope.lineage_told))
                    """, """
                    insert into scope.unit_life (unit_id, first_day, end_day, last_parent_id)
                    select unit_id, min(valid_from), max(valid_to), (array_agg(parent_id order by valid_from desc))[1]
                      from scope.unit_version where recorded_to = 'infinity' group by unit_id
                    """)) {
                statement.execute(sql);
            }
        }
    }
}
