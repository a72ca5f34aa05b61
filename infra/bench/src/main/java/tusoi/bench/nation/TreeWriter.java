package tusoi.bench.nation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the units' versions; who stands under whom is then derived by the projection's own functions. */
final class TreeWriter {
    private static final Instant FIRST = Instant.parse("2020-01-02T00:00:00Z");

    private final Nation nation;
    private final Connections connections;

    TreeWriter(Nation nation, Connections connections) {
        this.nation = nation;
        this.connections = connections;
    }

    private record Unit(
            UUID id,
            String code,
            String level,
            String form,
            @Nullable UUID parent) {}

    /** The last slice of a unit, after what is common to both. */
    private record Change(LocalDate day, @Nullable UUID parent, Instant recordedAt) {}

    void write() throws SQLException {
        Map<UUID, Change> changes = changes();
        try (var records = connections.copy("scope.unit_record", "unit_id, version, recorded_from, recorded_to");
                var versions = connections.copy(
                        "scope.unit_version",
                        "unit_id, version, recorded_from, recorded_to, valid_from, valid_to, code, name, level, form, kind, parent_id")) {
            var out = new Out(records, versions);
            Size size = nation.size();
            out.unit(new Unit(Nation.ID, "VN", "CENTRAL", "PARTY_ORGANISATION", null), changes);
            for (int n = 0; n < size.provinces(); n++) {
                UUID id = Ids.PROVINCE.of(n);
                out.unit(new Unit(id, "P" + n, "PROVINCE", "PARTY_ORGANISATION", Nation.ID), changes);
            }
            for (int n = 0; n < size.communes(); n++) {
                UUID province = Ids.PROVINCE.of(size.provinceOf(n));
                out.unit(new Unit(Ids.COMMUNE.of(n), "C" + n, "DISTRICT", "PARTY_ORGANISATION", province), changes);
            }
            for (int n = 0; n < size.bases(); n++) {
                UUID commune = Ids.COMMUNE.of(size.communeOf(n));
                out.unit(new Unit(Ids.BASE.of(n), "B" + n, "GRASSROOTS", "PARTY_ORGANISATION", commune), changes);
            }
            for (int n = 0; n < size.branches(); n++) {
                UUID base = Ids.BASE.of(size.baseOf(n));
                out.unit(new Unit(Ids.BRANCH.of(n), "K" + n, "BRANCH", "BRANCH", base), changes);
            }
            for (Reorganisation reorganisation : nation.reorganisations()) {
                for (int which = 0; which < reorganisation.founds(); which++) {
                    out.founded(reorganisation, which);
                }
            }
        }
        lineage();
        derive();
    }

    private record Out(BinaryCopy records, BinaryCopy versions) {
        void unit(Unit unit, Map<UUID, Change> changes) throws SQLException {
            Change change = changes.get(unit.id());
            Instant end = change == null ? Instant.MAX : change.recordedAt();
            records.row(unit.id(), 1L, FIRST, end);
            slice(unit, 1L, FIRST, end, Nation.SINCE, LocalDate.MAX, unit.parent());
            if (change != null) {
                records.row(unit.id(), 2L, end, Instant.MAX);
                slice(unit, 2L, end, Instant.MAX, Nation.SINCE, change.day(), unit.parent());
                if (change.parent() != null) {
                    slice(unit, 2L, end, Instant.MAX, change.day(), LocalDate.MAX, change.parent());
                }
            }
        }

        void founded(Reorganisation by, int which) throws SQLException {
            UUID id = by.founded(which);
            String code = "M" + by.number() + "." + which;
            records.row(id, 1L, by.recordedAt(), Instant.MAX);
            slice(
                    new Unit(id, code, "BRANCH", "BRANCH", by.under()),
                    1L,
                    by.recordedAt(),
                    Instant.MAX,
                    by.day(),
                    LocalDate.MAX,
                    by.under());
        }

        private void slice(
                Unit unit,
                long version,
                Instant recordedFrom,
                Instant recordedTo,
                LocalDate from,
                LocalDate to,
                @Nullable UUID parent)
                throws SQLException {
            String kind = unit.form().equals("BRANCH") ? "RESIDENTIAL" : null;
            versions.row(
                    unit.id(),
                    version,
                    recordedFrom,
                    recordedTo,
                    from,
                    to,
                    unit.code(),
                    "Đơn vị " + unit.code(),
                    unit.level(),
                    unit.form(),
                    kind,
                    parent);
        }
    }

    private Map<UUID, Change> changes() {
        Map<UUID, Change> changes = new HashMap<>();
        for (Reorganisation one : nation.reorganisations()) {
            Ids kind =
                    switch (one.kind()) {
                        case BRANCHES_MERGE, BRANCH_SPLITS -> Ids.BRANCH;
                        case BASE_MOVES -> Ids.BASE;
                        case COMMUNE_MOVES -> Ids.COMMUNE;
                    };
            UUID parent = one.movesMembers() ? null : one.under();
            one.units().forEach(unit -> changes.put(kind.of(unit), new Change(one.day(), parent, one.recordedAt())));
        }
        return changes;
    }

    private void lineage() throws SQLException {
        try (var told = connections.copy(
                "scope.lineage_told", "reported_by, version, predecessor_id, successor_id, on_day, kind")) {
            for (Reorganisation one : nation.reorganisations()) {
                String kind = one.kind() == Reorganisation.Kind.BRANCHES_MERGE ? "MERGE" : "SPLIT";
                for (int which = 0; which < one.founds(); which++) {
                    UUID founded = one.founded(which);
                    for (int unit : one.units()) {
                        UUID ended = Ids.BRANCH.of(unit);
                        told.row(founded, 1L, ended, founded, one.day(), kind);
                        told.row(ended, 2L, ended, founded, one.day(), kind);
                    }
                }
            }
        }
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
