package tusoi.scope;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.audit.Audit;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/**
 * This service's audit rows of the units where the caller may read them, the latest first, and to operators those of no unit. What a
 * row tells of its subject goes only to who may read the subject there, and each such look leaves a row of its own.
 */
@RestController
class AuditController {
    private final Scope scope;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final RootOperators operators;

    AuditController(
            Scope scope,
            JdbcClient jdbc,
            JsonMapper json,
            Audit audit,
            TransactionOperations transaction,
            RootOperators operators) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.transaction = transaction;
        this.operators = operators;
    }

    /**
     * @param unitId null where it is of none: what operators do
     * @param payload before, after and reason; null where there was none, it has been erased, or the caller may not read it
     */
    record AuditView(
            long id,
            Instant at,
            UUID actor,
            String action,
            String subjectType,
            UUID subjectId,
            @Nullable UUID unitId,
            @Nullable JsonNode payload) {
        private AuditView with(JsonNode told) {
            return new AuditView(id, at, actor, action, subjectType, subjectId, unitId, told);
        }
    }

    private record Subject(String type, UUID id, @Nullable UUID unit) {}

    @GetMapping("/api/${tusoi.service}/v1/audit")
    Page<AuditView> audit(@RequestParam(required = false) @Nullable UUID subject, PageRequest page) {
        UUID account = scope.account();
        long before = page.after() == null
                ? Long.MAX_VALUE
                : Cursor.parse(page.after(), 1).number(0);
        List<AuditView> rows = rows(account, subject, before, page.size() + 1);
        Page<AuditView> found = Cursor.page(rows, page.size(), last -> Cursor.of(last.id()));
        List<AuditView> told = transaction.execute(status -> told(account, found.items()));
        return new Page<>(told, found.next());
    }

    private List<AuditView> told(UUID account, List<AuditView> rows) {
        Map<Long, JsonNode> payloads = payloads(account, rows);
        rows.stream()
                .filter(row -> payloads.containsKey(row.id()))
                .map(row -> new Subject(row.subjectType(), row.subjectId(), row.unitId()))
                .distinct()
                .forEach(read -> audit.read("audit.payload-read", read.type(), read.id(), read.unit()));
        return rows.stream()
                .map(row -> {
                    JsonNode payload = payloads.get(row.id());
                    return payload == null ? row : row.with(payload);
                })
                .toList();
    }

    /** By row; only of subjects that the account may read at the row's unit. Rows of no unit are here for operators alone. */
    private Map<Long, JsonNode> payloads(UUID account, List<AuditView> rows) {
        List<Map.Entry<String, Right>> subjects = List.copyOf(AuditedSubjects.READ_RIGHTS.entrySet());
        Map<Long, JsonNode> payloads = new HashMap<>();
        jdbc.sql("""
                        select e.id, p.payload
                          from platform.audit_entry e
                          join platform.audit_payload p on p.entry_id = e.id
                          left join unnest(:types, :rights) as readable(subject_type, "right") using (subject_type)
                         where e.id = any (:ids)
                           and case when e.unit_id is null then e.subject_type = any (:ofOperators)
                                    else exists (select from scope.grants_of(:account) g
                                                   join scope.role_right r on r.role = g.role and r."right" = readable."right"
                                                  where g.unit_id in (select scope.holders_of(e.unit_id))) end
                        """)
                .param("types", SqlArrays.of("text", subjects, Map.Entry::getKey))
                .param("rights", SqlArrays.of("text", subjects, subject -> subject.getValue()
                        .name()))
                .param("ofOperators", SqlArrays.of("text", List.copyOf(AuditedSubjects.OF_OPERATORS), type -> type))
                .param("ids", SqlArrays.of("int8", rows, AuditView::id))
                .param("account", account)
                .query(row -> {
                    payloads.put(row.getLong("id"), json.readTree(row.getString("payload")));
                });
        return payloads;
    }

    private List<AuditView> rows(UUID account, @Nullable UUID subject, long before, int limit) {
        return jdbc.sql("""
                        select e.id, e.at, e.actor, e.action, e.subject_type, e.subject_id, e.unit_id
                          from platform.audit_entry e
                         where e.id < :before
                           and (:subject::uuid is null or e.subject_id = :subject)
                           and (e.unit_id in (select u from scope.covered(:account, 'AUDIT_READ') u)
                                or (:operator and e.unit_id is null))
                         order by e.id desc
                         limit :limit
                        """)
                .param("before", before)
                .param("subject", subject)
                .param("account", account)
                .param("operator", operators.includesCaller())
                .param("limit", limit)
                .query((rs, row) -> new AuditView(
                        rs.getLong("id"),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getObject("actor", UUID.class),
                        rs.getString("action"),
                        rs.getString("subject_type"),
                        rs.getObject("subject_id", UUID.class),
                        rs.getObject("unit_id", UUID.class),
                        null))
                .list();
    }
}
