package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The second wall for what is entered about a member: row by row or many at once, another ward's rows are refused. */
@OrgTest
class EnteredRowsTest {
    private static final Map<String, String> INSERTS = Map.of(
            "member",
                    "insert into org.member (id, person_id, unit_id, version, recorded_at) "
                            + "values (gen_random_uuid(), :person::uuid, :unit::uuid, 1, now())",
            "member_unit", "insert into org.member_unit values (:member::uuid, :unit::uuid)",
            "membership_version",
                    "insert into org.membership_version (member_id, version, recorded_from, recorded_to, "
                            + "valid_from, unit_id, state, exempt, suspended) "
                            + "values (:member::uuid, 9, now(), now(), '2020-01-01', :unit::uuid, 'OFFICIAL', false, false)",
            "movement_version",
                    "insert into org.movement_version (member_id, version, place, recorded_from, on_day, kind, unit_id) "
                            + "values (:member::uuid, 9, 0, now(), '2020-01-01', 'REGISTERED', :unit::uuid)",
            "member_decision",
                    "insert into org.member_decision (member_id, version, change, warnings, recorded_at, actor) "
                            + "values (:member::uuid, 9, 'REGISTERED', '[]', now(), :member::uuid)");

    @Autowired
    Register register;

    @Autowired
    JdbcClient app;

    @Autowired
    TransactionTemplate transaction;

    String ownBranch = "";
    String newBranch = "";
    String otherBranch = "";
    String ownMember = "";
    String otherMember = "";
    String account = "";

    @BeforeEach
    void twoWards() {
        String ward = register.ward();
        String other = register.ward();
        ownBranch = register.branch(ward);
        newBranch = register.branch(ward);
        otherBranch = register.branch(other);
        ownMember = register.member(ownBranch).id();
        otherMember = register.member(otherBranch).id();
        account = id(register.account("ORGANISATION_OFFICER", ward));
    }

    @Test
    void anotherWardsRowsAreRefused() {
        for (String rows : List.of("", "few", "many")) {
            INSERTS.forEach((table, insert) -> {
                refused(table, rows, insert, account, otherMember, otherBranch);
                refused(table + " by nobody", rows, insert, "", ownMember, newBranch);
                refused(
                        table + " by a stranger",
                        rows,
                        insert,
                        UUID.randomUUID().toString(),
                        ownMember,
                        newBranch);
            });
            refused("another's home", rows, insert("member"), account, ownMember, otherBranch);
            refused("another's home", rows, insert("member_unit"), account, ownMember, otherBranch);
        }
    }

    @Test
    void theOwnWardsRowsAreTaken() {
        for (String rows : List.of("", "few", "many")) {
            INSERTS.forEach((table, insert) -> assertThat(enter(rows, insert, account, ownMember, newBranch))
                    .as(table)
                    .isEqualTo(1));
            // A history is written whole, with the stays at homes that others answer for.
            assertThat(enter(rows, insert("membership_version"), account, ownMember, otherBranch))
                    .isEqualTo(1);
            assertThat(enter(rows, insert("movement_version"), account, ownMember, otherBranch))
                    .isEqualTo(1);
        }
    }

    @Test
    void whoIsToComeIsWrittenByTheReceivingSide() {
        for (String rows : List.of("", "few", "many")) {
            refused("before", rows, insert("movement_version"), account, otherMember, ownBranch);
        }
        Register.made(register.post(
                Register.ADMIN, "/transfers", Register.transferBody(otherMember, ownBranch, "2024-01-01")));
        for (String rows : List.of("", "few", "many")) {
            for (String table : List.of("membership_version", "movement_version", "member_decision")) {
                assertThat(enter(rows, insert(table), account, otherMember, otherBranch))
                        .as(table)
                        .isEqualTo(1);
            }
            refused("member_unit", rows, insert("member_unit"), account, otherMember, otherBranch);
        }
    }

    /** No account is told of a member out of its scope by what decides on rows. */
    @Test
    void nothingIsToldOfStrangers() {
        assertThat(as("", account, () -> app.sql("select org.is_about_own(?::uuid)")
                        .param(otherMember)
                        .query(Boolean.class)
                        .single()))
                .isFalse();
        assertThat(as("", account, () -> app.sql("select count(*) from org.file_of(?::uuid, 'infinity')")
                        .param(otherMember)
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    private static String insert(String table) {
        return Objects.requireNonNull(INSERTS.get(table));
    }

    private void refused(String what, String rows, String insert, String by, String member, String unit) {
        assertThatThrownBy(() -> enter(rows, insert, by, member, unit))
                .as(what + " " + rows)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security policy");
    }

    /** Rows that are entered; the transaction is rolled back. */
    private int enter(String rows, String insert, String by, String member, String unit) {
        return as(rows, by, () -> {
            UUID person = UUID.randomUUID();
            app.sql("insert into org.person values (?, 'A', 'a', 'a', '1980-01-01', 'MALE', 'x', ?)")
                    .params(person, person.toString().getBytes(StandardCharsets.UTF_8))
                    .update();
            return app.sql(insert)
                    .param("person", person.toString())
                    .param("member", member)
                    .param("unit", unit)
                    .update();
        });
    }

    private <T> T as(String rows, String by, Supplier<T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            app.sql("select set_config('tusoi.account', ?, true), set_config('tusoi.rows', ?, true)")
                    .params(by, rows)
                    .query()
                    .singleRow();
            return work.get();
        });
    }

    private String id(String subject) {
        return Register.made(register.get(subject, "/me"))
                .body()
                .path("accountId")
                .asString();
    }
}
