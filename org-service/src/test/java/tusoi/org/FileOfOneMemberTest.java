package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.made;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.persistence.Loader;

/** A file read past row policies tells each reader what it told him with them, as known now and before. */
@OrgTest
class FileOfOneMemberTest {
    /** The file as it was read under row policies, in three statements. */
    private static final String UNDER_POLICIES = """
            with known as (select :known::timestamptz as at), stays as (
                select s.valid_from, nullif(s.valid_to, 'infinity') as valid_to, s.unit_id, u.code, s.state, s.exempt, s.suspended
                from org.membership_version s join org.unit u on u.id = s.unit_id cross join known k
                where s.member_id = :id
                  and s.recorded_from <= k.at and s.recorded_to >= k.at and (s.recorded_to > k.at or k.at = 'infinity')
                  and (s.unit_id in (select scope.units_with('MEMBER_READ'))
                       or exists (select 1 from org.member m
                                  where m.id = :id and m.unit_id in (select scope.units_with('MEMBER_READ'))))
            ), moves as (
                select place, on_day, kind, unit_id, other_unit_id, case_id, reorganisation_id
                from org.movement_version cross join known k
                where member_id = :id
                  and recorded_from <= k.at and recorded_to >= k.at and (recorded_to > k.at or k.at = 'infinity')
                  and (unit_id in (select scope.units_with('MEMBER_READ'))
                       or other_unit_id in (select scope.units_with('MEMBER_READ'))
                       or exists (select 1 from org.member m
                                  where m.id = :id and m.unit_id in (select scope.units_with('MEMBER_READ'))))
            )
            select jsonb_build_object(
                'reference', m.reference, 'name', coalesce(was.full_name, p.full_name),
                'born', coalesce(was.birth_date, p.birth_date), 'gender', coalesce(was.gender, p.gender),
                'admitted', case when days.recorded_to is null then m.admitted_on else days.admitted_on end,
                'recognised', case when days.recorded_to is null then m.recognised_on else days.recognised_on end,
                'version', (select max(s.version) from org.membership_version s
                            where s.member_id = m.id and s.recorded_from <= k.at),
                'stays', (select jsonb_agg(jsonb_build_object(
                              'validFrom', valid_from, 'validTo', valid_to, 'homeUnitId', unit_id, 'unitCode', code,
                              'state', state, 'exempt', exempt, 'suspended', suspended) order by valid_from) from stays),
                'moves', coalesce((select jsonb_agg(jsonb_build_object(
                              'on', on_day, 'kind', kind, 'unitId', unit_id, 'otherUnitId', other_unit_id, 'caseId', case_id,
                              'reorganisationId', reorganisation_id) order by place) from moves), '[]'))::text
            from org.member m join org.person p on p.id = m.person_id cross join known k
                left join lateral (select * from org.superseded_person o
                                   where o.person_id = p.id and o.recorded_to > k.at
                                   order by o.recorded_to limit 1) was on true
                left join lateral (select * from org.superseded_days d
                                   where d.member_id = m.id and d.recorded_to > k.at
                                   order by d.recorded_to limit 1) days on true
            where m.id = :id and exists (select 1 from stays)
            """;

    private static final String FROM_BELOW = """
            select jsonb_build_object(
                'reference', reference, 'name', full_name, 'born', birth_date, 'gender', gender, 'admitted', admitted_on,
                'recognised', recognised_on, 'version', version, 'stays', stays, 'moves', moves)::text
            from org.file_of(:id, :known::timestamptz)
            """;

    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    @Autowired
    JdbcClient app;

    @Autowired
    @Loader
    JdbcClient loader;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void eachReaderIsToldWhatRowPoliciesLetHimSee() {
        String district = register.unit("CT", "DISTRICT", "PARTY_ORGANISATION", null, "2005-01-01");
        String ward = register.unit(district, "GRASSROOTS", "PARTY_ORGANISATION", null, "2005-01-01");
        String other = register.ward();
        String third = register.ward();
        String former = register.branch(ward);
        String present = register.branch(other);
        String aside = register.branch(third);
        String successor = Register.fresh("N");

        List<String> instants = new ArrayList<>(List.of(now()));
        String moved = register.member(former).id();
        String stays = register.member(former).id();
        String stranger = register.member(aside).id();
        instants.add(now());
        made(register.change(
                Register.ADMIN,
                "/members/" + moved + "/corrections",
                1,
                Map.of("reason", "Nhập sai", "person", Map.of("fullName", "Lý Thị Đổi Tên"))));
        made(register.change(
                Register.ADMIN,
                "/members/" + moved + "/corrections",
                2,
                Map.of(
                        "reason",
                        "Sai ngày",
                        "days",
                        Map.of("admittedOn", "2001-03-03", "recognisedOn", "2002-03-03"))));
        instants.add(now());
        register.transferred(moved, present, "2024-01-01");
        instants.add(now());
        made(register.post(Register.ADMIN, "/transfers", Register.transferBody(stays, aside, "2024-02-01")));
        reorganising.done(
                "2024-07-01",
                Reorganising.mergeInto(Reorganising.branchUnder(successor, other), present, register.branch(other)));
        String heir = register.get(Register.ADMIN, "/units/" + successor).id();
        instants.add("infinity");

        Map<String, String> readers = new LinkedHashMap<>();
        for (String role : List.of("SECRETARY", "ORGANISATION_OFFICER", "OBSERVER")) {
            for (String unit : List.of(former, present, heir, aside, ward, other, third, district)) {
                readers.put(role + " at " + unit, register.account(role, unit));
            }
        }
        String both = register.account("SECRETARY", former);
        grant(both, "OBSERVER", heir);
        readers.put("reader here, observer there", both);
        String locked = register.account("SECRETARY", other);
        String lockedId = id(locked);
        made(register.post(Register.ADMIN, "/accounts/" + lockedId + "/lock"));
        readers.put("administrator", Register.ADMIN);

        int whole = 0;
        int parts = 0;
        int nothing = 0;
        for (Map.Entry<String, String> reader : readers.entrySet()) {
            String account = id(reader.getValue());
            for (String member :
                    List.of(moved, stays, stranger, UUID.randomUUID().toString())) {
                for (String known : instants) {
                    List<String> before = ask(account, UNDER_POLICIES, member, known);
                    List<String> after = ask(account, FROM_BELOW, member, known);
                    assertThat(after)
                            .as("%s, member %s as known at %s", reader.getKey(), member, known)
                            .isEqualTo(before);
                    nothing += after.isEmpty() ? 1 : 0;
                    if (member.equals(moved) && known.equals("infinity") && !after.isEmpty()) {
                        int told = after.getFirst().split("homeUnitId", -1).length - 1;
                        whole += told == 3 ? 1 : 0;
                        parts += told < 3 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(ask(lockedId, FROM_BELOW, moved, "infinity")).isEmpty();
        assertThat(ask(lockedId, UNDER_POLICIES, moved, "infinity")).isEmpty();
        assertThat(whole).as("who answers for the last home").isEqualTo(5);
        assertThat(parts).as("who answers for former homes alone").isGreaterThan(3);
        assertThat(nothing).as("who answers for none").isGreaterThan(100);
        assertThat(register.get(both, "/members/" + moved).body().path("slices"))
                .hasSize(1);
    }

    private void grant(String subject, String role, String unit) {
        made(register.post(
                Register.ADMIN,
                "/grants",
                Map.of("accountId", id(subject), "role", role, "unitId", unit, "validFrom", "2020-01-01")));
    }

    private String id(String subject) {
        return made(register.get(subject, "/me")).body().path("accountId").asString();
    }

    private List<String> ask(String account, String sql, String member, String known) {
        return transaction.execute(status -> {
            app.sql("select set_config('tusoi.account', ?, true)")
                    .param(account)
                    .query()
                    .singleRow();
            return app.sql(sql)
                    .param("id", UUID.fromString(member))
                    .param("known", known)
                    .query(String.class)
                    .list();
        });
    }

    private String now() {
        return loader.sql("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .query(String.class)
                .single();
    }
}
