package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.decision;
import static tusoi.org.Register.made;
import static tusoi.org.Register.memberBody;
import static tusoi.org.Register.paper;
import static tusoi.org.Register.transferBody;
import static tusoi.org.ValidCalls.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tusoi.org.Register.Answer;
import tusoi.testkit.badinput.Tables;

/** What cannot be true is refused with the rule that says so, and leaves nothing behind. */
@OrgTest
class RefusedCommandsTest {
    private static final Map<String, String> LEVELS = Map.of("ORG-07", "Thí điểm");

    @Autowired
    Register register;

    @Autowired
    Offices offices;

    @Autowired
    Environment environment;

    Tables tables;
    Map<String, String> before = Map.of();
    String ward = "";
    String branch = "";
    String sister = "";

    @BeforeEach
    void aWardWithTwoBranches() {
        tables = Tables.of(environment.getRequiredProperty("TUSOI_DB_URL"));
        ward = register.ward();
        branch = register.branch(ward);
        sister = register.branch(ward);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Nested
    class Cycles {
        // ORG-01
        @Test
        void aUnitIsNotPutUnderItselfNorUnderWhatIsUnderIt() {
            refused("ORG-01", () -> moved(ward, 1, ward, "2024-01-01"));
            refused("ORG-01", () -> moved(ward, 1, branch, "2024-01-01"));
        }

        // ORG-01
        @Test
        void aCycleThatWouldBeginInTenYearsIsRefusedToday() {
            String other = register.ward();
            made(moved(other, 1, ward, "2036-01-01"));
            refused("ORG-01", () -> moved(ward, 1, other, "2036-01-01"));
            refused("ORG-01", () -> moved(ward, 1, other, "2040-01-01"));
            refused("ORG-01", () -> moved(ward, 1, other, "2030-01-01"));
        }

        // ORG-01
        @Test
        void aReorganisationMakesNoCycleEither() {
            String other = register.ward();
            String id = made(register.post(
                            ADMIN,
                            "/reorganisations",
                            body(
                                    "decision",
                                    decision("2030-01-01"),
                                    "operations",
                                    List.of(
                                            body("type", "RE_PARENT", "units", List.of(ward), "parent", other),
                                            body("type", "RE_PARENT", "units", List.of(other), "parent", ward)))))
                    .id();
            Answer preview = made(register.get(ADMIN, "/reorganisations/" + id + "/preview"));
            assertThat(preview.body().path("refusals").toString()).contains("ORG-01");
            String fingerprint = preview.body().path("fingerprint").asString();
            refused(
                    "ORG-01",
                    () -> register.post(
                            ADMIN,
                            "/reorganisations/" + id + "/confirmation",
                            body("fingerprint", fingerprint, "overrides", LEVELS)));
        }

        private Answer moved(String unit, long version, String under, String on) {
            return register.change(
                    ADMIN,
                    "/units/" + unit + "/re-parent",
                    version,
                    body("parentId", under, "decision", decision(on), "overrides", LEVELS));
        }
    }

    @Nested
    class Overlaps {
        // ORG-22
        @Test
        void onePostIsNotHeldTwiceAtATime() {
            String member = register.member(branch).id();
            made(posted(member, "2024-01-01", "2025-01-01"));
            refused("ORG-22", () -> posted(member, "2024-12-31", "2026-01-01"));
            refused("ORG-22", () -> posted(member, "2023-01-01", "2027-01-01"));
            made(posted(member, "2025-01-01", "2026-01-01"));
        }

        // ORG-11
        @Test
        void onePersonHasOneHome() {
            var person = new LinkedHashMap<>(memberBody(branch));
            made(register.post(ADMIN, "/members", person));
            person.put("unitId", sister);
            person.put("memberSince", "2013-01-01");
            refused("ORG-11", () -> register.post(ADMIN, "/members", person));
        }

        // ORG-57
        @Test
        void oneIsTemporarilyElsewhereInOnePlaceAtATime() {
            String member = register.member(branch).id();
            made(away(member, "2024-01-01", "2024-07-01"));
            refused("ORG-57", () -> away(member, "2024-06-30", "2025-01-01"));
            made(away(member, "2024-07-01", "2025-01-01"));
        }

        // ORG-95
        @Test
        void oneIsAssignedToABranchOnceAtATime() {
            String member = register.member(branch).id();
            made(assigned(member, "2024-01-01", "2025-01-01"));
            refused("ORG-95", () -> assigned(member, "2024-12-31", "2026-01-01"));
            made(assigned(member, "2025-01-01", "2026-01-01"));
        }

        // ORG-61
        @Test
        void oneIsTransferredOnceAtATime() {
            String member = register.member(branch).id();
            made(register.post(ADMIN, "/transfers", transferBody(member, sister, "2024-09-03")));
            refused("ORG-61", () -> register.post(ADMIN, "/transfers", transferBody(member, sister, "2024-10-03")));
        }

        @Test
        void oneRoleIsGivenAtAUnitOnceAtATime() {
            String account = offices.id(offices.account(ward));
            made(granted(account, "2024-01-01", "2190-01-01"));
            Answer twice = refused("duplicate", () -> granted(account, "2025-01-01", "2191-01-01"));
            assertThat(twice.status()).isEqualTo(409);
            made(granted(account, "2190-01-01", null));
        }

        // ORG-91
        @Test
        void whatWasLentIsLentNoFurtherThanItReaches() {
            String giver = offices.account(ward);
            String receiver = offices.id(offices.account(ward));
            String today = offices.today().toString();
            made(register.post(
                    ADMIN,
                    "/grants",
                    body(
                            "accountId",
                            offices.id(giver),
                            "role",
                            "SECRETARY",
                            "unitId",
                            branch,
                            "validFrom",
                            "2020-01-01",
                            "validTo",
                            offices.today().plusDays(5).toString())));
            refused(
                    "ORG-91",
                    () -> lent(
                            giver,
                            receiver,
                            branch,
                            today,
                            offices.today().plusDays(6).toString()));
            assertThat(lent(
                                    giver,
                                    receiver,
                                    ward,
                                    today,
                                    offices.today().plusDays(5).toString())
                            .status())
                    .as("who has nothing there does not find it")
                    .isEqualTo(404);
        }

        private Answer lent(String giver, String receiver, String unit, String from, String to) {
            return register.post(
                    giver,
                    "/delegations",
                    body("account", receiver, "role", "SECRETARY", "unitId", unit, "validFrom", from, "validTo", to));
        }

        private Answer granted(String account, String from, @Nullable String to) {
            var body = body("accountId", account, "role", "OBSERVER", "unitId", ward, "validFrom", from);
            if (to != null) {
                body.put("validTo", to);
            }
            return register.post(ADMIN, "/grants", body);
        }
    }

    @Nested
    class DaysInTheWrongOrder {
        // ORG-08
        @Test
        void aDecisionWorksFromTheDayItIsSignedOn() {
            var late = body("number", "1-QĐ", "body", "Đảng ủy", "signedOn", "2024-02-01", "effectiveOn", "2024-01-31");
            refused("ORG-08", () -> renamed(branch, late));
            String id = made(register.post(
                            ADMIN,
                            "/reorganisations",
                            body(
                                    "decision",
                                    late,
                                    "operations",
                                    List.of(body("type", "RENAME", "unit", branch, "name", "X")))))
                    .id();
            String fingerprint = made(register.get(ADMIN, "/reorganisations/" + id + "/preview"))
                    .body()
                    .path("fingerprint")
                    .asString();
            refused(
                    "ORG-08",
                    () -> register.post(
                            ADMIN, "/reorganisations/" + id + "/confirmation", body("fingerprint", fingerprint)));
        }

        // ORG-04
        @Test
        void aUnitIsNotChangedBeforeItIsFoundedNorAfterItEnds() {
            refused("ORG-04", () -> renamed(branch, decision("2009-12-31")));
            made(register.change(
                    ADMIN,
                    "/units/" + sister + "/end",
                    1,
                    body("successors", List.of(branch), "decision", decision("2024-01-01"))));
            refused(
                    "ORG-04",
                    () -> register.change(
                            ADMIN,
                            "/units/" + sister + "/rename",
                            2,
                            body("name", "X", "decision", decision("2024-01-01"))));
        }

        // ORG-02
        @Test
        void aChildIsNotOlderThanItsParent() {
            refused(
                    "ORG-02",
                    () -> register.post(
                            ADMIN,
                            "/units",
                            body(
                                    "code",
                                    Register.fresh("U"),
                                    "name",
                                    "Chi bộ",
                                    "level",
                                    "BRANCH",
                                    "form",
                                    "BRANCH",
                                    "kind",
                                    "SCHOOL",
                                    "parentId",
                                    ward,
                                    "decision",
                                    decision("2004-12-31"))));
        }

        // ORG-16
        @Test
        void aMemberIsBornAdmittedRecognisedAndAtHomeInThatOrder() {
            for (var wrong : List.of(
                    Map.of("admittedOn", "1980-05-18"),
                    Map.of("recognisedOn", "2001-02-02"),
                    Map.of("memberSince", "2000-01-01"))) {
                var person = new LinkedHashMap<>(memberBody(branch));
                person.putAll(wrong);
                refused("ORG-16", () -> register.post(ADMIN, "/members", person));
            }
        }

        // ORG-17
        @Test
        void nothingIsRecordedBeforeJoiningNorAfterLeaving() {
            String member = register.member(branch).id();
            refused("ORG-17", () -> exempted(member, 1, "2012-05-18"));
            made(register.change(ADMIN, "/members/" + member + "/death", 1, body("on", "2024-01-01")));
            refused("ORG-17", () -> exempted(member, 2, "2024-01-02"));
        }

        // ORG-15
        @Test
        void aTransferDoesNotGoBehindALaterOne() {
            String member = register.member(branch).id();
            register.transferred(member, sister, "2024-09-03");
            refused("ORG-15", () -> register.post(ADMIN, "/transfers", transferBody(member, branch, "2024-01-01")));
        }

        // ORG-16, ORG-23, ORG-42, ORG-94, ORG-90
        @Test
        void whatIsForATimeBeginsBeforeItEnds() {
            String member = register.member(branch).id();
            String account = offices.id(offices.account(ward));
            refused("ORG-23", () -> posted(member, "2024-01-01", "2024-01-01"));
            refused("ORG-23", () -> posted(member, "2024-01-01", "2023-01-01"));
            refused("ORG-94", () -> assigned(member, "2024-01-01", "2024-01-01"));
            refused("ORG-16", () -> away(member, "2024-07-01", "2024-01-01"));
            refused(
                    "ORG-42",
                    () -> register.post(
                            ADMIN,
                            "/grants",
                            body(
                                    "accountId",
                                    account,
                                    "role",
                                    "OBSERVER",
                                    "unitId",
                                    ward,
                                    "validFrom",
                                    "2024-01-01",
                                    "validTo",
                                    "2023-01-01")));
            refused(
                    "ORG-90",
                    () -> register.post(
                            ADMIN,
                            "/delegations",
                            body(
                                    "account",
                                    account,
                                    "role",
                                    "REGISTER_ADMINISTRATOR",
                                    "unitId",
                                    ward,
                                    "validTo",
                                    offices.today().toString())));
        }

        // ORG-35
        @Test
        void aUnitDoesNotEndBeforeAChangeThatIsRecordedOfIt() {
            made(renamed(branch, decision("2030-01-01")));
            String id = made(register.post(
                            ADMIN,
                            "/reorganisations",
                            body(
                                    "decision",
                                    decision("2029-01-01"),
                                    "operations",
                                    List.of(body("type", "MERGE", "units", List.of(branch), "into", sister)))))
                    .id();
            Answer preview = made(register.get(ADMIN, "/reorganisations/" + id + "/preview"));
            assertThat(preview.body().path("refusals").toString()).contains("ORG-35");
        }

        private Answer renamed(String unit, Map<String, Object> decision) {
            return register.change(
                    ADMIN, "/units/" + unit + "/rename", 1, body("name", "Tên khác", "decision", decision));
        }

        private Answer exempted(String member, long version, String from) {
            return register.change(
                    ADMIN, "/members/" + member + "/exemption", version, body("from", from, "decision", paper(from)));
        }
    }

    private Answer posted(String member, String from, String to) {
        return register.post(
                ADMIN,
                "/members/" + member + "/posts",
                body(
                        "unitId",
                        branch,
                        "post",
                        "NEIGHBOURHOOD_HEAD",
                        "external",
                        true,
                        "validFrom",
                        from,
                        "validTo",
                        to,
                        "mode",
                        "ELECTED"));
    }

    private Answer away(String member, String from, String to) {
        return register.post(
                ADMIN,
                "/members/" + member + "/temporary-activities",
                body("hostUnitId", sister, "purpose", "WORK", "from", from, "to", to, "decision", paper("2023-01-01")));
    }

    private Answer assigned(String member, String from, String to) {
        return register.post(
                ADMIN,
                "/assignments",
                body(
                        "memberId",
                        member,
                        "unitId",
                        branch,
                        "validFrom",
                        from,
                        "validTo",
                        to,
                        "overrides",
                        Map.of("ORG-93", "Tạm thời")));
    }

    private Answer refused(String code, Supplier<Answer> command) {
        before = tables.state();
        Answer answer = command.get();
        assertThat(answer.status()).as(answer.text()).isIn(400, 409, 422);
        assertThat(answer.text()).contains(code);
        assertThat(answer.body().path("detail").asString()).isNotBlank();
        assertThat(Tables.differences(before, tables.state())).isEmpty();
        return answer;
    }
}
