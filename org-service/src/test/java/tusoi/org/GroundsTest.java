package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

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

/** The background job runs beside these tests; whoever sweeps first, the same versions are written. */
@OrgTest
class GroundsTest {
    private static final LocalDate YEARS_END = LocalDate.parse("2023-12-31");

    @Autowired
    Register register;

    @Autowired
    Sweep sweep;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String an = "";
    String binh = "";

    @BeforeEach
    void aBranchOfTwo() {
        ward = register.ward();
        branch = register.branch(ward);
        an = register.member(branch).id();
        binh = register.member(branch).id();
    }

    // ORG-116
    @Test
    void threeUnpaidMonthsOfAYearAreAGroundThatIsWithdrawnWhenTheyArePaid() {
        for (String month : List.of("2023-02", "2023-05")) {
            book(month, true, binh);
        }
        sweep.sweep(YEARS_END);
        assertThat(ground("org.dues-arrears.v1", an)).isEmpty();
        book("2023-06", true, binh);
        sweep.sweep(YEARS_END);
        sweep.sweep(YEARS_END);
        assertThat(ground("org.dues-arrears.v1", an)).hasSize(1);
        assertThat(ground("org.dues-arrears.v1", an).getFirst())
                .contains("\"months\":[\"2023-02\",\"2023-05\",\"2023-06\"]")
                .contains("\"withdrawn\":false")
                .contains(branch);
        assertThat(ground("org.dues-arrears.v1", binh)).isEmpty();
        book("2023-07", true, binh);
        sweep.sweep(YEARS_END);
        assertThat(ground("org.dues-arrears.v1", an)).hasSize(2);
        var shown = register.get(ADMIN, "/grounds?unit=" + ward + "&kind=DUES&year=2023");
        assertThat(shown.body().path("items")).as(shown.text()).hasSize(1);
        assertThat(shown.body().path("items").get(0).path("months")).hasSize(4);
        assertThat(shown.body()
                        .path("items")
                        .get(0)
                        .path("basis")
                        .path("citation")
                        .asString())
                .isNotBlank();

        book("2023-02", false, an);
        book("2023-05", false, an);
        sweep.sweep(YEARS_END);
        assertThat(ground("org.dues-arrears.v1", an)).hasSize(3);
        assertThat(ground("org.dues-arrears.v1", an).getLast())
                .contains("\"withdrawn\":true")
                .contains("\"months\":[]");
        assertThat(register.get(ADMIN, "/grounds?unit=" + ward).body().path("items"))
                .isEmpty();
    }

    // ORG-116
    @Test
    void monthsThatNobodyClosedAndThoseOfAGoodReasonAreNoGround() {
        for (String month : List.of("2023-01", "2023-02", "2023-03")) {
            book(month, true, binh);
        }
        book("2023-04", false, binh);
        made(register.post(
                ADMIN,
                "/dues/members/" + an + "/reliefs",
                Map.of(
                        "kind",
                        "GOOD_REASON",
                        "ground",
                        "HOSPITAL",
                        "fromMonth",
                        "2023-02",
                        "toMonth",
                        "2023-02",
                        "decision",
                        Map.of("number", "1", "body", "Chi bộ", "signedOn", "2023-03-01"))));
        sweep.sweep(YEARS_END);
        assertThat(ground("org.dues-arrears.v1", an)).isEmpty();
    }

    // ORG-117
    @Test
    void threeMonthsInARowAwayWithoutExcuseAreAGroundUntilOneIsExcused() {
        meeting("2023-01", "ABSENT");
        meeting("2023-03", "ABSENT");
        meeting("2023-04", "ABSENT");
        sweep.sweep(YEARS_END);
        assertThat(ground("org.absence-three-months.v1", an)).isEmpty();
        String last = meeting("2023-05", "ABSENT");
        sweep.sweep(YEARS_END);
        sweep.sweep(YEARS_END);
        assertThat(ground("org.absence-three-months.v1", an)).hasSize(1);
        assertThat(ground("org.absence-three-months.v1", an).getFirst())
                .contains("\"months\":[\"2023-03\",\"2023-04\",\"2023-05\"]");
        assertThat(ground("org.absence-three-months.v1", binh)).isEmpty();
        made(register.change(
                ADMIN,
                "/meetings/" + last + "/correction",
                1,
                Map.of(
                        "reason",
                        "Có đơn xin vắng",
                        "held",
                        held("2023-05", "ABSENT_EXCUSED"),
                        "overrides",
                        Map.of("ORG-103", "Chi bộ nhỏ"))));
        sweep.sweep(YEARS_END);
        assertThat(ground("org.absence-three-months.v1", an)).hasSize(2);
        assertThat(ground("org.absence-three-months.v1", an).getLast()).contains("\"withdrawn\":true");
    }

    private void book(String month, boolean close, String payer) {
        var body = new HashMap<String, Object>(Map.of(
                "unitId",
                branch,
                "month",
                month,
                "items",
                List.of(Map.of("memberId", payer, "amount", 10_000, "paidOn", month + "-10"))));
        if (close) {
            body.put("closedOn", month + "-28");
        }
        made(register.post(ADMIN, "/dues/books", body));
    }

    private String meeting(String month, String status) {
        return made(register.post(
                        ADMIN,
                        "/meetings",
                        Map.of(
                                "unitId",
                                branch,
                                "month",
                                month,
                                "held",
                                held(month, status),
                                "overrides",
                                Map.of("ORG-103", "Chi bộ nhỏ"))))
                .id();
    }

    private Map<String, Object> held(String month, String status) {
        return Map.of(
                "heldOn",
                month + "-05",
                "others",
                "PRESENT",
                "attendance",
                List.of(Map.of("memberId", an, "status", status)));
    }

    /** The events about a member in their order, each of which fits its schema. */
    private List<String> ground(String type, String member) {
        List<String> events =
                loader.sql("""
                        select convert_from(data, 'UTF8') from platform.outbox
                        where type = ? and key = ? order by version
                        """).params(type, member).query(String.class).list();
        assertThat(events)
                .allSatisfy(event -> assertThat(Contracts.misfits(type, event)).isEmpty());
        return events;
    }
}
