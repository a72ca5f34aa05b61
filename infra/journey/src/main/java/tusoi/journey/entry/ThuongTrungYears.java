package tusoi.journey.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tusoi.journey.api.Answer;
import tusoi.journey.api.Pages;
import tusoi.journey.register.DemoUnit;
import tusoi.journey.register.District;
import tusoi.journey.register.VinhTuong;

/**
 * Xã Thượng Trưng in 2017 and 2018: two study sessions, the first with many absent and the second with few, and every branch's working
 * rules, which give each of its members a task (article 003).
 */
final class ThuongTrungYears {
    private static final String COMMUNE = VinhTuong.THUONG_TRUNG;
    private static final LocalDate RULES_FROM = LocalDate.of(2018, 1, 1);

    private record Session(LocalDate heldOn, int absent, int late) {}

    private static final List<Session> SESSIONS =
            List.of(new Session(LocalDate.of(2017, 10, 10), 13, 4), new Session(LocalDate.of(2018, 9, 12), 2, 1));

    private final Desk desk;
    private final District district;

    ThuongTrungYears(Desk desk, District district) {
        this.desk = desk;
        this.district = district;
    }

    void enter() {
        SESSIONS.forEach(this::study);
        district.within(COMMUNE).filter(DemoUnit::isBranch).forEach(branch -> workingRules(branch.code()));
        desk.say("  %s: 2 study sessions, working rules of every branch".formatted(COMMUNE));
    }

    private void study(Session session) {
        String secretary = Desk.secretary(COMMUNE);
        String key = "demo/study/" + session.heldOn();
        Answer planned = desk.api()
                .post(
                        secretary,
                        "/api/org/v1/studies",
                        Map.of(
                                "unitId",
                                desk.unit(COMMUNE),
                                "title",
                                "Học tập, quán triệt nghị quyết",
                                "noticedOn",
                                session.heldOn().minusDays(7).toString(),
                                "heldOn",
                                session.heldOn().toString()),
                        key);
        List<String> members = members(secretary, COMMUNE, session.heldOn());
        List<Map<String, String>> named = members.stream()
                .limit(session.absent() + session.late())
                .map(member -> Map.of(
                        "memberId", member, "status", members.indexOf(member) < session.absent() ? "ABSENT" : "LATE"))
                .toList();
        desk.api()
                .post(
                        secretary,
                        "/api/org/v1/studies/" + planned.id() + "/attendance",
                        Map.of("others", "PRESENT", "attendance", named),
                        key + "/attendance",
                        planned.etag());
    }

    private void workingRules(String branch) {
        String secretary = Desk.secretary(branch);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("documentNumber", "GEN-QC-" + branch);
        content.put("adoptedOn", RULES_FROM.minusDays(10).toString());
        content.put("validFrom", RULES_FROM.toString());
        content.put(
                "attachment",
                Map.of(
                        "fileName",
                        "quy-che-" + branch + ".pdf",
                        "mediaType",
                        "application/pdf",
                        "bytes",
                        20_000,
                        "sha256",
                        sha256(branch)));
        content.put(
                "tasks",
                members(secretary, branch, RULES_FROM).stream()
                        .map(member -> Map.of("memberId", member, "task", "Phụ trách một nhóm hộ (dữ liệu mẫu)"))
                        .toList());
        desk.api()
                .post(
                        secretary,
                        "/api/org/v1/working-rules",
                        Map.of("unitId", desk.unit(branch), "content", content),
                        "demo/working-rules/" + branch);
    }

    private List<String> members(String user, String unit, LocalDate on) {
        return Pages.all(desk.api(), user, "/api/org/v1/members?unit=" + unit + "&asOf=" + on).stream()
                .map((JsonNode member) -> member.path("id").asString())
                .sorted()
                .toList();
    }

    /** The demo has no paper; its hash is made up like everything else. */
    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
