package tusoi.discipline.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.discipline.cases.domain.CaseFile;
import tusoi.discipline.cases.domain.CaseId;
import tusoi.discipline.cases.domain.DisciplineCase;
import tusoi.platform.problems.ProblemException;

/** Cases, every version of them. */
@Repository
class Cases {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Cases(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A case under lock, with its version. */
    record Locked(CaseDocument document, long version, Instant recordedAt) {
        DisciplineCase state() {
            return document.toState();
        }

        /** 409 where the case is in another state. */
        <S extends DisciplineCase> S as(Class<S> wanted) {
            DisciplineCase state = state();
            if (!wanted.isInstance(state)) {
                throw ProblemException.wrongState("The case is " + document.state());
            }
            return wanted.cast(state);
        }
    }

    /** 404 where there is none within the caller's rows. */
    Locked lock(CaseId id) {
        record Head(long version, Instant recordedAt) {}
        Head head = jdbc.sql(
                        "select version, recorded_at from discipline.discipline_case where case_id = :id for update")
                .param("id", id.value())
                .query((row, number) -> new Head(
                        row.getLong("version"), row.getTimestamp("recorded_at").toInstant()))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The case"));
        return new Locked(document(id, head.version()), head.version(), head.recordedAt());
    }

    private CaseDocument document(CaseId id, long version) {
        return jdbc.sql("select body from discipline.case_version where case_id = :id and version = :version")
                .param("id", id.value())
                .param("version", version)
                .query((row, number) -> json.readValue(row.getString("body"), CaseDocument.class))
                .single();
    }

    void add(CaseDocument document, Instant recordedAt, @Nullable String narrative) {
        CaseFile file = document.file();
        jdbc.sql("""
                        insert into discipline.discipline_case
                            (case_id, version, recorded_at, unit_id, subject_type, subject_id, state)
                        values (:id, 1, :recordedAt, :unit, :subjectType, :subject, :state)
                        """)
                .param("id", file.id().value())
                .param("recordedAt", Timestamp.from(recordedAt))
                .param("unit", file.unit().value())
                .param("subjectType", file.subjectType().name())
                .param("subject", file.subject())
                .param("state", document.state())
                .update();
        append(document, 1, recordedAt);
        if (narrative != null && !narrative.isBlank()) {
            addNarrative(file.id().value(), file.unit().value(), narrative);
        }
    }

    void save(CaseDocument document, long version, Instant recordedAt) {
        jdbc.sql("""
                        update discipline.discipline_case
                        set version = :version, recorded_at = :recordedAt, state = :state where case_id = :id
                        """)
                .param("version", version)
                .param("recordedAt", Timestamp.from(recordedAt))
                .param("state", document.state())
                .param("id", document.file().id().value())
                .update();
        append(document, version, recordedAt);
    }

    private void append(CaseDocument document, long version, Instant recordedAt) {
        jdbc.sql("""
                        insert into discipline.case_version (case_id, version, unit_id, recorded_from, state, body)
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

    private void addNarrative(UUID id, UUID unit, String narrative) {
        jdbc.sql("insert into discipline.case_narrative (case_id, unit_id, narrative) values (:id, :unit, :narrative)")
                .param("id", id)
                .param("unit", unit)
                .param("narrative", narrative)
                .update();
    }
}
