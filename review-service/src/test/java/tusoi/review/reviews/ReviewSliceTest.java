package tusoi.review.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Api.body;
import static tusoi.review.Api.ifMatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tusoi.review.Api;
import tusoi.review.Register;
import tusoi.review.SliceTest;
import tusoi.review.contract.Contracts;

class ReviewSliceTest extends SliceTest {
    private final List<UUID> members = new ArrayList<>();
    private UUID district = UUID.randomUUID();
    private UUID ward = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private String committee = "";
    private String secretary = "";
    private String cycle = "";

    @BeforeEach
    void aCycleOfADistrictWithOneWardOfSixMembers() {
        var register = register();
        district = register.organisation("DISTRICT", null);
        ward = register.organisation("GRASSROOTS", district);
        branch = register.branch(ward);
        committee = register.officer("COMMITTEE_OFFICER", district);
        secretary = register.officer("SECRETARY", branch);
        String officer = register.officer("ORGANISATION_OFFICER", district);
        for (int i = 0; i < 6; i++) {
            members.add(register.member(branch));
        }
        register.arrives();
        cycle = api().post(
                        officer,
                        "/cycles",
                        body(
                                "year",
                                2022,
                                "kind",
                                "ANNUAL",
                                "openedByUnitId",
                                district,
                                "openedOn",
                                "2022-11-15",
                                "dueOn",
                                "2022-12-31",
                                "subjectTypes",
                                List.of("MEMBER", "UNIT", "LEADERSHIP_COLLECTIVE")))
                .id("cycleId");
    }

    @Test
    void aMembersReviewGoesItsWay() throws Exception {
        String review = reviewOf(members.getFirst(), "MEMBER");

        var self =
                post(secretary, review, "self-review", 1, body("on", "2022-12-01", "grade", "GOOD", "text", "Tự soi"));
        var proposed = post(
                secretary,
                review,
                "proposal",
                2,
                body("on", "2022-12-05", "grade", "GOOD", "ballots", body("eligible", 6, "present", 6, "inFavour", 6)));
        var decided = post(committee, review, "decision", 3, decision("2022-12-12", "GOOD", ward));
        var revised = post(
                committee,
                review,
                "revision",
                4,
                body("on", "2023-05-10", "grade", "NOT_COMPLETED", "deciderUnitId", ward, "reason", "kỷ luật"));

        assertThat(self.etag()).isEqualTo("\"2\"");
        assertThat(self.body().path("state").asString()).isEqualTo("SELF_REVIEWED");
        assertThat(proposed.body().path("state").asString()).isEqualTo("PROPOSED");
        assertThat(decided.body().path("state").asString()).isEqualTo("DECIDED");
        assertThat(revised.status()).isEqualTo(200);
        var view = api().get(secretary, "/reviews/" + review);
        assertThat(view.etag()).isEqualTo("\"5\"");
        assertThat(view.body().path("grades").findValuesAsString("grade")).containsExactly("GOOD", "NOT_COMPLETED");
        assertThat(view.body().path("selfText").asString()).isEqualTo("Tự soi");
        assertThat(counted(branch))
                .as("the books, by the grade in force")
                .containsEntry("review 2022 MEMBER OBLIGED", 6L)
                .containsEntry("self-review 2022 MEMBER", 1L)
                .containsEntry("grade 2022 MEMBER NOT_COMPLETED", 1L)
                .doesNotContainKey("grade 2022 MEMBER GOOD");
        assertThat(types(review))
                .containsExactly(
                        "review.subject-obliged.v1",
                        "review.self-review-submitted.v1",
                        "review.grade-proposed.v1",
                        "review.grade-decided.v1",
                        "review.grade-revised.v1");
        for (var event : events(review)) {
            assertThat(Contracts.misfits(event.type(), event.data())).isEmpty();
            assertThat(event.data()).doesNotContain("Tự soi", "kỷ luật");
        }
        assertThat(audited(review)).isEqualTo(5);
    }

    @Test
    void whoWasEnteredTwiceIsReviewedOnceByTheReviewThatHasComeFurther() throws Exception {
        UUID given = members.get(0);
        UUID kept = members.get(1);
        String further = reviewOf(given, "MEMBER");
        String other = reviewOf(kept, "MEMBER");
        post(secretary, further, "self-review", 1, body("on", "2022-12-01", "grade", "GOOD"));

        joined(given, kept);
        joined(given, kept);

        assertThat(reviewOf(kept, "MEMBER")).isEqualTo(further);
        var view = api().get(secretary, "/reviews/" + other);
        assertThat(view.body().path("state").asString()).isEqualTo("EXCLUDED");
        assertThat(types(further))
                .containsExactly(
                        "review.subject-obliged.v1",
                        "review.self-review-submitted.v1",
                        "review.self-review-submitted.v1");
        assertThat(types(other)).containsExactly("review.subject-obliged.v1", "review.subject-excluded.v1");
        for (var event : events(further)) {
            assertThat(Contracts.misfits(event.type(), event.data())).isEmpty();
        }
        assertThat(events(further).getLast().data()).contains(kept.toString());
        assertThat(Contracts.misfits(
                        "review.subject-excluded.v1", events(other).getLast().data()))
                .isEmpty();
        var proposed = post(secretary, further, "proposal", 3, body("on", "2022-12-05", "grade", "GOOD"));
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(200);
    }

    @Test
    void aReviewOfAGivenUpEntryAloneGoesOnWithTheOneThatGoesOnAtLast() {
        UUID given = members.get(0);
        String review = reviewOf(given, "MEMBER");
        var register = register();
        UUID between = register.member(branch);
        UUID last = register.member(branch);
        register.arrives();
        joined(between, last);
        joined(given, between);
        assertThat(reviewOf(last, "MEMBER")).isEqualTo(review);
        assertThat(audited(review)).isEqualTo(1);
    }

    private void joined(UUID given, UUID kept) {
        var register = register();
        register.received(
                "org.member-merged.v1",
                given,
                2,
                json.valueToTree(body(
                        "memberId",
                        given,
                        "slices",
                        List.of(),
                        "movements",
                        List.of(),
                        "mergedInto",
                        kept.toString())));
        register.arrives();
    }

    @Test
    void aUnitsReviewIsReportedUpwardOnceDecided() {
        String review = reviewOf(branch, "UNIT");
        gradeAllMembers();
        post(secretary, review, "self-review", 1, body("on", "2022-12-01", "grade", "GOOD"));
        post(secretary, review, "proposal", 2, body("on", "2022-12-05", "grade", "GOOD"));

        var early = post(secretary, review, "report", 3, body("on", "2022-12-13"));
        var decided = post(committee, review, "decision", 3, decision("2022-12-12", "GOOD", ward));
        var reported = post(secretary, review, "report", 4, body("on", "2022-12-13"));

        assertThat(early.status()).isEqualTo(409);
        assertThat(decided.status()).isEqualTo(200);
        assertThat(reported.body().path("state").asString()).isEqualTo("REPORTED");
        assertThat(types(review)).endsWith("review.completion-reported.v1");
    }

    @Test // REV-13
    void gradingAnUpperUnitWhileLowerOnesAreOpenNeedsAReason() {
        String review = reviewOf(ward, "UNIT");
        post(committee, review, "self-review", 1, body("on", "2022-12-01", "grade", "GOOD"));
        post(committee, review, "proposal", 2, body("on", "2022-12-05", "grade", "GOOD"));
        var decision = decision("2022-12-12", "GOOD", district);

        var warned = post(committee, review, "decision", 3, decision);
        decision.put("overrides", Map.of("REV-13", "chi bộ họp muộn"));
        var passed = post(committee, review, "decision", 3, decision);

        assertThat(warned.code()).isEqualTo("warnings-unanswered");
        assertThat(warned.body().path("warnings").toString())
                .contains("REV-13", "\"openUnits\":1", "\"openMembers\":6");
        assertThat(passed.status()).isEqualTo(200);
        assertThat(api().get(committee, "/reviews/" + review)
                        .body()
                        .path("warnings")
                        .toString())
                .contains("chi bộ họp muộn");
    }

    @Test // REV-14: five GOOD give one place
    void theCapIsAWarningWithFigures() {
        bulk(committee, "self-reviews", items(members, "on", "2022-12-01", "grade", "GOOD"));
        bulk(committee, "proposals", items(members.subList(0, 4), "on", "2022-12-05", "grade", "GOOD"));
        bulk(committee, "proposals", items(members.subList(4, 6), "on", "2022-12-05", "grade", "EXCELLENT"));

        var tooFewGood = bulk(
                committee,
                "decisions",
                items(members.subList(5, 6), "on", "2022-12-12", "grade", "EXCELLENT", "deciderUnitId", ward));
        bulk(
                committee,
                "decisions",
                items(members.subList(4, 5), "on", "2022-12-12", "grade", "GOOD", "deciderUnitId", ward));
        var first = bulk(
                committee,
                "decisions",
                items(members.subList(5, 6), "on", "2022-12-12", "grade", "EXCELLENT", "deciderUnitId", ward));
        var second = bulk(
                committee,
                "decisions",
                items(members.subList(0, 1), "on", "2022-12-12", "grade", "EXCELLENT", "deciderUnitId", ward));
        var withReason = bulk(
                committee,
                "decisions",
                items(
                        members.subList(0, 1),
                        "on",
                        "2022-12-12",
                        "grade",
                        "EXCELLENT",
                        "deciderUnitId",
                        ward,
                        "overrides",
                        Map.of("REV-14", "tiêu biểu")));

        assertThat(statuses(tooFewGood)).containsExactly(422);
        assertThat(tooFewGood.body().toString()).contains("REV-14", "\"base\":4", "\"allowed\":0", "\"percent\":20");
        assertThat(statuses(first)).containsExactly(200);
        assertThat(statuses(second)).containsExactly(422);
        assertThat(statuses(withReason)).containsExactly(200);
    }

    @Test // REV-09
    void moreVotesThanVotersAreRefused() {
        String review = reviewOf(members.getFirst(), "MEMBER");
        post(secretary, review, "self-review", 1, body("on", "2022-12-01", "grade", "GOOD"));

        var refused = post(
                secretary,
                review,
                "proposal",
                2,
                body("on", "2022-12-05", "grade", "GOOD", "ballots", body("eligible", 6, "present", 5, "inFavour", 6)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("REV-09");
        assertThat(types(review)).hasSize(2);
    }

    @Test // REV-11, REV-12
    void whoDecidesIsASuperiorOrTheBase() {
        String review = proposed(members.getFirst());

        assertThat(post(committee, review, "decision", 3, decision("2022-12-12", "GOOD", branch))
                        .code())
                .isEqualTo("REV-11");
        assertThat(post(committee, review, "decision", 3, decision("2022-12-12", "GOOD", district))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void decidingNeedsTheRightAtTheDecidingUnit() {
        String review = proposed(members.getFirst());
        var register = register();
        String wardCommittee = register.officer("COMMITTEE_OFFICER", ward);
        register.arrives();

        assertThat(post(secretary, review, "decision", 3, decision("2022-12-12", "GOOD", ward))
                        .status())
                .isEqualTo(403);
        assertThat(post(wardCommittee, review, "decision", 3, decision("2022-12-12", "GOOD", district))
                        .status())
                .isEqualTo(404);
        assertThat(post(wardCommittee, review, "decision", 3, decision("2022-12-12", "GOOD", ward))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aStaleVersionIsRefusedAndAMissingOneToo() {
        String review = reviewOf(members.getFirst(), "MEMBER");
        var command = body("on", "2022-12-01", "grade", "GOOD");

        assertThat(api().post(secretary, "/reviews/" + review + "/self-review", command)
                        .status())
                .isEqualTo(428);
        assertThat(post(secretary, review, "self-review", 7, command).status()).isEqualTo(412);
        assertThat(post(secretary, review, "self-review", 1, command).status()).isEqualTo(200);
        assertThat(post(secretary, review, "self-review", 2, command).status()).isEqualTo(409);
    }

    @Test
    void anotherWardFindsNothing() {
        var register = register();
        UUID otherWard = register.organisation("GRASSROOTS", district);
        String stranger = register.officer("COMMITTEE_OFFICER", otherWard);
        register.arrives();
        String review = reviewOf(members.getFirst(), "MEMBER");

        assertThat(api().get(stranger, "/reviews/" + review).status()).isEqualTo(404);
        assertThat(api().get(stranger, "/cycles/" + cycle + "/reviews?unit=" + branch)
                        .status())
                .isEqualTo(404);
        assertThat(api().get(stranger, "/cycles/" + cycle + "/reviews?unit=" + Register.codeOf(branch))
                        .status())
                .isEqualTo(404);
        assertThat(api().get(stranger, "/cycles/" + cycle + "/reviews").body().path("items"))
                .isEmpty();
        assertThat(post(stranger, review, "self-review", 1, body("on", "2022-12-01", "grade", "GOOD"))
                        .status())
                .isEqualTo(404);
        assertThat(statuses(bulk(stranger, "self-reviews", items(members, "on", "2022-12-01", "grade", "GOOD"))))
                .containsOnly(404);
        assertThat(types(review)).hasSize(1);
    }

    @Test
    void anObserverReadsNoReview() {
        var register = register();
        String observer = register.officer("OBSERVER", district);
        register.arrives();

        assertThat(api().get(observer, "/reviews/" + reviewOf(members.getFirst(), "MEMBER"))
                        .status())
                .isEqualTo(403);
        assertThat(api().get(observer, "/cycles/" + cycle + "/reviews").body().path("items"))
                .isEmpty();
        assertThat(api().get(observer, "/cycles/" + cycle + "/reviews?unit=" + ward)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void listsArePagedAndFiltered() {
        var first = api().get(committee, "/cycles/" + cycle + "/reviews?subjectType=MEMBER&size=4");
        var second = api().get(
                        committee, "/cycles/" + cycle + "/reviews?subjectType=MEMBER&size=4&after=" + first.id("next"));

        assertThat(first.body().path("items")).hasSize(4);
        assertThat(second.body().path("items")).hasSize(2);
        assertThat(second.body().path("next").isString()).isFalse();
        assertThat(api().get(committee, "/cycles/" + cycle + "/reviews?state=DECIDED")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(api().get(
                                committee,
                                "/cycles/" + cycle + "/reviews?unit=" + Register.codeOf(ward) + "&subjectType=UNIT")
                        .body()
                        .path("items"))
                .hasSize(2);
        assertThat(api().get(committee, "/cycles/" + cycle + "/reviews?after=x").status())
                .isEqualTo(400);
    }

    @Test
    void aBulkRepeatedWithItsKeyRunsOnlyTheRest() {
        var half = items(members.subList(0, 3), "on", "2022-12-01", "grade", "GOOD");
        var wrong = new ArrayList<>(half);
        wrong.set(1, item(UUID.randomUUID(), "on", "2022-12-01", "grade", "GOOD"));
        String key = UUID.randomUUID().toString();

        var first = api().post(
                        committee,
                        "/cycles/" + cycle + "/bulk/self-reviews",
                        Map.of("items", half),
                        "Idempotency-Key",
                        key);
        var again = api().post(
                        committee,
                        "/cycles/" + cycle + "/bulk/self-reviews",
                        Map.of("items", half),
                        "Idempotency-Key",
                        key);
        var mixed = bulk(committee, "self-reviews", wrong);

        assertThat(statuses(first)).containsExactly(200, 200, 200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(statuses(mixed)).containsExactly(409, 404, 409);
        assertThat(types(reviewOf(members.getFirst(), "MEMBER"))).hasSize(2);
    }

    @Test
    void aSubjectWithTwoReviewsHasToBeNamedWithItsType() {
        var ambiguous = bulk(committee, "self-reviews", List.of(item(ward, "on", "2022-12-01", "grade", "GOOD")));
        var plain = bulk(
                committee,
                "self-reviews",
                List.of(item(ward, "subjectType", "LEADERSHIP_COLLECTIVE", "on", "2022-12-01", "grade", "GOOD")));

        assertThat(statuses(ambiguous)).containsExactly(400);
        assertThat(statuses(plain)).containsExactly(200);
    }

    @Test
    void anUnreadableBodySaysWhere() {
        String review = reviewOf(members.getFirst(), "MEMBER");

        assertThat(post(secretary, review, "self-review", 1, body("grade", "GOOD"))
                        .status())
                .isEqualTo(400);
        assertThat(post(secretary, review, "self-review", 1, body("on", "2022-12-01", "grade", "FINE"))
                        .status())
                .isEqualTo(400);
        assertThat(bulk(secretary, "self-reviews", List.of()).status()).isEqualTo(400);
    }

    private void gradeAllMembers() {
        bulk(committee, "self-reviews", items(members, "on", "2022-12-01", "grade", "GOOD"));
        bulk(committee, "proposals", items(members, "on", "2022-12-05", "grade", "GOOD"));
        assertThat(statuses(bulk(
                        committee,
                        "decisions",
                        items(members, "on", "2022-12-12", "grade", "GOOD", "deciderUnitId", ward))))
                .containsOnly(200);
    }

    private String proposed(UUID member) {
        String review = reviewOf(member, "MEMBER");
        post(secretary, review, "self-review", 1, body("on", "2022-12-01", "grade", "GOOD"));
        post(secretary, review, "proposal", 2, body("on", "2022-12-05", "grade", "GOOD"));
        return review;
    }

    private static Map<String, Object> decision(String on, String grade, UUID decider) {
        return body("on", on, "grade", grade, "deciderUnitId", decider);
    }

    private Api.Answer post(String subject, String review, String step, long version, Map<String, Object> body) {
        return api().post(subject, "/reviews/" + review + "/" + step, body, ifMatch(version));
    }

    private Api.Answer bulk(String subject, String step, List<Map<String, Object>> items) {
        return api().post(subject, "/cycles/" + cycle + "/bulk/" + step, Map.of("items", items));
    }

    private static List<Map<String, Object>> items(List<UUID> subjects, Object... fields) {
        return subjects.stream().map(subject -> item(subject, fields)).toList();
    }

    private static Map<String, Object> item(UUID subject, Object... fields) {
        var item = body(fields);
        item.put("subjectId", subject);
        return item;
    }

    private static List<Integer> statuses(Api.Answer bulk) {
        return bulk.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asInt())
                .toList();
    }

    private String reviewOf(UUID subject, String type) {
        return jdbc.sql(
                        "select id::text from review.review where cycle_id = :cycle and subject_id = :subject and subject_type = :type")
                .param("cycle", UUID.fromString(cycle))
                .param("subject", subject)
                .param("type", type)
                .query(String.class)
                .single();
    }

    private List<String> types(String review) {
        return events(review).stream().map(Event::type).toList();
    }

    private List<Event> events(String review) {
        return jdbc.sql(
                        "select type, convert_from(data, 'UTF8') from platform.outbox where aggregate_id = :id order by version")
                .param("id", UUID.fromString(review))
                .query((row, number) -> new Event(row.getString(1), row.getString(2)))
                .list();
    }

    private int audited(String review) {
        return jdbc.sql("select count(*) from platform.audit_entry where subject_id = :id")
                .param("id", UUID.fromString(review))
                .query(Integer.class)
                .single();
    }

    private record Event(String type, String data) {}
}
