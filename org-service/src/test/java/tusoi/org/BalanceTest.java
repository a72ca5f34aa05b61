package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;
import static tusoi.org.Register.paper;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tusoi.platform.persistence.Loader;

/** ORG-68: what SQL counts is what the domain's balance counts, which a randomised test proves to close. */
@OrgTest
class BalanceTest {
    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String first = "";
    String second = "";
    String elsewhere = "";

    @BeforeEach
    void aWardWithTwoBranches() {
        ward = register.ward();
        first = register.branch(ward);
        second = register.branch(ward);
        elsewhere = register.branch(register.ward());
    }

    // ORG-68
    @Test
    void openingWaysInWaysOutAndClosingMakeABalance() {
        var stays = register.member(first);
        register.transferred(stays.id(), second, "2024-03-01");
        var goes = register.member(first);
        register.transferred(goes.id(), elsewhere, "2024-04-01");
        var comes = register.member(elsewhere);
        register.transferred(comes.id(), second, "2024-05-01");
        var dies = register.member(second);
        made(register.change(ADMIN, "/members/" + dies.id() + "/death", 1, Map.of("on", "2024-06-01")));
        var leaves = register.member(second);
        made(register.post(
                ADMIN,
                "/transfers/outside/departures",
                Map.of(
                        "memberId",
                        leaves.id(),
                        "organisation",
                        "Đảng bộ tỉnh Mẫu",
                        "on",
                        "2024-06-02",
                        "decision",
                        paper("2024-06-01"))));

        JsonNode year = balance(ward, "2024-01-01", "2024-12-31");
        assertThat(year.path("opening").asInt()).isEqualTo(4);
        assertThat(year.path("in").path("TRANSFERRED").asInt()).isEqualTo(1);
        assertThat(year.path("out").path("TRANSFERRED").asInt()).isEqualTo(2);
        assertThat(year.path("out").path("DECEASED").asInt()).isEqualTo(1);
        assertThat(year.path("closing").asInt()).isEqualTo(2);
        assertThat(year.path("movedInside").asInt()).isEqualTo(1);
        assertThat(year.path("difference").asInt()).isZero();

        JsonNode branch = balance(first, "2024-01-01", "2024-12-31");
        assertThat(branch.path("opening").asInt()).isEqualTo(2);
        assertThat(branch.path("out").path("TRANSFERRED").asInt()).isEqualTo(2);
        assertThat(branch.path("closing").asInt()).isZero();
        assertThat(balance(ward, "2012-05-19", "2012-05-19")
                        .path("in")
                        .path("REGISTERED")
                        .asInt())
                .isEqualTo(4);
        for (String day : List.of("2012-05-19", "2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01")) {
            for (String unit : List.of(ward, first, second, elsewhere, "CT")) {
                assertThat(balance(unit, day, "2024-06-01").path("difference").asInt())
                        .as(unit + " " + day)
                        .isZero();
            }
        }
    }

    /** A home that changes without a movement: a reorganisation did it. */
    @Test
    void aReorganisationMovesWithoutBeingAMove() {
        var moved = register.member(first);
        loader.sql("""
                        with former as (
                            update org.membership_version set recorded_to = clock_timestamp()
                            where member_id = ?::uuid returning *)
                        insert into org.membership_version
                        select member_id, 2, clock_timestamp(), 'infinity', d.a, d.b, d.u, state, exempt, suspended
                        from former, (values (date '2012-05-19', date '2024-07-01', ?::uuid),
                                             (date '2024-07-01', date 'infinity', ?::uuid)) as d (a, b, u)
                        """).params(moved.id(), first, elsewhere).update();
        JsonNode from = balance(first, "2024-01-01", "2024-12-31");
        assertThat(from.path("out").path("REORGANISED").asInt()).isEqualTo(1);
        assertThat(from.path("difference").asInt()).isZero();
        JsonNode into = balance(elsewhere, "2024-01-01", "2024-12-31");
        assertThat(into.path("in").path("REORGANISED").asInt()).isEqualTo(1);
        assertThat(into.path("closing").asInt()).isEqualTo(1);
    }

    /** What was known is told as it was known. */
    @Test
    void anAnswerAsKnownThenStaysWhatItWas() {
        register.member(first);
        String then = loader.sql(
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .query(String.class)
                .single();
        String question = "/members/balance?unit=" + first + "&from=2012-01-01&to=2024-12-31&knownAt=" + then;
        String before = register.get(ADMIN, question).text();
        register.member(first);
        assertThat(register.get(ADMIN, question).text()).isEqualTo(before);
        assertThat(balance(first, "2012-01-01", "2024-12-31").path("closing").asInt())
                .isEqualTo(2);
    }

    @Test
    void othersAreNotTold() {
        String officer = register.account("ORGANISATION_OFFICER", register.ward());
        String span = "&from=2024-01-01&to=2024-12-31";
        assertThat(register.get(officer, "/members/balance?unit=" + ward + span).status())
                .isEqualTo(404);
        assertThat(register.get(ADMIN, "/members/balance?unit=" + ward + "&from=2024-02-01&to=2024-01-01")
                        .status())
                .isEqualTo(400);
    }

    private JsonNode balance(String unit, String from, String to) {
        var answer = register.get(ADMIN, "/members/balance?unit=" + unit + "&from=" + from + "&to=" + to);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }
}
