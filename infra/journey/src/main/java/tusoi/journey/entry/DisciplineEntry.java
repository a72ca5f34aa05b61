package tusoi.journey.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tusoi.journey.api.Answer;

/** Takes cases and removals through every step, each by the office that records it. */
final class DisciplineEntry {
    private static final int BASE_COMMITTEE = 15;
    private static final int DISTRICT_STANDING_COMMITTEE = 11;

    private final Desk desk;
    private final String district;
    private final String base;

    DisciplineEntry(Desk desk, String district, String base) {
        this.desk = desk;
        this.district = district;
        this.base = base;
    }

    /**
     * A strike-off for absence and unpaid dues: asked three times in vain, then branch, base and district.
     *
     * @param entitled the branch's official members who are neither exempt nor suspended
     */
    void strikeOff(String member, LocalDate openedOn, int entitled) {
        String key = "demo/strike-off/" + member + "/";
        Answer step = desk.api()
                .post(
                        inspector(),
                        "/api/discipline/v1/removals",
                        Map.of(
                                "kind",
                                "STRIKE_OFF",
                                "memberId",
                                member,
                                "grounds",
                                List.of("ABSENT_THREE_MONTHS", "DUES_UNPAID_THREE_MONTHS"),
                                "openedOn",
                                openedOn.toString()),
                        key + "open");
        String removal =
                "/api/discipline/v1/removals/" + step.body().path("caseId").asString();
        step = step(
                inspector(),
                removal + "/self-review",
                key,
                step,
                Map.of("on", openedOn.plusDays(40).toString(), "submitted", false, "requests", 3));
        step = step(
                inspector(),
                removal + "/branch-ballot",
                key,
                step,
                Map.of(
                        "on",
                        openedOn.plusDays(50).toString(),
                        "entitled",
                        entitled,
                        "valid",
                        entitled,
                        "inFavour",
                        entitled - 1));
        step = step(
                inspector(),
                removal + "/base-ballot",
                key,
                step,
                Map.of(
                        "on",
                        openedOn.plusDays(60).toString(),
                        "bodyUnitId",
                        desk.unit(base),
                        "entitled",
                        BASE_COMMITTEE,
                        "valid",
                        BASE_COMMITTEE - 1,
                        "inFavour",
                        BASE_COMMITTEE - 1));
        step(
                Desk.committee(district),
                removal + "/decision",
                key,
                step,
                Map.of(
                        "number",
                        "GEN-XT-" + openedOn,
                        "deciderUnitId",
                        desk.unit(district),
                        "signedOn",
                        openedOn.plusDays(75).toString(),
                        "entitled",
                        DISTRICT_STANDING_COMMITTEE,
                        "inFavour",
                        DISTRICT_STANDING_COMMITTEE - 1));
    }

    /** A reprimand by the base's committee; the district's chairman had imposed one of his own before. */
    void reprimand(String member, LocalDate receivedOn, int entitled) {
        String key = "demo/reprimand/" + member + "/";
        Answer step = desk.api()
                .post(
                        inspector(),
                        "/api/discipline/v1/cases",
                        Map.of(
                                "subjectType",
                                "MEMBER",
                                "subjectId",
                                member,
                                "source",
                                "INSPECTION",
                                "contents",
                                List.of("CORRUPTION_DELIBERATE"),
                                "receivedOn",
                                receivedOn.toString(),
                                "violatedOn",
                                receivedOn.minusMonths(7).toString(),
                                "narrative",
                                "Dữ liệu mẫu được tạo tự động, không nói về người nào có thật."),
                        key + "receive");
        String path = "/api/discipline/v1/cases/" + step.body().path("caseId").asString();
        step = step(
                inspector(),
                path + "/verification",
                key,
                step,
                Map.of("on", receivedOn.plusDays(10).toString(), "decisionNumber", "GEN-KT-" + receivedOn));
        step = step(
                inspector(),
                path + "/external-sanctions",
                key,
                step,
                Map.of(
                        "authority", "DISTRICT_PEOPLES_COMMITTEE_CHAIRMAN",
                        "form", "REPRIMAND",
                        "on", receivedOn.plusDays(30).toString()));
        step = step(
                inspector(),
                path + "/self-review",
                key,
                step,
                Map.of("on", receivedOn.plusDays(35).toString(), "submitted", true, "proposedForm", "REPRIMAND"));
        step = step(
                inspector(),
                path + "/hearing",
                key,
                step,
                Map.of("on", receivedOn.plusDays(45).toString(), "attended", true));
        step = step(
                inspector(),
                path + "/ballot",
                key,
                step,
                Map.of(
                        "on",
                        receivedOn.plusDays(50).toString(),
                        "entitled",
                        entitled,
                        "valid",
                        entitled,
                        "inFavour",
                        Map.of("REPRIMAND", entitled - 2)));
        step = step(
                Desk.committee(base),
                path + "/decision",
                key,
                step,
                Map.of(
                        "number",
                        "GEN-KL-" + receivedOn,
                        "form",
                        "REPRIMAND",
                        "deciderUnitId",
                        desk.unit(base),
                        "signedOn",
                        receivedOn.plusDays(60).toString(),
                        "entitled",
                        BASE_COMMITTEE,
                        "inFavour",
                        BASE_COMMITTEE - 2));
        step(
                Desk.committee(base),
                path + "/announcement",
                key,
                step,
                Map.of("on", receivedOn.plusDays(67).toString()));
    }

    private Answer step(String user, String path, String key, Answer before, Map<String, Object> body) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return desk.api().post(user, path, body, key + name, before.etag());
    }

    private String inspector() {
        return Desk.inspection(base);
    }
}
