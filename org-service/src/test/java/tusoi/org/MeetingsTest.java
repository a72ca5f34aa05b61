package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;

@OrgTest
class MeetingsTest {
    @Autowired
    Register register;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String secretary = "";
    String an = "";
    String binh = "";
    String chi = "";

    @BeforeEach
    void aBranchOfThree() {
        ward = register.ward();
        branch = register.branch(ward);
        secretary = register.account("SECRETARY", branch);
        an = register.member(branch).id();
        binh = register.member(branch).id();
        chi = register.member(branch).id();
    }

    @Test
    void aSecretaryEntersAMeetingWithEverythingAtOnce() {
        var record = record("2023-05-05");
        Map<String, Object> body = Map.of("unitId", branch, "month", "2023-05", "held", record);
        record.put("attendance", List.of(Map.of("memberId", chi, "status", "LATE")));
        record.put("tasks", List.of(Map.of("title", "Vận động nhân dân", "owner", "MEMBER", "memberId", binh)));
        record.put(
                "shortcomings",
                List.of(Map.of("owner", "COLLECTIVE", "category", "WORKING_HOURS", "text", "Họp muộn")));
        record.put("superiors", List.of(Map.of("post", "SECRETARY", "unitId", ward)));
        record.put("minutes", "Chi bộ họp tại nhà văn hóa");
        var made = made(register.post(secretary, "/meetings", body));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("expected").asInt()).isEqualTo(3);
        assertThat(made.body().path("minutes").path("attendance")).hasSize(3);
        String task =
                made.body().path("minutes").path("tasks").get(0).path("taskId").asString();

        var agenda = register.get(secretary, "/meetings/agenda?unit=" + branch + "&on=2023-06-05");
        assertThat(agenda.body().path("members")).as(agenda.text()).hasSize(3);
        assertThat(agenda.body().path("tasks").get(0).path("taskId").asString()).isEqualTo(task);

        var answers = record("2023-06-05");
        Map<String, Object> next = Map.of("unitId", branch, "month", "2023-06", "held", answers);
        var carried = register.post(secretary, "/meetings", next);
        assertThat(carried.status()).isEqualTo(422);
        assertThat(carried.text()).contains("warnings-unanswered").contains("ORG-104");
        answers.put("answers", List.of(Map.of("taskId", task, "result", "PARTLY")));
        made(register.post(secretary, "/meetings", next));
        var after = register.get(secretary, "/meetings/agenda?unit=" + branch + "&on=2023-07-05");
        assertThat(after.body().path("tasks").get(0).path("result").asString()).isEqualTo("PARTLY");
        assertThat(events(made.id())).containsExactly("org.meeting-held.v1");
        assertThat(eventData(made.id()))
                .doesNotContain("Vận động")
                .doesNotContain("Họp")
                .contains(task);
    }

    // ORG-101
    @Test
    void aBranchHasOneRegularMeetingAMonthAndAPlannedOneMayBeDropped() {
        var planned = made(register.post(
                secretary, "/meetings", Map.of("unitId", branch, "month", "2023-05", "plannedOn", "2023-05-05")));
        assertThat(register.post(secretary, "/meetings", held("2023-05", "2023-05-06"))
                        .status())
                .isEqualTo(409);
        var dropped = register.change(secretary, "/meetings/" + planned.id() + "/drop", 1, Map.of("reason", "Mưa bão"));
        assertThat(dropped.body().path("state").asString()).as(dropped.text()).isEqualTo("NOT_HELD");
        made(register.post(secretary, "/meetings", held("2023-05", "2023-05-20")));
        assertThat(events(planned.id())).containsExactly("org.meeting-planned.v1", "org.meeting-dropped.v1");
    }

    @Test
    void aPlannedMeetingIsHeldAndCorrectedWithAReasonAndTheFormerVersionStays() {
        var planned = made(register.post(
                secretary, "/meetings", Map.of("unitId", branch, "month", "2023-05", "plannedOn", "2023-05-05")));
        String path = "/meetings/" + planned.id();
        assertThat(register.post(secretary, path + "/held", Map.of("held", record("2023-05-05")))
                        .status())
                .isEqualTo(428);
        var held = made(register.change(secretary, path + "/held", 1, Map.of("held", record("2023-05-05"))));
        Instant known = Instant.parse(held.body().path("recordedFrom").asString());
        var record = record("2023-05-05");
        record.put("attendance", List.of(Map.of("memberId", an, "status", "ABSENT_EXCUSED", "reason", "Ốm")));
        assertThat(register.change(secretary, path + "/correction", 2, Map.of("held", record))
                        .status())
                .isEqualTo(400);
        assertThat(register.change(secretary, path + "/correction", 1, Map.of("held", record, "reason", "Ghi nhầm"))
                        .status())
                .isEqualTo(412);
        var corrected =
                made(register.change(secretary, path + "/correction", 2, Map.of("held", record, "reason", "Ghi nhầm")));
        assertThat(corrected.body().path("attended").asInt()).isEqualTo(2);
        assertThat(corrected.body().path("reason").asString()).isEqualTo("Ghi nhầm");
        var before = register.get(secretary, path + "?knownAt=" + known);
        assertThat(before.body().path("attended").asInt()).as(before.text()).isEqualTo(3);
        assertThat(register.get(secretary, path + "?knownAt=2020-01-01T00:00:00Z")
                        .status())
                .isEqualTo(404);
        String asked = "/meetings/attendance?unit=" + ward + "&from=2023-01&to=2023-12";
        assertThat(attendance(asked, an).path("excused").asInt()).isEqualTo(1);
        assertThat(attendance(asked + "&knownAt=" + known, an).path("present").asInt())
                .isEqualTo(1);
        assertThat(events(planned.id()))
                .containsExactly("org.meeting-planned.v1", "org.meeting-held.v1", "org.meeting-corrected.v1");
    }

    @Test
    void aMonthWithoutMeetingIsSeen() {
        made(register.post(ADMIN, "/meetings", held("2023-05", "2023-05-05")));
        String other = register.branch(ward);
        var missing = register.get(ADMIN, "/meetings/missing?unit=" + ward + "&from=2023-04&to=2023-06&size=3");
        assertThat(missing.body().path("branchMonths").asInt())
                .as(missing.text())
                .isEqualTo(6);
        assertThat(missing.body().path("held").asInt()).isEqualTo(1);
        assertThat(missing.body().path("missing").asInt()).isEqualTo(5);
        var page = missing.body().path("months");
        assertThat(page.path("items")).hasSize(3);
        var rest = register.get(
                ADMIN,
                "/meetings/missing?unit=" + ward + "&from=2023-04&to=2023-06&size=3&after="
                        + page.path("next").asString());
        assertThat(rest.body().path("months").path("items")).hasSize(2);
        assertThat(missing.text() + rest.text()).contains(other).contains(branch);
        var visits = register.get(ADMIN, "/meetings/visits?unit=" + ward + "&from=2023-04&to=2023-06");
        assertThat(visits.body().path("items")).as(visits.text()).hasSize(2);
        var list = register.get(ADMIN, "/meetings?unit=" + ward + "&from=2023-04&to=2023-06");
        assertThat(list.body().path("items")).as(list.text()).hasSize(1);
        assertThat(register.get(ADMIN, "/meetings?unit=" + ward + "&from=2023-06&to=2023-04")
                        .status())
                .isEqualTo(400);
    }

    // ORG-102
    @Test
    void whatIsWrongIsToldByItsPlace() {
        var record = record("2023-05-05");
        Map<String, Object> body = Map.of("unitId", branch, "month", "2023-05", "held", record);
        record.remove("others");
        record.put("attendance", List.of(Map.of("memberId", ward, "status", "PRESENT")));
        var refused = register.post(secretary, "/meetings", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("facts").path("places"))
                .as(refused.text())
                .hasSize(4);
        for (var bad : Map.of("month", "2023-13", "unitId", "", "kind", "WEEKLY", "plannedOn", "soon")
                .entrySet()) {
            var wrong = new HashMap<>(held("2023-05", "2023-05-05"));
            wrong.put(bad.getKey(), bad.getValue());
            assertThat(register.post(secretary, "/meetings", wrong).status())
                    .as(bad.getKey())
                    .isEqualTo(400);
        }
        var future = register.post(secretary, "/meetings", held("2199-01", "2199-01-05"));
        assertThat(future.text()).contains("ORG-105");
    }

    @Test
    void manyAreEnteredAtOnceEachForItself() {
        var bulk = register.post(
                secretary,
                "/meetings/bulk",
                Map.of(
                        "items",
                        List.of(
                                held("2023-01", "2023-01-05"),
                                held("2023-01", "2023-01-06"),
                                held("2023-02", "2023-02-05"))));
        assertThat(bulk.body().path("items").valueStream().map(item -> item.path("status")
                        .asInt()))
                .as(bulk.text())
                .containsExactly(200, 409, 200);
    }

    @Test
    void anotherWardFindsNothing() {
        var meeting = made(register.post(secretary, "/meetings", held("2023-05", "2023-05-05")));
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        assertThat(register.get(stranger, "/meetings/" + meeting.id()).status()).isEqualTo(404);
        assertThat(register.post(stranger, "/meetings", held("2023-06", "2023-06-05"))
                        .status())
                .isEqualTo(404);
        assertThat(register.change(
                                stranger,
                                "/meetings/" + meeting.id() + "/correction",
                                1,
                                Map.of("held", record("2023-05-05"), "reason", "x"))
                        .status())
                .isEqualTo(404);
        for (String list : List.of("", "/missing", "/attendance", "/visits")) {
            assertThat(register.get(stranger, "/meetings" + list + "?unit=" + branch + "&from=2023-01&to=2023-12")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(register.get(stranger, "/meetings/agenda?unit=" + branch + "&on=2023-06-05")
                        .status())
                .isEqualTo(404);
        String observer = register.account("OBSERVER", ward);
        assertThat(register.get(observer, "/meetings/" + meeting.id()).status()).isEqualTo(404);
        assertThat(register.post(observer, "/meetings", held("2023-06", "2023-06-05"))
                        .status())
                .isEqualTo(403);
        assertThat(register.get(null, "/meetings/" + meeting.id()).status()).isEqualTo(401);
    }

    private Map<String, Object> held(String month, String on) {
        return new HashMap<>(Map.of("unitId", branch, "month", month, "held", record(on)));
    }

    private static Map<String, Object> record(String on) {
        return new HashMap<>(Map.of("heldOn", on, "others", "PRESENT"));
    }

    private JsonNode attendance(String path, String member) {
        var answer = register.get(secretary, path.replace(ward, branch));
        return answer.body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("memberId").asString().equals(member))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.text()));
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

    private String eventData(String aggregate) {
        return loader.sql("select convert_from(data, 'UTF8') from platform.outbox where aggregate_id = ?::uuid")
                .param(aggregate)
                .query(String.class)
                .single();
    }
}
