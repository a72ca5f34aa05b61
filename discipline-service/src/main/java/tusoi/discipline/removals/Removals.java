package tusoi.discipline.removals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.discipline.removals.domain.Removal;
import tusoi.discipline.removals.domain.RemovalFile;
import tusoi.discipline.removals.domain.RemovalId;
import tusoi.platform.problems.ProblemException;

/** Removals, every version of them. */
@Repository
class Removals {
    private static final String NEWEST = """
            select r.case_id, r.version, v.body, n.full_name
            from discipline.removal r
            join discipline.removal_version v on v.case_id = r.case_id and v.version = r.version
            left join discipline.member_name n on n.member_id = discipline.kept_entry(r.member_id)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Removals(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A removal under lock, with its version. */
    record Locked(RemovalDocument document, long version, Instant recordedAt) {
        /** 409 where the removal is in another state. */
        <S extends Removal> S as(Class<S> wanted) {
            Removal state = document.toState();
            if (!wanted.isInstance(state)) {
                throw ProblemException.wrongState("The removal is " + document.state());
            }
            return wanted.cast(state);
        }
    }

    /** 404 where there is none within the caller's rows. */
    Locked lock(RemovalId id) {
        record Head(long version, Instant recordedAt) {}
        Head head = jdbc.sql("select version, recorded_at from discipline.removal where case_id = :id for update")
                .param("id", id.value())
                .query((row, number) -> new Head(
                        row.getLong("version"), row.getTimestamp("recorded_at").toInstant()))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The removal"));
        RemovalDocument document = jdbc.sql(
                        "select body from discipline.removal_version where case_id = :id and version = :version")
                .param("id", id.value())
                .param("version", head.version())
                .query((row, number) -> json.readValue(row.getString("body"), RemovalDocument.class))
                .single();
        return new Locked(document, head.version(), head.recordedAt());
    }

    /** 409 where another removal of the member is under way. */
    void add(RemovalDocument document, Instant recordedAt) {
        RemovalFile file = document.file();
        try {
            jdbc.sql("""
                            insert into discipline.removal
                                (case_id, version, recorded_at, unit_id, member_id, kind, state)
                            values (:id, 1, :recordedAt, :unit, :member, :kind, :state)
                            """)
                    .param("id", file.id().value())
                    .param("recordedAt", Timestamp.from(recordedAt))
                    .param("unit", file.unit().value())
                    .param("member", file.member().value())
                    .param("kind", file.kind().name())
                    .param("state", document.state())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw ProblemException.duplicate("memberId", "A removal of this member is under way");
        }
        append(document, 1, recordedAt);
    }

    void save(RemovalDocument document, long version, Instant recordedAt) {
        jdbc.sql("""
                        update discipline.removal
                        set version = :version, recorded_at = :recordedAt, state = :state where case_id = :id
                        """)
                .param("version", version)
                .param("recordedAt", Timestamp.from(recordedAt))
                .param("state", document.state())
                .param("id", document.file().id().value())
                .update();
        append(document, version, recordedAt);
    }

    private void append(RemovalDocument document, long version, Instant recordedAt) {
        jdbc.sql("""
                        insert into discipline.removal_version (case_id, version, unit_id, recorded_from, state, body)
                        values (:id, :version, :unit, :recordedFrom, :state, cast(:body as jsonb))
                        """)
                .param("id", document.file().id().value())
                .param("version", version)
                .param("unit", document.file().unit().value())
                .param("recordedFrom", Timestamp.from(recordedAt))
                .param("state", document.state())
                .param("body", json.writeValueAsString(document))
                .update();
    }

    /** A removal with what readers see beside it. */
    record Row(
            RemovalDocument document,
            long version,
            @Nullable String memberName) {}

    Optional<Row> find(RemovalId id) {
        return jdbc.sql(NEWEST + " where r.case_id = :id")
                .param("id", id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    /** Within the caller's units with the right to read cases, below the unit and of the person where one is named, from the cursor on. */
    List<Row> under(@Nullable UUID unit, @Nullable UUID member, @Nullable UUID after, int limit) {
        return jdbc.sql(NEWEST + """
                                 where r.unit_id in (select scope.units_with('CASE_READ'))
                                   and (cast(:unit as uuid) is null or r.unit_id in
                                        (select scope.under(cast(:unit as uuid))))
                                   and (cast(:member as uuid) is null or r.member_id in
                                        (select e from discipline.entries_of(cast(:member as uuid)) e))
                                   and (cast(:after as uuid) is null or r.case_id > cast(:after as uuid))
                                 order by r.case_id limit :limit
                                """)
                .param("unit", unit)
                .param("member", member)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                json.readValue(row.getString("body"), RemovalDocument.class),
                row.getLong("version"),
                row.getString("full_name"));
    }
}
