package tusoi.scope;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;

/** Keeps accounts, as they are now, and every version of each grant. */
class GrantProjection implements Projection {
    private static final Set<String> ACCOUNTS =
            Set.of("org.account-registered.v1", "org.account-locked.v1", "org.account-unlocked.v1");
    private static final Set<String> GRANTS = Set.of("org.grant-given.v1", "org.grant-revoked.v1");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GrantProjection(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "org.account-registered.v1",
                "org.account-locked.v1",
                "org.account-unlocked.v1",
                "org.grant-given.v1",
                "org.grant-revoked.v1");
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        List<ReceivedEvent> accounts = of(ACCOUNTS, events);
        if (!accounts.isEmpty()) {
            keepAccounts(accounts);
        }
        List<ReceivedEvent> grants = of(GRANTS, events);
        if (!grants.isEmpty()) {
            keepGrants(grants);
        }
    }

    @Override
    public void clear() {
        jdbc.sql("delete from scope.grant_version").update();
        jdbc.sql("delete from scope.account").update();
    }

    private static List<ReceivedEvent> of(Set<String> types, List<ReceivedEvent> events) {
        return events.stream().filter(event -> types.contains(event.type())).toList();
    }

    private void keepAccounts(List<ReceivedEvent> events) {
        jdbc.sql("""
                insert into scope.account as kept (account_id, version, subject, locked)
                select distinct on (e.id) e.id, e.version, e.data ->> 'subject', coalesce((e.data ->> 'locked')::boolean, false)
                  from jsonb_to_recordset(:batch::jsonb) as e (id uuid, version bigint, data jsonb)
                 order by e.id, e.version desc
                    on conflict (account_id) do update
                   set version = excluded.version, subject = excluded.subject, locked = excluded.locked
                 where kept.version < excluded.version
                """).param("batch", batch(events)).update();
    }

    private void keepGrants(List<ReceivedEvent> events) {
        String batch = batch(events);
        jdbc.sql("""
                insert into scope.grant_version
                       (grant_id, version, recorded_from, account_id, role, unit_id, valid_from, valid_to)
                select distinct on (e.id, e.version) e.id, e.version, e."recordedAt", (e.data ->> 'accountId')::uuid,
                       e.data ->> 'role', (e.data ->> 'unitId')::uuid, (e.data ->> 'validFrom')::date,
                       coalesce((e.data ->> 'validTo')::date, 'infinity')
                  from jsonb_to_recordset(:batch::jsonb)
                    as e (id uuid, version bigint, "recordedAt" timestamptz, data jsonb)
                    on conflict do nothing
                """).param("batch", batch).update();
        UUID[] grants =
                events.stream().map(ReceivedEvent::aggregateId).distinct().toArray(UUID[]::new);
        jdbc.sql("""
                update scope.grant_version g
                   set recorded_to = n.recorded_to
                  from (select grant_id, version,
                               lead(recorded_from, 1, 'infinity') over (partition by grant_id order by version) as recorded_to
                          from scope.grant_version where grant_id = any (:grants)) n
                 where g.grant_id = n.grant_id and g.version = n.version and g.recorded_to <> n.recorded_to
                """).param("grants", grants).update();
    }

    private String batch(List<ReceivedEvent> events) {
        ArrayNode batch = json.createArrayNode();
        for (ReceivedEvent event : events) {
            ObjectNode row = batch.addObject();
            row.put("id", event.aggregateId().toString());
            row.put("version", event.version());
            row.put("recordedAt", event.recordedAt().toString());
            row.set("data", event.data());
        }
        return batch.toString();
    }
}
