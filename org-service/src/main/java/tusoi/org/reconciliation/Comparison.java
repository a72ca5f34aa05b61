package tusoi.org.reconciliation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.org.imports.ImportStaging;

/**
 * Compares what was staged with what is held today, set by set, as the loader. A person is found by the identifier; who has
 * another identifier but the same name, diacritics aside, and birth day may be the same person, and is for people to settle.
 * Of whom the asker may not read nothing is told but that the identifier is taken, as a registration would; not where, nor since
 * when, nor whether the person is still a member.
 */
final class Comparison implements ImportStaging.Comparison {
    private static final String ROWS = """
            insert into org.reconciliation_row
            with here as (
                select c.unit_id from scope.closure c join org.import i on i.id = :import and c.ancestor_id = i.unit_id
                where c.recorded_to = 'infinity' and c.valid_from <= scope.today() and c.valid_to > scope.today()
            ), readable as (
                select u as unit_id from org.import i, scope.covered(i.created_by, 'MEMBER_READ') u where i.id = :import
            ), given as (
                select r.*, row_number() over (partition by r.identifier_hash order by r.row_number) as nth
                from org.import_row r where r.import_id = :import
            ), held as (
                select m.id, m.version, m.admitted_on, m.recognised_on, p.identifier_hash, p.full_name, p.name_folded, p.birth_date,
                       p.gender, s.unit_id, u.code, s.state, s.exempt, s.unit_id in (select unit_id from here) as here,
                       last_home.unit_id in (select unit_id from readable) as readable
                from org.member m
                    join org.person p on p.id = m.person_id
                    left join lateral (
                        select l.unit_id from org.membership_version l
                        where l.member_id = m.id and l.recorded_to = 'infinity' and l.valid_from <= scope.today()
                        order by l.valid_from desc limit 1) last_home on true
                    left join org.membership_version s on s.member_id = m.id and s.recorded_to = 'infinity'
                        and s.valid_from <= scope.today() and s.valid_to > scope.today()
                    left join org.unit u on u.id = s.unit_id
                where m.merged_into is null
            ), paired as (
                select g.row_number, g.nth, g.full_name, g.unit_id as given_unit, h.id as member_id, h.version, h.here, h.readable,
                       case when g.nth > 1 then 'TWICE_IN_FILE'
                            when h.id is null and g.unit_id is null then 'NO_SUCH_HOME'
                            when h.id is null and exists (select 1 from held n
                                                          where n.name_folded = g.name_folded and n.birth_date = g.birth_date
                                                            and n.readable)
                                then 'SAME_NAME_AND_BIRTH_DAY'
                            when h.id is null then null
                            when h.readable is not true then 'IDENTIFIER_TAKEN'
                            when h.unit_id is null then 'NOT_A_MEMBER_TODAY'
                            when not h.here then 'AT_HOME_ELSEWHERE'
                            when g.unit_id is distinct from h.unit_id then 'ANOTHER_HOME'
                            when g.state <> h.state then 'ANOTHER_STATE'
                            when g.exempt <> h.exempt then 'ANOTHER_EXEMPTION'
                       end as reason,
                       case when h.id is null or h.here is not true or h.readable is not true then '[]'::jsonb else (
                            select coalesce(jsonb_agg(jsonb_build_object('field', d.field, 'held', d.held, 'given', d.given)), '[]')
                            from (values ('fullName', h.full_name, g.full_name),
                                         ('birthDate', h.birth_date::text, g.birth_date::text),
                                         ('gender', h.gender, g.gender),
                                         ('admittedOn', h.admitted_on::text, coalesce(g.admitted_on, h.admitted_on)::text),
                                         ('recognisedOn', h.recognised_on::text, coalesce(g.recognised_on, h.recognised_on)::text),
                                         ('unitCode', h.code, coalesce(g.unit_code, h.code)),
                                         ('state', h.state, g.state),
                                         ('exempt', h.exempt::text, g.exempt::text)) as d (field, held, given)
                            where d.held is distinct from d.given and (d.field <> 'unitCode' or g.unit_id is distinct from h.unit_id))
                       end as differences
                from given g left join held h on h.identifier_hash = g.identifier_hash
            ), told as (
                select row_number, full_name, reason, differences,
                       case when reason is not null then 'CONFLICTING' when member_id is null then 'NEW'
                            when differences = '[]' then 'SAME' else 'CHANGED' end as part,
                       case when here and readable then member_id end as member_id,
                       case when here and readable then version end as member_version
                from paired
                union all
                select null, h.full_name, null, '[]'::jsonb, 'MISSING', h.id, h.version
                from held h
                where h.here and h.readable and not exists (select 1 from given g where g.identifier_hash = h.identifier_hash)
            )
            select :import, row_number() over (order by row_number nulls last, full_name, member_id), row_number, part, member_id,
                   member_version, full_name, reason, differences
            from told
            """;

    /** Only who is new is registered from what was staged. */
    private static final String NEEDED_NO_MORE = """
            delete from org.import_row r
            where r.import_id = :import
              and not exists (select 1 from org.reconciliation_row n
                              where n.import_id = r.import_id and n.row_number = r.row_number and n.part = 'NEW')
            """;

    @Override
    public void run(JdbcClient loader, UUID id) {
        loader.sql(ROWS).param("import", id).update();
        loader.sql(NEEDED_NO_MORE).param("import", id).update();
    }
}
