package tusoi.org.units.kept;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.OrgEvents;
import tusoi.org.contract.OrgEvents.UnitEvent;
import tusoi.org.contract.UnitData;
import tusoi.org.units.domain.DecisionBasis;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.UnitChange;
import tusoi.platform.audit.Audit;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.rules.Warning;
import tusoi.platform.security.ActorIds;

/** Writes down versions of units: the decision with the warnings answered, the audit row, the event. */
@Component
public class UnitJournal {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RuleProfiles profiles;
    private final ActorIds actors;
    private final Audit audit;
    private final OrgEvents events;
    private final UnitPictures pictures;

    public UnitJournal(
            JdbcClient jdbc,
            JsonMapper json,
            RuleProfiles profiles,
            ActorIds actors,
            Audit audit,
            OrgEvents events,
            UnitPictures pictures) {
        this.jdbc = jdbc;
        this.json = json;
        this.profiles = profiles;
        this.actors = actors;
        this.audit = audit;
        this.events = events;
        this.pictures = pictures;
    }

    /**
     * One version of a unit.
     *
     * @param revoked the change is taken back: the unit is again as it was before
     */
    public record Version(
            OrgUnit unit,
            @Nullable OrgUnit before,
            UnitChange change,
            List<Warning> warnings,
            long number,
            boolean revoked) {
        public boolean neverWas() {
            return revoked && change == UnitChange.ESTABLISHED;
        }
    }

    /** What versions rest on. */
    public record Grounds(
            DecisionBasis basis,
            Overrides overrides,
            @Nullable UUID reorganisation,
            Instant recordedAt) {}

    public void write(Version version, Grounds grounds) {
        write(List.of(version), grounds);
    }

    public void write(List<Version> versions, Grounds grounds) {
        if (versions.isEmpty()) {
            return;
        }
        saveDecisions(versions, grounds);
        List<UnitData> pictures = this.pictures.of(versions, grounds);
        String reasons = json.writeValueAsString(grounds.overrides().reasonsByRule());
        List<UnitEvent> announced = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            UnitData data = pictures.get(i);
            announced.add(new UnitEvent(type(version), version.number(), data));
            OrgUnit before = version.before();
            audit.changed(
                    type(version),
                    "unit",
                    data.unitId(),
                    data.unitId(),
                    before == null ? null : UnitPictures.slices(before),
                    data,
                    reasons);
        }
        events.units(announced);
    }

    private void saveDecisions(List<Version> versions, Grounds grounds) {
        DecisionBasis basis = grounds.basis();
        jdbc.sql("""
                        insert into org.unit_decision
                        select id, version, change, :number, :body, :signedOn, :effectiveOn, :profile, warnings::jsonb, :at, :actor,
                               cast(:reorganisation as uuid)
                        from unnest(:ids::uuid[], :versions::int8[], :changes::text[], :warnings::text[])
                            as t (id, version, change, warnings)
                        """)
                .param("number", basis.number())
                .param("body", basis.body())
                .param("signedOn", basis.signedOn())
                .param("effectiveOn", basis.effectiveOn())
                .param("profile", profiles.on("org", basis.effectiveOn()).code())
                .param("at", grounds.recordedAt().atOffset(ZoneOffset.UTC))
                .param("actor", actors.current())
                .param("reorganisation", grounds.reorganisation(), Types.OTHER)
                .param("ids", SqlArrays.of("uuid", versions, version -> version.unit()
                        .id()
                        .value()))
                .param("versions", SqlArrays.of("int8", versions, Version::number))
                .param(
                        "changes",
                        SqlArrays.of(
                                "text",
                                versions,
                                version -> version.change().name() + (version.revoked() ? "_REVOKED" : "")))
                .param("warnings", SqlArrays.of("text", versions, version -> answered(version, grounds.overrides())))
                .update();
    }

    private String answered(Version version, Overrides overrides) {
        return json.writeValueAsString(version.warnings().stream()
                .map(warning -> new Answered(
                        warning.rule().code(),
                        warning.detail(),
                        overrides.reasonsByRule().getOrDefault(warning.rule().code(), "")))
                .toList());
    }

    /** A founding taken back is told as an end, an end taken back as a founding: consumers go by the picture. */
    private static String type(Version version) {
        return switch (version.change()) {
            case ESTABLISHED -> version.revoked() ? "org.unit-ended.v1" : "org.unit-established.v1";
            case RENAMED -> "org.unit-renamed.v1";
            case RE_PARENTED -> "org.unit-re-parented.v1";
            case LEVEL_CHANGED -> "org.unit-level-changed.v1";
            case KIND_CHANGED -> "org.unit-kind-changed.v1";
            case ENDED, DISSOLVED -> version.revoked() ? "org.unit-established.v1" : "org.unit-ended.v1";
        };
    }

    private record Answered(String rule, String detail, String reason) {}
}
