package tusoi.discipline.conflicts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.discipline.conflicts.ConflictQueries.ConflictView;
import tusoi.discipline.contract.ConflictV1;
import tusoi.platform.audit.Audit;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** People settle a conflict on this service's side, once, with a note of how; the note stays here. */
@Component
class ConflictCommandHandler {
    static final String SETTLED = "discipline.conflict-settled.v1";

    private final ConflictQueries queries;
    private final JdbcClient jdbc;
    private final Scope scope;
    private final Papers papers;

    ConflictCommandHandler(ConflictQueries queries, JdbcClient jdbc, Scope scope, Papers papers) {
        this.queries = queries;
        this.jdbc = jdbc;
        this.scope = scope;
        this.papers = papers;
    }

    /** What every command writes with. */
    @Component
    record Papers(TransactionClock clock, Audit audit, Outbox outbox) {}

    /** 404 where the conflict is out of scope, 403 without the right to write cases there, 409 where it is settled already. */
    @Transactional
    void settle(UUID id, String note) {
        ConflictView conflict = queries.byId(id);
        scope.require(Right.CASE_WRITE, conflict.unitId());
        Instant recordedAt = papers.clock().recordedAt();
        int settled = jdbc.sql("""
                        insert into discipline.conflict_settlement values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(id, conflict.unitId(), note, recordedAt.atOffset(ZoneOffset.UTC), scope.account())
                .update();
        if (settled == 0) {
            throw ProblemException.wrongState("The conflict is settled already");
        }
        papers.audit().changed("CONFLICT_SETTLED", "conflict", id, conflict.unitId(), null, Map.of("note", note), note);
        papers.outbox()
                .publish(new OutgoingEvent(
                        SETTLED,
                        id.toString(),
                        id,
                        1,
                        new ConflictV1(
                                id, conflict.caseId(), conflict.memberId(), conflict.unitId(), conflict.reason())));
    }
}
