package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.persistence.Loader;

@OrgTest
class DuesTest {
    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String treasurer = "";
    String an = "";
    String binh = "";

    @BeforeEach
    void aBranchOfTwo() {
        ward = register.ward();
        branch = register.branch(ward);
        treasurer = register.account("SECRETARY", branch);
        an = register.member(branch).id();
        binh = register.member(branch).id();
    }

    @Test
    void aBranchsMonthIsEnteredAtOnceAndClosed() {
        var result = made(book("2023-01", "2023-01-31", List.of(paid(an, 50_000, "2023-01-10"))));
        assertThat(statuses(result)).containsExactly(200);
        var book = register.get(treasurer, "/dues/books?unit=" + branch + "&month=2023-01");
        assertThat(book.body().path("members").asInt()).as(book.text()).isEqualTo(2);
        assertThat(book.body().path("paid").asInt()).isEqualTo(1);
        assertThat(book.body().path("unpaid").asInt()).isEqualTo(1);
        assertThat(book.body().path("amount").asInt()).isEqualTo(50_000);
        assertThat(book.body().path("closedOn").asString()).isEqualTo("2023-01-31");
        assertThat(book.body().path("basis").path("mark").asString())
                .as("how sure the rates are")
                .isEqualTo("UNCONFIRMED");
        assertThat(book.body().path("basis").path("citation").asString()).startsWith("342-QĐ/TW");
        var now = register.get(treasurer, "/dues/books?unit=" + branch + "&month=2026-02")
                .body()
                .path("basis");
        assertThat(now.path("profile").asString()).isEqualTo("01-QD");
        assertThat(now.path("mark").asString()).isEqualTo("SECONDARY");
        var later = register.get(treasurer, "/dues/books?unit=" + branch + "&month=2023-01&asOf=2023-01-09");
        assertThat(later.body().path("open").asInt()).as(later.text()).isEqualTo(2);
    }

    @Test
    void booksThatNobodyClosedAreSeen() {
        String other = register.branch(ward);
        made(book("2023-01", "2023-01-31", List.of()));
        made(book("2023-02", null, List.of(paid(an, 1, "2023-02-10"))));
        String asked = "/dues/books/open?unit=" + ward + "&from=2023-01&to=2023-02&size=2";
        var open = register.get(ADMIN, asked);
        assertThat(open.body().path("branchMonths").asInt()).as(open.text()).isEqualTo(4);
        assertThat(open.body().path("closed").asInt()).isEqualTo(1);
        var page = open.body().path("open");
        assertThat(page.path("items").get(0).path("unitId").asString()).isEqualTo(other);
        var rest = register.get(ADMIN, asked + "&after=" + page.path("next").asString());
        assertThat(rest.body().path("open").path("items")).as(rest.text()).hasSize(1);
        var early = register.get(ADMIN, asked + "&asOf=2023-01-30");
        assertThat(early.body().path("branchMonths").asInt()).as(early.text()).isZero();
    }

    @Test
    void whatABranchKeepsStandsBehindRowSecurity() {
        assertThat(loader.sql("""
                        select relname from pg_class
                        where relnamespace = 'org'::regnamespace and relkind = 'r' and not relrowsecurity
                          and (relname like 'meeting%' or relname like 'study%' or relname like 'dues%'
                               or relname like 'attendance%' or relname like 'working%' or relname like 'ground%')
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void eachItemIsTakenOrRefusedForItself() {
        String stranger = register.member(register.branch(ward)).id();
        made(book("2023-01", null, List.of(paid(an, 1000, "2023-01-10"))));
        var result = made(book(
                "2023-01",
                null,
                List.of(
                        paid(an, 1000, "2023-01-11"),
                        paid(binh, 1000, "2023-01-11"),
                        paid(binh, 1000, "2023-01-11"),
                        paid(stranger, 1000, "2023-01-11"))));
        assertThat(statuses(result)).containsExactly(409, 200, 409, 422);
        assertThat(result.text()).contains("ORG-110");
        var bad = book("2023-01", null, List.of(paid(an, 0, "2023-01-11")));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.text()).contains("items[0].amount");
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            many.add(paid(an, 1, "2023-01-11"));
        }
        assertThat(book("2023-01", null, many).status()).isEqualTo(400);
        assertThat(book("2023-01", "2199-01-01", List.of()).text()).contains("ORG-111");
    }

    @Test
    void aRepeatWithTheSameKeyChangesNothing() {
        Map<String, Object> body =
                Map.of("unitId", branch, "month", "2023-01", "items", List.of(paid(an, 1000, "2023-01-10")));
        String key = Register.fresh("key-");
        var first = keyed(body, key);
        var again = keyed(body, key);
        assertThat(statuses(first)).containsExactly(200);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void theAmountOfACategoryIsAnsweredForWhereItIsAnother() {
        var item = new HashMap<>(paid(an, 50_000, "2026-03-10"));
        item.put("category", "SALARY");
        item.put("base", 9_000_000);
        var warned = made(book("2026-03", null, List.of(item)));
        assertThat(statuses(warned)).containsExactly(422);
        assertThat(warned.text()).contains("ORG-112").contains("01-QD");
        item.put("amount", 90_000);
        assertThat(statuses(made(book("2026-03", null, List.of(item))))).containsExactly(200);
        assertThat(loader.sql("select count(*) from platform.audit_payload where payload like '%9000000%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void paidThroughIsKnownAsOfADayAndAsItWasKnown() {
        String unit = "/dues/paid-through?unit=" + branch;
        made(book("2023-01", "2023-01-31", List.of(paid(an, 1, "2023-01-10"), paid(binh, 1, "2023-01-10"))));
        made(book("2023-02", "2023-02-28", List.of(paid(an, 1, "2023-02-10"))));
        Instant before = loader.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        made(book("2023-02", null, List.of(paid(binh, 1, "2023-03-05"))));
        assertThat(through(unit + "&asOf=2023-03-31", binh)).isEqualTo("2023-02");
        assertThat(through(unit + "&asOf=2023-03-01", binh)).isEqualTo("2023-01");
        assertThat(through(unit + "&asOf=2023-03-31&knownAt=" + before, binh)).isEqualTo("2023-01");
        assertThat(through(unit + "&asOf=2023-03-31", an)).isEqualTo("2023-02");
        var arrears = register.get(treasurer, "/dues/arrears?unit=" + branch + "&asOf=2023-03-01");
        assertThat(arrears.body().path("items")).as(arrears.text()).hasSize(1);
        assertThat(arrears.body().path("items").get(0).path("months").get(0).asString())
                .isEqualTo("2023-02");
    }

    @Test
    void aPaymentIsCorrectedWithAReasonOrTakenBack() {
        made(book("2023-01", "2023-01-31", List.of(paid(an, 1000, "2023-01-10"))));
        String path = "/dues/members/" + an + "/2023-01/correction";
        assertThat(register.post(treasurer, path, Map.of("reason", "Nhầm")).status())
                .isEqualTo(428);
        assertThat(register.change(treasurer, path, 1, Map.of()).status()).isEqualTo(400);
        made(register.change(
                treasurer,
                path,
                1,
                Map.of("reason", "Nhầm số", "payment", Map.of("amount", 2000, "paidOn", "2023-01-10"))));
        assertThat(register.change(treasurer, path, 1, Map.of("reason", "x")).status())
                .isEqualTo(412);
        var taken = made(register.change(treasurer, path, 2, Map.of("reason", "Nhầm người")));
        assertThat(monthOf(taken, "2023-01").path("state").asString()).isEqualTo("UNPAID");
        assertThat(statuses(made(book("2023-01", null, List.of(paid(an, 1000, "2023-02-10"))))))
                .containsExactly(200);
        assertThat(register.change(treasurer, "/dues/members/" + binh + "/2023-01/correction", 1, Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aReliefIsGrantedByADecisionAndEnded() {
        String path = "/dues/members/" + an + "/reliefs";
        var body = new HashMap<String, Object>(Map.of(
                "kind", "EXEMPT",
                "ground", "PARTY_AGE_50",
                "fromMonth", "2023-01",
                "decision", Map.of("number", "3-QĐ", "body", "Đảng ủy", "signedOn", "2022-12-20")));
        var granted = made(register.post(treasurer, path, body));
        assertThat(register.post(treasurer, path, body).text()).contains("ORG-115");
        made(book("2023-01", "2023-01-31", List.of()));
        assertThat(monthOf(made(register.get(treasurer, "/dues/members/" + an)), "2023-01")
                        .path("state")
                        .asString())
                .isEqualTo("EXEMPT");
        assertThat(statuses(made(book("2023-01", null, List.of(paid(an, 1, "2023-01-10"))))))
                .containsExactly(422);
        var ended = made(register.change(
                treasurer,
                "/dues/reliefs/" + granted.id() + "/end",
                1,
                Map.of("toMonth", "2022-12", "reason", "Quyết định bị hủy")));
        assertThat(ended.body().path("toMonth").asString()).isEqualTo("2022-12");
        assertThat(monthOf(made(register.get(treasurer, "/dues/members/" + an)), "2023-01")
                        .path("state")
                        .asString())
                .isEqualTo("UNPAID");
        body.put("kind", "REDUCED");
        body.put("percent", 45);
        body.put("fromMonth", "2026-03");
        body.put("toMonth", "2026-04");
        assertThat(register.post(treasurer, path, body).text()).contains("ORG-114");
        body.put("percent", 101);
        assertThat(register.post(treasurer, path, body).status()).isEqualTo(400);
    }

    // ORG-110
    @Test
    void suspendedMembersGoOnPayingAndAreNotExpectedAtMeetings() {
        made(register.change(
                ADMIN,
                "/members/" + an + "/suspension",
                1,
                Map.of(
                        "from",
                        "2023-01-05",
                        "to",
                        "2023-04-01",
                        "decision",
                        Map.of("number", "9-QĐ", "body", "Quận ủy", "signedOn", "2023-01-04"))));
        assertThat(statuses(made(book("2023-01", "2023-01-31", List.of(paid(an, 1000, "2023-01-10"))))))
                .containsExactly(200);
        made(book("2023-02", "2023-02-28", List.of()));
        var dues = made(register.get(treasurer, "/dues/members/" + an));
        assertThat(monthOf(dues, "2023-02").path("state").asString()).isEqualTo("UNPAID");
        var meeting = made(register.post(
                treasurer,
                "/meetings",
                Map.of(
                        "unitId",
                        branch,
                        "month",
                        "2023-02",
                        "held",
                        Map.of("heldOn", "2023-02-05", "others", "PRESENT"))));
        assertThat(meeting.body().path("expected").asInt()).isEqualTo(1);
    }

    @Test
    void theNewHomeSeesWhatWasPaidInTheOldOne() {
        made(book("2023-01", "2023-01-31", List.of(paid(an, 1, "2023-01-10"))));
        String other = register.branch(register.ward());
        register.transferred(an, other, "2023-02-01");
        String newSecretary = register.account("SECRETARY", other);
        assertThat(monthOf(made(register.get(newSecretary, "/dues/members/" + an)), "2023-01")
                        .path("state")
                        .asString())
                .isEqualTo("PAID");
    }

    @Test
    void anotherWardFindsNothing() {
        made(book("2023-01", null, List.of(paid(an, 1, "2023-01-10"))));
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        for (String path : List.of(
                "/dues/members/" + an,
                "/dues/members/" + an + "/reliefs",
                "/dues/books?unit=" + branch + "&month=2023-01",
                "/dues/paid-through?unit=" + branch,
                "/dues/arrears?unit=" + branch,
                "/dues/books/open?unit=" + branch + "&from=2023-01&to=2023-02",
                "/grounds?unit=" + branch)) {
            assertThat(register.get(stranger, path).status()).as(path).isEqualTo(404);
        }
        assertThat(register.post(
                                stranger,
                                "/dues/books",
                                Map.of("unitId", branch, "month", "2023-02", "items", List.of()))
                        .status())
                .isEqualTo(404);
        assertThat(register.change(stranger, "/dues/members/" + an + "/2023-01/correction", 1, Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        String observer = register.account("OBSERVER", ward);
        assertThat(register.get(observer, "/dues/arrears?unit=" + branch).status())
                .isEqualTo(403);
        assertThat(register.get(observer, "/dues/members/" + an).status()).isEqualTo(404);
    }

    private Register.Answer book(String month, @Nullable String closedOn, List<? extends Map<String, Object>> items) {
        var body = new HashMap<String, Object>(Map.of("unitId", branch, "month", month, "items", items));
        if (closedOn != null) {
            body.put("closedOn", closedOn);
        }
        return register.post(treasurer, "/dues/books", body);
    }

    private Register.Answer keyed(Map<String, Object> body, String key) {
        return made(register.send(register.request(treasurer, "/dues/books")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))));
    }

    private static Map<String, Object> paid(String member, long amount, String on) {
        return Map.of("memberId", member, "amount", amount, "paidOn", on);
    }

    private static List<Integer> statuses(Register.Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asInt())
                .toList();
    }

    private static JsonNode monthOf(Register.Answer answer, String month) {
        return answer.body()
                .path("months")
                .valueStream()
                .filter(one -> one.path("month").asString().equals(month))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.text()));
    }

    private @Nullable String through(String path, String member) {
        var answer = register.get(treasurer, path);
        return answer.body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("memberId").asString().equals(member))
                .map(one -> one.path("paidThrough").asString(null))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.text()));
    }
}
