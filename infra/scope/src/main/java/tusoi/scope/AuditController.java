package tusoi.scope;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** This service's audit rows of the units where the caller may read them, the latest first. */
@RestController
class AuditController {
    private final Scope scope;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditController(Scope scope, JdbcClient jdbc, JsonMapper json) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param payload before, after and reason; null where there was none or it has been erased */
    record AuditView(
            long id,
            Instant at,
            UUID actor,
            String action,
            String subjectType,
            UUID subjectId,
            UUID unitId,
            @Nullable JsonNode payload) {}

    @GetMapping("/api/${tusoi.service}/v1/audit")
    Page<AuditView> audit(@RequestParam(required = false) @Nullable UUID subject, PageRequest page) {
        UUID account = scope.account();
        long before = page.after() == null ? Long.MAX_VALUE : id(page.after());
        List<AuditView> rows = rows(account, subject, before, page.size() + 1);
        return Cursor.page(rows, page.size(), last -> Cursor.of(last.id()));
    }

    private List<AuditView> rows(UUID account, @Nullable UUID subject, long before, int limit) {
        return jdbc.sql("""
                        select e.id, e.at, e.actor, e.action, e.subject_type, e.subject_id, e.unit_id, p.payload
                          from platform.audit_entry e
                          left join platform.audit_payload p on p.entry_id = e.id
                         where e.id < :before
                           and (:subject::uuid is null or e.subject_id = :subject)
                           and e.unit_id in (select u from scope.covered(:account, 'AUDIT_READ') u)
                         order by e.id desc
                         limit :limit
                        """)
                .param("before", before)
                .param("subject", subject)
                .param("account", account)
                .param("limit", limit)
                .query((rs, row) -> new AuditView(
                        rs.getLong("id"),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getObject("actor", UUID.class),
                        rs.getString("action"),
                        rs.getString("subject_type"),
                        rs.getObject("subject_id", UUID.class),
                        rs.getObject("unit_id", UUID.class),
                        payload(rs.getString("payload"))))
                .list();
    }

    private @Nullable JsonNode payload(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }

    private static long id(String after) {
        String id = Cursor.parse(after, 1).values().getFirst();
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Cursor.unreadable();
        }
    }
}
