package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.made;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a former home did goes on after a transfer: who may correct it, end it, or enter it anew. */
@OrgTest
class FormerHomesTest {
    @Autowired
    Register register;

    String first = "";
    String second = "";
    String former = "";
    String present = "";
    String member = "";

    @BeforeEach
    void aTransferBetweenWards() {
        String ward = register.ward();
        String other = register.ward();
        first = register.branch(ward);
        second = register.branch(other);
        former = register.account("ORGANISATION_OFFICER", ward);
        present = register.account("ORGANISATION_OFFICER", other);
        member = register.member(first).id();
    }

    // ORG-65
    @Test
    void aPastStayIsCorrectedByItsOwnHome() {
        register.transferred(member, second, "2024-03-01");
        String path = "/members/" + member + "/corrections";
        var entered = Map.of("reason", "Sai ngày", "movement", Map.of("place", 0, "on", "2012-06-19"));
        assertThat(register.change(present, path, 2, entered).status()).isEqualTo(403);
        var corrected = register.change(former, path, 2, entered);
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        var file = register.get(Register.ADMIN, "/members/" + member);
        assertThat(file.body().path("slices").get(0).path("validFrom").asString())
                .isEqualTo("2012-06-19");
        assertThat(file.body().path("slices").get(1).path("homeUnitId").asString())
                .isEqualTo(second);
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        assertThat(register.change(stranger, path, 3, entered).status()).isEqualTo(404);
    }

    // ORG-65
    @Test
    void aTransferIsTakenBackByWhoAnswersForBothHomes() {
        register.transferred(member, second, "2024-03-01");
        String path = "/members/" + member + "/corrections";
        var back = Map.of("reason", "Không chuyển", "takeBackLast", true);
        assertThat(register.change(present, path, 2, back).status()).isEqualTo(403);
        assertThat(register.change(former, path, 2, back).status()).isEqualTo(403);
        var taken = register.change(Register.ADMIN, path, 2, back);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.body().path("slices")).hasSize(1);
        assertThat(taken.body().path("slices").get(0).path("homeUnitId").asString())
                .isEqualTo(first);
    }

    @Test
    void aReliefIsEndedByTheNewHome() {
        String path = "/dues/members/" + member + "/reliefs";
        var relief = made(register.post(
                former,
                path,
                Map.of(
                        "kind",
                        "EXEMPT",
                        "ground",
                        "PARTY_AGE_50",
                        "fromMonth",
                        "2023-01",
                        "decision",
                        Map.of("number", "3-QĐ", "body", "Đảng ủy", "signedOn", "2022-12-20"))));
        register.transferred(member, second, "2024-03-01");
        String end = "/dues/reliefs/" + relief.id() + "/end";
        var body = Map.of("toMonth", "2024-06", "reason", "Hết lý do");
        var ended = register.change(present, end, 1, body);
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        assertThat(ended.body().path("toMonth").asString()).isEqualTo("2024-06");
        assertThat(register.change(present, end, 1, body).status()).isEqualTo(412);
    }

    @Test
    void aMonthTakenBackByTheFormerHomeIsEnteredByTheNewOne() {
        var paid = Map.of("memberId", member, "amount", 1000, "paidOn", "2024-03-10");
        var book = new HashMap<String, Object>(Map.of("unitId", first, "month", "2024-03", "items", List.of(paid)));
        made(register.post(former, "/dues/books", book));
        made(register.change(
                former, "/dues/members/" + member + "/2024-03/correction", 1, Map.of("reason", "Nhầm người")));
        register.transferred(member, second, "2024-03-05");
        book.put("unitId", second);
        var entered = register.post(present, "/dues/books", book);
        assertThat(entered.status()).as(entered.text()).isEqualTo(200);
        assertThat(entered.body().path("items").get(0).path("status").asInt())
                .as(entered.text())
                .isEqualTo(200);
    }
}
