package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tusoi.org.grounds.Sweep;
import tusoi.platform.persistence.Loader;

/** A district's year: 172 branches of 30 members, twelve meetings each, and two months of dues, in a database of its own. */
@OrgTest
@Import(StatementCount.class)
@TestPropertySource(properties = "tusoi.org.grounds.interval=1d")
class BranchYearTest {
    private static final Logger LOG = LoggerFactory.getLogger(BranchYearTest.class);
    private static final int BRANCHES = 172;
    private static final int MEMBERS = 30;
    private static final int ITEMS = 200;

    @Autowired
    Register register;

    @Autowired
    StatementCount statements;

    @Autowired
    Sweep sweep;

    @Autowired
    @Loader
    JdbcClient loader;

    @Test
    void aYearOfADistrictTakesAFewStatementsAMeetingWhateverItsMembers() {
        String ward = register.ward();
        List<String> branches = branches(ward);
        List<Map<String, Object>> year = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            for (String branch : branches) {
                year.add(meeting(branch, "2023-%02d".formatted(month)));
            }
        }
        long begun = System.nanoTime();
        long meetings = statements.during(() -> {
            for (int from = 0; from < year.size(); from += ITEMS) {
                var answer = made(register.post(
                        ADMIN,
                        "/meetings/bulk",
                        Map.of("items", year.subList(from, Math.min(year.size(), from + ITEMS)))));
                assertThat(answer.body().path("items").valueStream())
                        .allSatisfy(item -> assertThat(item.path("status").asInt())
                                .as(item.toString())
                                .isEqualTo(200));
            }
        });
        LOG.info(
                "{} meetings, {} lines, {} statements, {} ms",
                year.size(),
                count("org.meeting_attendance"),
                meetings,
                (System.nanoTime() - begun) / 1_000_000);
        assertThat(count("org.meeting_attendance")).isEqualTo((long) BRANCHES * 12 * MEMBERS);
        assertThat(meetings / year.size()).isBetween(1L, MEMBERS - 1L);

        String small = register.branch(ward);
        register.member(small);
        long ofOne = statements.during(() ->
                made(register.post(ADMIN, "/meetings/bulk", Map.of("items", List.of(meeting(small, "2023-01"))))));
        long ofThirty = statements.during(() -> made(register.post(
                ADMIN, "/meetings/bulk", Map.of("items", List.of(meeting(branches.getFirst(), "2024-01"))))));
        assertThat(ofThirty).isEqualTo(ofOne);

        var missing = register.get(ADMIN, "/meetings/missing?unit=" + ward + "&from=2023-01&to=2023-12");
        assertThat(missing.body().path("missing").asInt()).as(missing.text()).isEqualTo(11);
        dues(branches);
    }

    private void dues(List<String> branches) {
        Map<String, List<String>> members = new HashMap<>();
        loader.sql("select unit_id::text, id::text from org.member order by 1, 2")
                .query(row -> {
                    members.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                            .add(row.getString(2));
                });
        long books = statements.during(() -> {
            for (String month : List.of("2023-01", "2023-02")) {
                for (String branch : branches) {
                    var answer = made(register.post(ADMIN, "/dues/books", book(branch, month, members)));
                    assertThat(answer.text()).doesNotContain("problem\":{");
                }
            }
        });
        long swept = statements.during(() -> sweep.sweep(LocalDate.parse("2023-12-31")));
        LOG.info(
                "{} books, {} payments, {} statements; a sweep of {} members: {} statements",
                branches.size() * 2,
                count("org.dues_payment"),
                books,
                count("org.member"),
                swept);
        assertThat(count("org.dues_payment")).isEqualTo((long) BRANCHES * 2 * MEMBERS);
        assertThat(books / (branches.size() * 2L)).isBetween(1L, MEMBERS - 1L);
        assertThat(swept).isBetween(1L, count("org.member") / 20 - 1);
    }

    private static Map<String, Object> book(String branch, String month, Map<String, List<String>> members) {
        List<Map<String, Object>> items = members.getOrDefault(branch, List.of()).stream()
                .<Map<String, Object>>map(
                        member -> Map.of("memberId", member, "amount", 50_000, "paidOn", month + "-10"))
                .toList();
        return Map.of("unitId", branch, "month", month, "closedOn", month + "-28", "items", items);
    }

    private static Map<String, Object> meeting(String branch, String month) {
        return Map.of(
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
                        "tasks",
                        List.of(Map.of("title", "Nhiệm vụ tháng", "owner", "COLLECTIVE"))),
                "overrides",
                Map.of("ORG-104", "Đánh giá ở kỳ sau"));
    }

    /** Members come in by a file, as a district's would. */
    private List<String> branches(String ward) {
        List<String> ids = new ArrayList<>();
        StringBuilder file = new StringBuilder(
                "unit_code,member_ref,full_name,birth_date,gender,person_identifier,admitted_on,recognised_on,member_since,state,exempt\n");
        for (int i = 0; i < BRANCHES; i++) {
            String code = Register.fresh("V");
            ids.add(made(register.post(
                            ADMIN,
                            "/units",
                            Map.of(
                                    "code",
                                    code,
                                    "name",
                                    "Chi bộ " + code,
                                    "level",
                                    "BRANCH",
                                    "form",
                                    "BRANCH",
                                    "kind",
                                    "RESIDENTIAL",
                                    "parentId",
                                    ward,
                                    "decision",
                                    Register.decision("2010-01-01"))))
                    .id());
            IntStream.range(0, MEMBERS).forEach(n -> file.append(code)
                    .append(",,Trần Thị Ví Dụ,1980-05-19,FEMALE,")
                    .append(Register.identifier())
                    .append(",2001-02-03,2002-02-03,2012-05-19,OFFICIAL,false\n"));
        }
        var staged =
                made(register.upload(ADMIN, ward, "members.csv", file.toString().getBytes(StandardCharsets.UTF_8)));
        made(register.post(ADMIN, "/imports/" + staged.id() + "/confirmation"));
        return ids;
    }

    private long count(String table) {
        return loader.sql("select count(*) from " + table).query(Long.class).single();
    }
}
