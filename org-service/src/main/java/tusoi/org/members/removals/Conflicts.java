package tusoi.org.members.removals;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.contract.OrgEvents;
import tusoi.org.contract.RemovalConflictData;
import tusoi.platform.ids.Ids;
import tusoi.platform.persistence.Loader;
import tusoi.platform.time.TransactionClock;

/** Writes down, once for a case and a reason, what could not be applied, and tells discipline-service. */
@Component
class Conflicts {
    private final JdbcClient jdbc;
    private final OrgEvents events;
    private final TransactionClock clock;

    Conflicts(@Loader JdbcClient jdbc, OrgEvents events, TransactionClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    void keep(Departure departure, String code, String reason) {
        UUID id = Ids.next();
        int kept = jdbc.sql("""
                        insert into org.removal_conflict
                            (case_id, event_version, member_id, unit_id, kind, effective_on, reason, recorded_at, id, code)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        where not exists (select 1 from org.removal_conflict where case_id = ? and code = ?)
                        on conflict do nothing
                        """)
                .params(Arrays.asList(
                        departure.caseId(),
                        departure.version(),
                        departure.member(),
                        departure.unit(),
                        departure.kind(),
                        departure.effectiveOn(),
                        reason,
                        clock.recordedAt().atOffset(ZoneOffset.UTC),
                        id,
                        code,
                        departure.caseId(),
                        code))
                .update();
        if (kept > 0) {
            events.removalConflict(
                    "org.removal-conflicted.v1",
                    1,
                    new RemovalConflictData(
                            id,
                            departure.caseId(),
                            departure.member(),
                            departure.unit(),
                            departure.kind(),
                            departure.effectiveOn(),
                            code));
        }
    }
}
