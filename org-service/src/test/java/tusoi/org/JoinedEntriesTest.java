package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;
import static tusoi.org.Register.paper;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.org.contract.Contracts;
import tusoi.org.grounds.Sweep;
import tusoi.platform.persistence.Loader;

/** What was recorded of an entry that is given up goes on with the entry that is kept; what was known before stays. */
@OrgTest
class JoinedEntriesTest {
    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    @Autowired
    Sweep sweep;

    String ward = "";
    String branch = "";
    String officer = "";
    String given = "";
    String kept = "";

    @BeforeEach
    void onePersonEnteredTwice() {
        ward = register.ward();
        branch = register.branch(ward);
        officer = register.account("ORGANISATION_OFFICER", ward);
        given = named("Lê Thị Hai Lần").id();
        kept = named("LÊ THỊ HAI LẦN").id();
    }

    // ORG-67
    @Test
    void postsActivitiesDossierAndDuesGoOnWithTheKeptEntry() {
        String host = register.branch(register.ward());
        var post = made(register.post(
                officer,
                "/members/" + given + "/posts",
                Map.of(
                        "unitId",
                        branch,
                        "post",
                        "BRANCH_SECRETARY",
                        "external",
                        false,
                        "validFrom",
                        "2020-01-01",
                        "mode",
                        "ELECTED")));
        var activity = made(register.post(
                officer,
                "/members/" + given + "/temporary-activities",
                Map.of(
                        "hostUnitId",
                        host,
                        "purpose",
                        "WORK",
                        "from",
                        "2024-01-01",
                        "to",
                        "2024-07-01",
                        "decision",
                        paper("2023-12-20"))));
        String number = "%02d.%06d".formatted(11, Math.floorMod(given.hashCode(), 1_000_000));
        made(register.post(
                officer, "/members/" + given + "/cards", Map.of("number", number, "issuedOn", "2024-01-01")));
        made(register.post(
                officer,
                "/members/" + given + "/qualifications",
                Map.of("kind", "POLITICAL_THEORY", "level", "INTERMEDIATE")));
        made(register.post(
                officer, "/members/" + given + "/cadre-planning", Map.of("post", "Bí thư", "from", "2024-01-01")));
        made(register.post(
                officer, "/members/" + given + "/qualifications", Map.of("kind", "LANGUAGE", "level", "B1")));
        String secretary = register.account("SECRETARY", branch);
        made(register.post(
                secretary,
                "/dues/members/" + given + "/reliefs",
                Map.of(
                        "kind",
                        "EXEMPT",
                        "ground",
                        "PARTY_AGE_50",
                        "fromMonth",
                        "2023-03",
                        "toMonth",
                        "2023-03",
                        "decision",
                        Map.of("number", "3-QĐ", "body", "Đảng ủy", "signedOn", "2022-12-20"))));
        made(register.post(
                secretary,
                "/dues/books",
                Map.of("unitId", branch, "month", "2023-01", "closedOn", "2023-01-31", "items", List.of(paid(given)))));
        made(register.post(
                secretary,
                "/dues/books",
                Map.of(
                        "unitId",
                        branch,
                        "month",
                        "2023-02",
                        "closedOn",
                        "2023-02-28",
                        "items",
                        List.of(paid(given), paid(kept)))));
        String then = now();

        joined();

        var posts = register.get(officer, "/members/" + kept + "/posts");
        assertThat(posts.body()).as(posts.text()).hasSize(1);
        assertThat(posts.body().get(0).path("id").asString()).isEqualTo(post.id());
        var activities = register.get(officer, "/members/" + kept + "/temporary-activities");
        assertThat(activities.body()).as(activities.text()).hasSize(1);
        assertThat(activities.body().get(0).path("version").asInt()).isEqualTo(2);
        var dossier = register.get(officer, "/members/" + kept + "/dossier").body();
        assertThat(dossier.path("cards").get(0).path("number").asString())
                .as(dossier.toString())
                .isEqualTo(number);
        assertThat(dossier.path("qualifications")).hasSize(2);
        assertThat(dossier.path("cadrePlanning")).hasSize(1);
        var dues = register.get(secretary, "/dues/members/" + kept);
        assertThat(states(dues, "2023-01", "2023-02", "2023-03"))
                .as(dues.text())
                .containsExactly("PAID", "PAID", "EXEMPT");
        assertThat(loader.sql(
                                "select count(*) from org.dues_payment where member_id = ?::uuid and month = '2023-02-01' and recorded_to = 'infinity'")
                        .param(given)
                        .query(Integer.class)
                        .single())
                .as("what both had stays with the one given up")
                .isEqualTo(1);
        assertThat(loader.sql("""
                                select count(*) from org.post_version
                                where member_id = ?::uuid and recorded_from <= ?::timestamptz and recorded_to > ?::timestamptz
                                """)
                        .params(given, then, then)
                        .query(Integer.class)
                        .single())
                .as("as known before, the post is the given-up entry's")
                .isEqualTo(1);
        record Event(String type, String data) {}
        var told = loader.sql("""
                        select type, convert_from(data, 'UTF8') as data from platform.outbox
                        where aggregate_id in (?::uuid, ?::uuid) and version = 2
                        """)
                .params(post.id(), activity.id())
                .query(Event.class)
                .list();
        assertThat(told).hasSize(2).allSatisfy(event -> {
            assertThat(Contracts.misfits(event.type(), event.data())).isEmpty();
            assertThat(event.data()).contains(kept);
        });
    }

    /** The grounds that the books show of the given-up entry are those of the one that is kept. */
    @Test
    void whoWasAwayUnderBothEntriesIsTheKeptOne() {
        String secretary = register.account("SECRETARY", branch);
        for (String month : List.of("2023-01", "2023-02", "2023-03")) {
            away(secretary, month);
        }
        sweep.sweep(LocalDate.parse("2023-04-01"));
        assertThat(register.get(officer, "/grounds?unit=" + branch).text()).contains(given);
        joined();
        sweep.sweep(LocalDate.parse("2023-04-01"));
        var grounds = register.get(officer, "/grounds?unit=" + branch);
        assertThat(grounds.text()).contains(kept).doesNotContain(given);
    }

    private void away(String secretary, String month) {
        made(register.post(
                secretary,
                "/meetings",
                Map.of(
                        "unitId",
                        branch,
                        "month",
                        month,
                        "held",
                        Map.of(
                                "heldOn",
                                month + "-05",
                                "others",
                                "PRESENT",
                                "attendance",
                                List.of(
                                        Map.of("memberId", given, "status", "ABSENT"),
                                        Map.of("memberId", kept, "status", "ABSENT"))),
                        "overrides",
                        Map.of("ORG-103", "Đủ người"))));
    }

    private void joined() {
        made(register.change(
                officer, "/members/" + kept + "/merge", 1, Map.of("duplicateId", given, "reason", "Một người")));
    }

    private static List<String> states(Register.Answer dues, String... months) {
        return List.of(months).stream()
                .map(month -> dues.body()
                        .path("months")
                        .valueStream()
                        .filter(one -> one.path("month").asString().equals(month))
                        .map(one -> one.path("state").asString())
                        .findFirst()
                        .orElse("none"))
                .toList();
    }

    private static Map<String, Object> paid(String member) {
        return Map.of("memberId", member, "amount", 1000, "paidOn", "2023-02-10");
    }

    private Register.Answer named(String name) {
        var body = new HashMap<>(Register.memberBody(branch));
        body.put("fullName", name);
        return made(register.post(ADMIN, "/members", body));
    }

    private String now() {
        return loader.sql("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .query(String.class)
                .single();
    }
}
