package tusoi.scope;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;

/**
 * Keeps units, who stands under whom, and lineage. An event from before lineage had days tells predecessors and successors alone:
 * then the day is its first day or its end. Everything derived is a function of the versions that have arrived, and is
 * made anew for the units that a batch touches: order and repeats make no difference.
 */
class TreeProjection implements Projection {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    TreeProjection(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Set<String> types() {
        return UnitEvents.TYPES;
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        oneAtATime();
        UUID[] units = append(events);
        if (units.length == 0) {
            return;
        }
        endRecordedTime(units);
        deriveLives(units);
        deriveLineage(units);
        UUID[] moved = deriveLinks(units);
        if (moved.length > 0) {
            deriveClosure(moved);
        }
    }

    @Override
    public void clear() {
        jdbc.sql("delete from scope.closure").update();
        jdbc.sql("delete from scope.link").update();
        jdbc.sql("delete from scope.unit_life").update();
        jdbc.sql("delete from scope.lineage").update();
        jdbc.sql("delete from scope.unit_version").update();
        jdbc.sql("delete from scope.unit_record").update();
    }

    /** Two batches that touch the same branch of the tree would derive from each other's former rows. */
    private void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('tusoi.scope.tree'))")
                .query()
                .singleRow();
    }

    /** Returns the units that have news. */
    private UUID[] append(List<ReceivedEvent> events) {
        ArrayNode batch = json.createArrayNode();
        for (ReceivedEvent event : events) {
            ObjectNode row = batch.addObject();
            row.put("unitId", event.aggregateId().toString());
            row.put("version", event.version());
            row.put("recordedAt", event.recordedAt().toString());
            row.set("data", event.data());
        }
        return array(
                jdbc.sql("""
                with event as (
                    select distinct on (e."unitId", e.version) e.*
                      from jsonb_to_recordset(:batch::jsonb)
                        as e ("unitId" uuid, version bigint, "recordedAt" timestamptz, data jsonb)
                ), news as (
                    insert into scope.unit_record (unit_id, version, recorded_from)
                    select "unitId", version, "recordedAt" from event
                        on conflict do nothing
                    returning unit_id, version
                ), slices as (
                    insert into scope.unit_version
                           (unit_id, version, recorded_from, valid_from, valid_to, code, name, level, form, kind, parent_id)
                    select n.unit_id, n.version, e."recordedAt", s."validFrom", coalesce(s."validTo", 'infinity'),
                           e.data ->> 'code', s.name, s.level, s.form, s.kind, s."parentId"
                      from news n
                      join event e on e."unitId" = n.unit_id and e.version = n.version
                     cross join jsonb_to_recordset(e.data -> 'slices')
                        as s ("validFrom" date, "validTo" date, name text, level text, form text, kind text, "parentId" uuid)
                     where s."validFrom" < coalesce(s."validTo", 'infinity')
                ), ends as (
                    select n.unit_id, n.version, e.data,
                           (select min((s ->> 'validFrom')::date) from jsonb_array_elements(e.data -> 'slices') s) as first_day,
                           (select max(coalesce((s ->> 'validTo')::date, 'infinity'))
                              from jsonb_array_elements(e.data -> 'slices') s) as end_day
                      from news n
                      join event e on e."unitId" = n.unit_id and e.version = n.version
                ), links as (
                    select x.unit_id, x.version, l."predecessorId" as predecessor_id, l."successorId" as successor_id,
                           l."on" as on_day, l.kind
                      from ends x
                     cross join jsonb_to_recordset(
                           case when jsonb_typeof(x.data -> 'lineage') = 'array' then x.data -> 'lineage' else '[]' end)
                        as l ("predecessorId" uuid, "successorId" uuid, "on" date, kind text)
                    union all
                    select x.unit_id, x.version, p::uuid, x.unit_id, x.first_day, null
                      from ends x
                     cross join jsonb_array_elements_text(
                           case when jsonb_typeof(x.data -> 'predecessors') = 'array' then x.data -> 'predecessors' else '[]' end) p
                     where x.first_day is not null and jsonb_typeof(x.data -> 'lineage') is distinct from 'array'
                    union all
                    select x.unit_id, x.version, x.unit_id, s::uuid,
                           case when x.end_day < 'infinity' then x.end_day
                                else coalesce((x.data -> 'decision' ->> 'effectiveOn')::date, x.end_day) end,
                           null
                      from ends x
                     cross join jsonb_array_elements_text(
                           case when jsonb_typeof(x.data -> 'successors') = 'array' then x.data -> 'successors' else '[]' end) s
                     where x.end_day is not null and jsonb_typeof(x.data -> 'lineage') is distinct from 'array'
                ), told as (
                    insert into scope.lineage_told (reported_by, version, predecessor_id, successor_id, on_day, kind)
                    select unit_id, version, predecessor_id, successor_id, on_day, kind from links
                        on conflict do nothing
                )
                select distinct unit_id from news
                """).param("batch", batch.toString()).query(UUID.class).list());
    }

    private void endRecordedTime(UUID[] units) {
        jdbc.sql("""
                update scope.unit_record r
                   set recorded_to = n.recorded_to
                  from (select unit_id, version,
                               lead(recorded_from, 1, 'infinity') over (partition by unit_id order by version) as recorded_to
                          from scope.unit_record where unit_id = any (:units)) n
                 where r.unit_id = n.unit_id and r.version = n.version and r.recorded_to <> n.recorded_to
                """).param("units", units).update();
        jdbc.sql("""
                update scope.unit_version v
                   set recorded_to = r.recorded_to
                  from scope.unit_record r
                 where r.unit_id = any (:units) and v.unit_id = r.unit_id and v.version = r.version
                   and v.recorded_to <> r.recorded_to
                """).param("units", units).update();
    }

    /** One whose founding was revoked never lived; who would have been its superior answers for what was known of it. */
    private void deriveLives(UUID[] units) {
        jdbc.sql("delete from scope.unit_life where unit_id = any (:units)")
                .param("units", units)
                .update();
        jdbc.sql("""
                insert into scope.unit_life (unit_id, first_day, end_day, last_parent_id)
                select unit_id, min(valid_from), max(valid_to), (array_agg(parent_id order by valid_from desc))[1]
                  from scope.unit_version
                 where unit_id = any (:units) and recorded_to = 'infinity'
                 group by unit_id
                union all
                (select distinct on (v.unit_id) v.unit_id, '-infinity', '-infinity', v.parent_id
                   from scope.unit_version v
                  where v.unit_id = any (:units)
                    and not exists (select from scope.unit_version n
                                     where n.unit_id = v.unit_id and n.recorded_to = 'infinity')
                  order by v.unit_id, v.version desc, v.valid_from desc)
                """).param("units", units).update();
    }

    private void deriveLineage(UUID[] units) {
        jdbc.sql("delete from scope.lineage where predecessor_id = any (:units) or successor_id = any (:units)")
                .param("units", units)
                .update();
        jdbc.sql("""
                insert into scope.lineage (predecessor_id, successor_id, on_day, recorded_from, recorded_to, kind)
                select predecessor_id, successor_id, on_day, recorded_from, recorded_to, kind from scope.lineage_of(:units)
                """).param("units", units).update();
    }

    /** Returns the units whose superiors, days of life or knowledge of these have changed. */
    private UUID[] deriveLinks(UUID[] units) {
        UUID[] moved =
                array(jdbc.sql("""
                with made as (select * from scope.links_of(:units)),
                     kept as (
                    select unit_id, parent_id, valid_from, valid_to, recorded_from, recorded_to
                      from scope.link where unit_id = any (:units))
                select unit_id from (table made except table kept) news
                union
                select unit_id from (table kept except table made) gone
                """).param("units", units).query(UUID.class).list());
        if (moved.length > 0) {
            jdbc.sql("delete from scope.link where unit_id = any (:moved)")
                    .param("moved", moved)
                    .update();
            jdbc.sql("""
                    insert into scope.link (unit_id, parent_id, valid_from, valid_to, recorded_from, recorded_to)
                    select unit_id, parent_id, valid_from, valid_to, recorded_from, recorded_to from scope.links_of(:moved)
                    """).param("moved", moved).update();
        }
        return moved;
    }

    private void deriveClosure(UUID[] moved) {
        UUID[] affected =
                array(jdbc.sql("""
                select unit_id from scope.closure where ancestor_id = any (:moved)
                union
                select unnest(:moved::uuid[])
                """).param("moved", moved).query(UUID.class).list());
        jdbc.sql("delete from scope.closure where unit_id = any (:affected)")
                .param("affected", affected)
                .update();
        jdbc.sql("""
                insert into scope.closure (ancestor_id, unit_id, depth, valid_from, valid_to, recorded_from, recorded_to)
                select ancestor_id, unit_id, depth, valid_from, valid_to, recorded_from, recorded_to
                  from scope.closure_of(:affected)
                """).param("affected", affected).update();
    }

    private static UUID[] array(List<UUID> units) {
        UUID[] array = units.toArray(UUID[]::new);
        Arrays.sort(array);
        return array;
    }
}
