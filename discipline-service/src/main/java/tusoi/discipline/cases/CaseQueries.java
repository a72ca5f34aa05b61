package tusoi.discipline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tusoi.discipline.cases.domain.CaseId;
import tusoi.discipline.members.Places;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Reads of cases; each one leaves a row in the audit trail. */
@Repository
class CaseQueries {
    private static final String NAMED = """
            select c.case_id, c.version, c.unit_id, v.body, n.full_name, t.narrative
            from discipline.discipline_case c
            join discipline.case_version v on v.case_id = c.case_id and v.version = c.version
            left join discipline.member_name n on n.member_id = discipline.kept_entry(c.subject_id)
            left join discipline.case_narrative t on t.case_id = c.case_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Scope scope;
    private final Audit audit;

    CaseQueries(JdbcClient jdbc, JsonMapper json, Scope scope, Audit audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.scope = scope;
        this.audit = audit;
    }

    @Transactional
    CaseView byId(CaseId id) {
        CaseView view = jdbc.sql(NAMED + " where c.case_id = :id")
                .param("id", id.value())
                .query((row, number) -> view(row))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The case"));
        scope.require(Right.CASE_READ, view.picture().unitId());
        audit.read("CASE_READ", "case", id.value(), view.picture().unitId());
        return view;
    }

    /** Of the subject, a person by whatever entry of the register; of the unit and everything under it; of all the caller covers with the right where no unit is named. */
    @Transactional
    Page<CaseView.Line> list(@Nullable UUID unit, @Nullable UUID subject, @Nullable String state, PageRequest page) {
        if (unit != null) {
            scope.require(Right.CASE_READ, unit);
        }
        List<CaseView> found = jdbc.sql(NAMED + """
                                 where c.unit_id in (select scope.units_with('CASE_READ'))
                                   and (cast(:unit as uuid) is null or c.unit_id in
                                        (select scope.under(cast(:unit as uuid))))
                                   and (cast(:subject as uuid) is null or c.subject_id in
                                        (select e from discipline.entries_of(cast(:subject as uuid)) e))
                                   and (cast(:state as text) is null or c.state = :state)
                                   and (cast(:after as uuid) is null or c.case_id > cast(:after as uuid))
                                 order by c.case_id limit :limit
                                """)
                .param("unit", unit)
                .param("subject", subject)
                .param("state", state)
                .param("after", Places.id(page))
                .param("limit", page.size() + 1)
                .query((row, number) -> view(row))
                .list();
        found.stream()
                .limit(page.size())
                .forEach(view -> audit.read(
                        "CASE_LISTED",
                        "case",
                        view.picture().caseId(),
                        view.picture().unitId()));
        return page(found, page.size());
    }

    private static Page<CaseView.Line> page(List<CaseView> found, int size) {
        List<CaseView.Line> lines = found.stream()
                .map(view -> new CaseView.Line(view.picture(), view.version(), view.subjectName()))
                .toList();
        return Cursor.page(lines, size, line -> Cursor.of(line.picture().caseId()));
    }

    private CaseView view(ResultSet row) throws SQLException {
        CaseDocument document = json.readValue(row.getString("body"), CaseDocument.class);
        return new CaseView(
                CaseEvents.picture(document),
                row.getLong("version"),
                row.getString("full_name"),
                document,
                row.getString("narrative"));
    }
}
