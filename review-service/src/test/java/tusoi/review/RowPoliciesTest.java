package tusoi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tusoi.review.Api.body;
import static tusoi.review.Api.ifMatch;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The second wall: whatever statement the app runs, rows of units that the account does not cover are not there. */
class RowPoliciesTest extends SliceTest {
    private static final List<String> GUARDED = List.of(
            "review.review",
            "review.grade",
            "review.target",
            "review.target_result",
            "review.member_slice",
            "review.member_name");

    @Autowired
    private JdbcClient asApp;

    @Autowired
    private TransactionTemplate transaction;

    private UUID stranger = UUID.randomUUID();
    private UUID own = UUID.randomUUID();
    private UUID member = UUID.randomUUID();

    @BeforeEach
    void twoWards() {
        var register = register();
        UUID district = register.organisation("DISTRICT", null);
        UUID ward = register.organisation("GRASSROOTS", district);
        UUID other = register.organisation("GRASSROOTS", district);
        member = register.member(register.branch(ward));
        String officer = register.officer("ORGANISATION_OFFICER", district);
        own = accountOf(officer);
        stranger = accountOf(register.officer("COMMITTEE_OFFICER", other));
        register.arrives();
        api().post(
                        officer,
                        "/cycles",
                        body(
                                "year",
                                2022,
                                "kind",
                                "ANNUAL",
                                "openedByUnitId",
                                ward,
                                "openedOn",
                                "2022-11-15",
                                "dueOn",
                                "2022-12-31",
                                "subjectTypes",
                                List.of("MEMBER")));
        var target = api().post(
                        officer,
                        "/targets",
                        body(
                                "unitId",
                                ward,
                                "indicator",
                                "economy.tax-revenue",
                                "from",
                                "2023-01-01",
                                "to",
                                "2023-12-31",
                                "planned",
                                5));
        api().post(
                        officer,
                        "/targets/" + target.id("targetId") + "/results",
                        body("on", "2023-06-30", "value", 2),
                        ifMatch(1));
        jdbc.sql("insert into review.member_name values (:member, 'Thử Nghiệm')")
                .param("member", member)
                .update();
    }

    @Test
    void anotherWardsRowsAreNotThere() {
        assertThat(as(stranger, () -> count("review.review where subject_id = '" + member + "'")))
                .isZero();
        assertThat(as(stranger, () -> count("review.member_slice where member_id = '" + member + "'")))
                .isZero();
        assertThat(as(stranger, () -> count("review.member_name where member_id = '" + member + "'")))
                .isZero();
        assertThat(as(own, () -> count("review.review where subject_id = '" + member + "'")))
                .isEqualTo(1);
        assertThat(as(own, () -> count("review.member_name where member_id = '" + member + "'")))
                .isEqualTo(1);
        assertThat(as(stranger, () -> count("review.target"))).isZero();
        assertThat(as(own, () -> count("review.target"))).isEqualTo(1);
        assertThat(as(stranger, () -> count("review.target_result"))).isZero();
        assertThat(as(own, () -> count("review.target_result"))).isEqualTo(1);
    }

    @Test
    void anotherWardsRowsAreNotChanged() {
        assertThat(as(stranger, () -> asApp.sql("update review.review set state = 'DECIDED'")
                        .update()))
                .isZero();
    }

    @Test
    void askedUpwardAndDownwardTheAnswerIsTheSame() {
        for (UUID account : List.of(own, stranger, UUID.randomUUID())) {
            assertThat(as(account, () -> asApp.sql("""
                    select count(*) from (select distinct unit_id from scope.unit_version) u
                    where review.covers(u.unit_id) <> (u.unit_id in (select scope.covered_units()))
                      or review.holds('REVIEW_DECIDE', u.unit_id) <> (u.unit_id in (select scope.units_with('REVIEW_DECIDE')))
                    """).query(Integer.class).single()))
                    .isZero();
        }
    }

    @Test
    void nobodyEntersReviewsIntoACycleOfUnitsNotCovered() {
        assertThatThrownBy(() -> as(stranger, () -> asApp.sql("""
                insert into review.review (id, cycle_id, kind, year, subject_type, subject_id, unit_id, cap_group_unit_id, opened_on,
                    profile, state, version, recorded_at)
                select gen_random_uuid(), c.id, c.kind, c.year, 'MEMBER', gen_random_uuid(), c.opened_by_unit_id,
                    c.opened_by_unit_id, c.opened_on, c.profile, 'OBLIGED', 1, now() from review.cycle c
                """).update())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void everyTableWithRowsOfUnitsHasPolicies() {
        assertThat(jdbc.sql(
                                "select oid::regclass::text from pg_class where relrowsecurity and relnamespace = 'review'::regnamespace")
                        .query(String.class)
                        .list())
                .containsAll(GUARDED);
    }

    @Test
    void theAppNeitherDeletesNorOwns() {
        assertThatThrownBy(() ->
                        as(own, () -> asApp.sql("delete from review.review").update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(own, () -> asApp.sql("update review.grade set grade = 'GOOD'")
                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    private <T> T as(UUID account, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            asApp.sql("select set_config('tusoi.account', :account, true)")
                    .param("account", account.toString())
                    .query(String.class)
                    .single();
            return work.get();
        }));
    }

    private int count(String from) {
        return asApp.sql("select count(*) from " + from).query(Integer.class).single();
    }

    private static UUID accountOf(String subject) {
        return UUID.fromString(subject.substring("subject-".length()));
    }
}
