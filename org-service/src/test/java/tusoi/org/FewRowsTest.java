package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.made;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.persistence.SqlArrays;

/** Whether a transaction says that it looks at few rows, at many, or nothing: everybody reads and changes the same. */
@OrgTest
class FewRowsTest {
    private static final List<String> READS = List.of(
            "select member_id || ' ' || unit_id from org.member_unit where member_id = any (:ids::uuid[])",
            "select id || ' ' || unit_id from org.member where id = any (:ids::uuid[])",
            "select p.id::text from org.person p join org.member m on m.person_id = p.id where m.id = any (:ids::uuid[])",
            "select member_id || ' ' || version || ' ' || valid_from from org.membership_version where member_id = any (:ids::uuid[])",
            "select member_id || ' ' || version || ' ' || place from org.movement_version where member_id = any (:ids::uuid[])",
            "select member_id || ' ' || version from org.member_decision where member_id = any (:ids::uuid[])",
            "select member_id || ' ' || recorded_to from org.superseded_days where member_id = any (:ids::uuid[])",
            "select o.person_id || ' ' || o.recorded_to from org.superseded_person o "
                    + "join org.member m on m.person_id = o.person_id where m.id = any (:ids::uuid[])",
            "select id::text from org.member where id = any (:ids::uuid[]) order by id for update");

    private static final List<String> CHANGES = List.of(
            "update org.member set version = version where id = any (:ids::uuid[])",
            "update org.person p set gender = gender from org.member m where m.person_id = p.id and m.id = any (:ids::uuid[])",
            "update org.membership_version set recorded_to = recorded_to where member_id = any (:ids::uuid[])",
            "update org.movement_version set recorded_to = recorded_to where member_id = any (:ids::uuid[])");

    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    @Autowired
    JdbcClient app;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsSaidOfRowsChangesNothing() {
        String ward = register.ward();
        String other = register.ward();
        String former = register.branch(ward);
        String present = register.branch(other);
        String aside = register.branch(other);
        String moved = register.member(former).id();
        String comes = register.member(former).id();
        String stranger = register.member(register.branch(register.ward())).id();
        String successor = Register.fresh("N");
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
        register.transferred(moved, present, "2024-01-01");
        made(register.post(Register.ADMIN, "/transfers", Register.transferBody(comes, aside, "2024-02-01")));
        reorganising.done(
                "2024-07-01", Reorganising.mergeInto(Reorganising.branchUnder(successor, other), present, former));

        Map<String, String> accounts = new LinkedHashMap<>();
        for (String role : List.of("SECRETARY", "ORGANISATION_OFFICER", "OBSERVER")) {
            for (String unit : List.of(former, present, aside, successor, ward, other)) {
                accounts.put(role + " at " + unit, id(register.account(role, unit)));
            }
        }
        accounts.put("nobody", "");
        List<String> targets = List.of(former, aside, ward, other);
        int seen = 0;
        int refused = 0;
        for (Map.Entry<String, String> account : accounts.entrySet()) {
            List<String> before = done(account.getValue(), "", List.of(moved, comes, stranger), targets);
            for (String rows : List.of("few", "many")) {
                assertThat(done(account.getValue(), rows, List.of(moved, comes, stranger), targets))
                        .as("%s, rows %s", account.getKey(), rows)
                        .isEqualTo(before);
            }
            seen += before.stream().anyMatch(line -> line.startsWith("select") && line.contains(moved)) ? 1 : 0;
            refused += (int)
                    before.stream().filter(line -> line.endsWith(" refused")).count();
        }
        assertThat(seen).isBetween(10, accounts.size() - 1);
        assertThat(refused).isGreaterThan(10);
    }

    /** What the account reads, how many rows it changes, and to which homes it may take the members. */
    private List<String> done(String account, String rows, List<String> members, List<String> homes) {
        List<String> done = new ArrayList<>();
        for (String read : READS) {
            done.addAll(as(account, rows, () -> app.sql(read)
                            .param("ids", SqlArrays.of("uuid", members, UUID::fromString))
                            .query(String.class)
                            .list())
                    .stream()
                    .sorted()
                    .map(row -> read + " " + row)
                    .toList());
        }
        for (String change : CHANGES) {
            done.add(change + " " + changed(account, rows, change, members));
        }
        for (String member : members) {
            for (String home : homes) {
                done.add(member + " to " + home + " " + taken(account, rows, member, home));
            }
        }
        return done;
    }

    private String taken(String account, String rows, String member, String home) {
        return changed(
                account,
                rows,
                "update org.member set unit_id = '%s' where id = any (:ids::uuid[])".formatted(home),
                List.of(member));
    }

    private String changed(String account, String rows, String change, List<String> members) {
        try {
            return as(account, rows, () -> app.sql(change)
                            .param("ids", SqlArrays.of("uuid", members, UUID::fromString))
                            .update())
                    .toString();
        } catch (DataAccessException e) {
            assertThat(e).rootCause().hasMessageContaining("row-level security policy");
            return "refused";
        }
    }

    private <T> T as(String account, String rows, Supplier<T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            app.sql("select set_config('tusoi.account', ?, true), set_config('tusoi.rows', ?, true)")
                    .params(account, rows)
                    .query()
                    .singleRow();
            return work.get();
        });
    }

    private String id(String subject) {
        return made(register.get(subject, "/me")).body().path("accountId").asString();
    }
}
