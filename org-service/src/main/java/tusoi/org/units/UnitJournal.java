package tusoi.org.units;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.OrgEvents;
import tusoi.org.contract.UnitData;
import tusoi.org.ids.UnitId;
import tusoi.org.units.domain.DecisionBasis;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.UnitChange;
import tusoi.org.units.domain.UnitState;
import tusoi.org.validity.Slice;
import tusoi.platform.audit.Audit;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.security.ActorIds;

/** Writes down a version of a unit: its decision with the warnings answered, the audit row, the event. */
@Component
class UnitJournal {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RuleProfiles profiles;
    private final ActorIds actors;
    private final Audit audit;
    private final OrgEvents events;
    private final OrgUnits units;

    UnitJournal(
            JdbcClient jdbc,
            JsonMapper json,
            RuleProfiles profiles,
            ActorIds actors,
            Audit audit,
            OrgEvents events,
            OrgUnits units) {
        this.jdbc = jdbc;
        this.json = json;
        this.profiles = profiles;
        this.actors = actors;
        this.audit = audit;
        this.events = events;
        this.units = units;
    }

    void write(
            Accepted<OrgUnit, UnitChange> accepted,
            @Nullable OrgUnit before,
            long version,
            DecisionBasis basis,
            Overrides overrides,
            Instant recordedAt) {
        OrgUnit unit = accepted.state();
        UnitData data = data(unit, basis);
        saveDecision(accepted, version, basis, overrides, recordedAt);
        events.unit(type(accepted.event()), version, data);
        audit.changed(
                type(accepted.event()),
                "unit",
                unit.id().value(),
                unit.id().value(),
                before == null ? null : slices(before),
                data,
                json.writeValueAsString(overrides.reasonsByRule()));
    }

    private void saveDecision(
            Accepted<OrgUnit, UnitChange> accepted,
            long version,
            DecisionBasis basis,
            Overrides overrides,
            Instant recordedAt) {
        List<Answered> answered = accepted.warnings().stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        overrides.reasonsByRule().getOrDefault(warning.rule().code(), "")))
                .toList();
        jdbc.sql("""
                        insert into org.unit_decision values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        accepted.state().id().value(),
                        version,
                        accepted.event().name(),
                        basis.number(),
                        basis.body(),
                        basis.signedOn(),
                        basis.effectiveOn(),
                        profiles.on("org", basis.effectiveOn()).code(),
                        json.writeValueAsString(answered),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        actors.current())
                .update();
    }

    private UnitData data(OrgUnit unit, DecisionBasis basis) {
        return new UnitData(
                unit.id().value(),
                unit.code(),
                slices(unit),
                units.predecessors(unit.id()),
                units.successors(unit.id()),
                new UnitData.Decision(basis.number(), basis.body(), basis.signedOn(), basis.effectiveOn()));
    }

    private static List<UnitData.Slice> slices(OrgUnit unit) {
        return unit.states().slices().stream().map(UnitJournal::slice).toList();
    }

    private static UnitData.Slice slice(Slice<UnitState> slice) {
        UnitState state = slice.value();
        UnitId parent = state.parent();
        return new UnitData.Slice(
                slice.from(),
                slice.to(),
                state.name(),
                state.level().name(),
                state.form().name(),
                state.kind(),
                parent == null ? null : parent.value());
    }

    private static String type(UnitChange change) {
        return switch (change) {
            case ESTABLISHED -> "org.unit-established.v1";
            case RENAMED -> "org.unit-renamed.v1";
            case RE_PARENTED -> "org.unit-re-parented.v1";
            case LEVEL_CHANGED -> "org.unit-level-changed.v1";
            case KIND_CHANGED -> "org.unit-kind-changed.v1";
            case ENDED -> "org.unit-ended.v1";
        };
    }

    private record Answered(String rule, String detail, String reason) {}
}
