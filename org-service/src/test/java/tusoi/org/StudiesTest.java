package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;

@OrgTest
class StudiesTest {
    @Autowired
    Register register;

    @Autowired
    JdbcClient app;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String first = "";
    String second = "";
    String officer = "";
    String an = "";
    String binh = "";
    String chi = "";

    @BeforeEach
    void aWardOfTwoBranches() {
        ward = register.ward();
        first = register.branch(ward);
        second = register.branch(ward);
        officer = register.account("ORGANISATION_OFFICER", ward);
        an = register.member(first).id();
        binh = register.member(first).id();
        chi = register.member(second).id();
    }

    @Test
    void theListOfThoseAbsentOrLateIsPublishedAndAsksTheirBranches() {
        var planned = plan();
        var held = made(register.change(
                officer,
                "/studies/" + planned.id() + "/attendance",
                1,
                Map.of(
                        "others",
                        "PRESENT",
                        "attendance",
                        List.of(
                                Map.of("memberId", an, "status", "LATE"),
                                Map.of("memberId", chi, "status", "ABSENT")))));
        assertThat(held.body().path("called").asInt()).as(held.text()).isEqualTo(3);
        assertThat(held.body().path("late").asInt()).isEqualTo(1);
        var published = made(register.change(officer, "/studies/" + planned.id() + "/publication", 2, Map.of()));
        assertThat(published.version()).isEqualTo(3);
        assertThat(register.change(officer, "/studies/" + planned.id() + "/publication", 3, Map.of())
                        .text())
                .contains("ORG-123");
        var lists = register.get(officer, "/studies/" + planned.id() + "/lists");
        assertThat(lists.body()).as(lists.text()).hasSize(1);
        assertThat(lists.body().get(0).path("sha256").asString()).hasSize(64);
        assertThat(lists.body().get(0).path("content").asString())
                .contains(an)
                .contains(chi)
                .doesNotContain(binh);

        var items = register.get(officer, "/attendance-items?unit=" + ward + "&state=OPEN");
        assertThat(items.body().path("items")).as(items.text()).hasSize(2);
        String secretary = register.account("SECRETARY", first);
        var own = register.get(secretary, "/attendance-items?unit=" + first);
        assertThat(own.body().path("items")).as(own.text()).hasSize(1);
        var item = own.body().path("items").get(0);
        assertThat(item.path("members").get(0).path("memberId").asString()).isEqualTo(an);
        String path = "/attendance-items/" + item.path("id").asString();
        assertThat(register.change(secretary, path + "/answer", 1, Map.of("answeredOn", "2023-01-01", "answer", "x"))
                        .text())
                .contains("ORG-124");
        String raised = item.path("raisedOn").asString();
        var answered = made(register.change(
                secretary, path + "/answer", 1, Map.of("answeredOn", raised, "answer", "Chi ủy đã nhắc nhở")));
        assertThat(answered.body().path("state").asString()).isEqualTo("ANSWERED");
        assertThat(register.change(secretary, path + "/answer", 1, Map.of("answeredOn", raised, "answer", "x"))
                        .status())
                .isEqualTo(412);
        assertThat(events(planned.id()))
                .containsExactly("org.study-planned.v1", "org.study-attended.v1", "org.study-list-published.v1");
        assertThat(events(item.path("id").asString()))
                .containsExactly("org.attendance-item-raised.v1", "org.attendance-item-answered.v1");

        var seen = register.get(secretary, "/studies/" + planned.id());
        assertThat(seen.body().path("called").asInt()).as(seen.text()).isEqualTo(2);
        var roll = register.get(secretary, "/studies/" + planned.id() + "/roll");
        assertThat(roll.body().path("items")).as(roll.text()).hasSize(2);
        assertThat(register.get(secretary, "/studies/" + planned.id() + "/lists")
                        .body())
                .isEmpty();
    }

    @Test
    void aPublishedListIsNeverChanged() {
        assertThatThrownBy(
                        () -> app.sql("update org.study_list set sha256 = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> app.sql("delete from org.study_list").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aCorrectedRollKeepsTheFormerOneAndItsList() {
        var planned = plan();
        String path = "/studies/" + planned.id();
        made(register.change(
                officer,
                path + "/attendance",
                1,
                Map.of("others", "PRESENT", "attendance", List.of(Map.of("memberId", an, "status", "ABSENT")))));
        made(register.change(officer, path + "/publication", 2, Map.of()));
        Instant known = loader.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(register.change(officer, path + "/attendance", 3, Map.of("others", "PRESENT"))
                        .text())
                .contains("ORG-122");
        var corrected = made(register.change(
                officer, path + "/attendance", 3, Map.of("others", "PRESENT", "reason", "Ghi nhầm người")));
        assertThat(corrected.body().path("absent").asInt()).isZero();
        assertThat(register.get(officer, path + "?knownAt=" + known)
                        .body()
                        .path("absent")
                        .asInt())
                .isEqualTo(1);
        assertThat(register.get(officer, path + "/lists").body()).hasSize(1);
        made(register.change(officer, path + "/publication", 4, Map.of()));
        assertThat(register.get(officer, path + "/lists").body()).hasSize(2);
    }

    @Test
    void whoIsCalledAndWhenItIsAnnouncedIsChecked() {
        var body = new HashMap<>(planBody());
        body.remove("noticedOn");
        assertThat(register.post(officer, "/studies", body).text()).contains("ORG-120");
        body.put("noticedOn", "2023-10-01");
        body.put("calledUnitIds", List.of(register.branch(register.ward())));
        assertThat(register.post(ADMIN, "/studies", body).text()).contains("ORG-121");
        body.put("calledUnitIds", List.of(second));
        var planned = made(register.post(officer, "/studies", body));
        var held = made(
                register.change(officer, "/studies/" + planned.id() + "/attendance", 1, Map.of("others", "PRESENT")));
        assertThat(held.body().path("called").asInt()).isEqualTo(1);
        var list = register.get(officer, "/studies?unit=" + ward + "&from=2023-01-01&to=2023-12-31");
        assertThat(list.body().path("items")).as(list.text()).hasSize(1);
        body.put("title", "");
        assertThat(register.post(officer, "/studies", body).status()).isEqualTo(400);
    }

    @Test
    void anotherWardFindsNothing() {
        var planned = plan();
        made(register.change(officer, "/studies/" + planned.id() + "/attendance", 1, Map.of("others", "ABSENT")));
        made(register.change(officer, "/studies/" + planned.id() + "/publication", 2, Map.of()));
        String item = register.get(officer, "/attendance-items?unit=" + first)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        for (String path : List.of(
                "/studies/" + planned.id(),
                "/studies/" + planned.id() + "/roll",
                "/studies/" + planned.id() + "/lists",
                "/studies?unit=" + ward + "&from=2023-01-01&to=2023-12-31",
                "/attendance-items?unit=" + first,
                "/attendance-items/" + item)) {
            assertThat(register.get(stranger, path).status()).as(path).isEqualTo(404);
        }
        String observer = register.account("OBSERVER", ward);
        for (String path : List.of("", "/roll", "/lists")) {
            assertThat(register.get(observer, "/studies/" + planned.id() + path).status())
                    .as("to who reads no members")
                    .isEqualTo(404);
        }
        assertThat(register.post(stranger, "/studies", planBody()).status()).isEqualTo(404);
        assertThat(register.change(stranger, "/studies/" + planned.id() + "/publication", 3, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(register.change(
                                stranger,
                                "/attendance-items/" + item + "/answer",
                                1,
                                Map.of("answeredOn", "2023-10-12", "answer", "x"))
                        .status())
                .isEqualTo(404);
        String secretary = register.account("SECRETARY", first);
        assertThat(register.change(secretary, "/studies/" + planned.id() + "/publication", 3, Map.of())
                        .status())
                .isEqualTo(404);
    }

    private Register.Answer plan() {
        return made(register.post(officer, "/studies", planBody()));
    }

    private Map<String, Object> planBody() {
        return Map.of("unitId", ward, "title", "Học tập nghị quyết", "noticedOn", "2023-10-01", "heldOn", "2023-10-12");
    }

    private List<String> events(String aggregate) {
        record Event(String type, String data) {}
        var events = loader.sql("""
                        select type, convert_from(data, 'UTF8') as data from platform.outbox
                        where aggregate_id = ?::uuid order by version
                        """).param(aggregate).query(Event.class).list();
        assertThat(events).allSatisfy(event -> assertThat(Contracts.misfits(event.type(), event.data()))
                .isEmpty());
        return events.stream().map(Event::type).toList();
    }
}
