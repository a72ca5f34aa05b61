package tusoi.org.members.removals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.contract.OrgEvents;
import tusoi.org.contract.RemovalConflictData;
import tusoi.org.members.domain.MemberRules;
import tusoi.org.members.removals.ConflictQueries.ConflictView;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** ORG-73: people settle a conflict on the register's side, once, with a note of how; the note stays here. */
@Component
class ConflictCommandHandler {
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
    record Papers(TransactionClock clock, Audit audit, OrgEvents events) {}

    /** 404 out of scope, 403 without the right to write members at the unit. */
    @Transactional
    void settle(UUID id, String note) {
        ConflictView conflict = queries.byId(id);
        UUID unit = conflict.unitId();
        if (unit == null) {
            throw ProblemException.notFound("The conflict");
        }
        scope.require(Right.MEMBER_WRITE, unit);
        Instant recordedAt =
                papers.clock().recordedAtAfter(conflict.recordedAt().toInstant());
        int settled = jdbc.sql("insert into org.conflict_settlement values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(id, unit, note, recordedAt.atOffset(ZoneOffset.UTC), scope.account())
                .update();
        if (settled == 0) {
            throw new RuleViolation(MemberRules.ORG_73, "The conflict is settled already", Map.of());
        }
        RemovalConflictData data = new RemovalConflictData(
                id,
                conflict.caseId(),
                conflict.memberId(),
                unit,
                conflict.kind(),
                conflict.effectiveOn(),
                conflict.code());
        papers.events().removalConflict("org.removal-conflict-settled.v1", 2, data);
        papers.audit().changed("org.removal-conflict-settled.v1", "conflict", id, unit, null, data, note);
    }
}
