package tusoi.org.workingrules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.workingrules.domain.WorkingRules;
import tusoi.org.workingrules.domain.WorkingRules.Attachment;
import tusoi.org.workingrules.domain.WorkingRules.Other;
import tusoi.org.workingrules.domain.WorkingRules.Task;

/** Working rules as aggregates; every version stays. */
@Repository
class WorkingRulesStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    WorkingRulesStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Stored(WorkingRules rules, long version, Instant recordedAt) {}

    /** What a version rests on; {@code warnings} as JSON. */
    record Grounds(@Nullable String reason, String profile, String warnings, UUID actor, Instant recordedAt) {}

    void lockOf(UUID unit) {
        jdbc.sql("select pg_advisory_xact_lock(20086, hashtext(?::text))")
                .param(unit)
                .query()
                .singleRow();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql("""
                        select *, nullif(valid_to, 'infinity') as until from org.working_rules_version
                        where id = ? and recorded_to = 'infinity'
                        """)
                .param(id)
                .query((row, n) -> new Stored(
                        rules(row),
                        row.getLong("version"),
                        row.getObject("recorded_from", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The validities of the unit's other working rules. */
    List<Other> others(WorkingRules rules) {
        return jdbc.sql("""
                        select valid_from, nullif(valid_to, 'infinity') as valid_to from org.working_rules_version
                        where unit_id = ? and id <> ? and recorded_to = 'infinity'
                        """)
                .params(rules.unit(), rules.id())
                .query((row, n) -> new Other(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    void save(WorkingRules rules, long version, Grounds grounds) {
        OffsetDateTime at = grounds.recordedAt().atOffset(ZoneOffset.UTC);
        jdbc.sql("update org.working_rules_version set recorded_to = ? where id = ? and recorded_to = 'infinity'")
                .params(at, rules.id())
                .update();
        jdbc.sql("""
                        insert into org.working_rules_version
                            (id, version, recorded_from, unit_id, document_number, adopted_on, valid_from, valid_to, attachment, tasks,
                             reason, profile, warnings, actor)
                        values (?, ?, ?, ?, ?, ?, ?, coalesce(?::date, 'infinity'), ?::jsonb, ?::jsonb, ?, ?, ?::jsonb, ?)
                        """)
                .params(Arrays.asList(
                        rules.id(),
                        version,
                        at,
                        rules.unit(),
                        rules.documentNumber(),
                        rules.adoptedOn(),
                        rules.validFrom(),
                        rules.validTo(),
                        json.writeValueAsString(rules.attachment()),
                        json.writeValueAsString(rules.tasks()),
                        grounds.reason(),
                        grounds.profile(),
                        grounds.warnings(),
                        grounds.actor()))
                .update();
    }

    WorkingRules rules(ResultSet row) throws SQLException {
        return new WorkingRules(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("document_number"),
                row.getObject("adopted_on", LocalDate.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("until", LocalDate.class),
                json.readValue(row.getString("attachment"), Attachment.class),
                List.of(json.readValue(row.getString("tasks"), Task[].class)));
    }
}
