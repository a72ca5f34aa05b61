package tusoi.journey.entry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tusoi.journey.api.Answer;
import tusoi.journey.api.Pages;
import tusoi.journey.api.Refused;
import tusoi.journey.api.Upload;
import tusoi.journey.register.Admission;
import tusoi.journey.register.DemoMember;

/** Brings members into the register: files with preview and confirmation, admissions, recognitions, deaths. */
final class MemberEntry {
    private static final String IMPORTS = "/api/org/v1/imports";

    private final Desk desk;

    MemberEntry(Desk desk) {
        this.desk = desk;
    }

    void importCsv(String user, String unit, List<DemoMember> members) {
        importFile(user, unit, Upload.of(unit, unit + ".csv", "text/csv", MemberFile.csv(members)), members.size());
    }

    void importWorkbook(String user, String unit, List<DemoMember> members) {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        importFile(user, unit, Upload.of(unit, unit + ".xlsx", type, MemberFile.workbook(members)), members.size());
    }

    private void importFile(String user, String unit, Upload file, int rows) {
        Answer staged = desk.api().upload(user, IMPORTS, file, "demo/import/" + unit + "/" + file.digest());
        if (!staged.body().path("state").asString().equals("STAGED")) {
            String errors = desk.api()
                    .get(user, IMPORTS + "/" + staged.id() + "/errors")
                    .body()
                    .toString();
            throw new Refused(422, "import of " + unit, errors.substring(0, Math.min(2000, errors.length())));
        }
        desk.api().get(user, IMPORTS + "/" + staged.id() + "/preview");
        desk.api()
                .post(
                        user,
                        IMPORTS + "/" + staged.id() + "/confirmation",
                        Map.of(),
                        "demo/confirm/" + unit + staged.id());
        desk.say("  %s: %d members imported".formatted(unit, rows));
    }

    /** Files are applied as a whole, so one of its members there means all of them are. */
    boolean isThere(String user, DemoMember member) {
        return !desk.api()
                .get(user, "/api/org/v1/members?size=1&asOf=2019-12-31&unit=" + member.unit())
                .body()
                .path("items")
                .isEmpty();
    }

    void admit(String user, Admission admission) {
        DemoMember.Person person = admission.person();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("unitId", desk.unit(admission.unit()));
        body.put("fullName", person.fullName());
        body.put("birthDate", person.birthDate().toString());
        body.put("gender", person.gender());
        body.put("personIdentifier", person.identifier());
        body.put("admittedOn", admission.admittedOn().toString());
        body.put("decision", decision("GEN-KN-" + person.identifier().substring(8), admission.admittedOn()));
        Answer admitted = desk.api().post(user, "/api/org/v1/admissions", body, "demo/admit/" + person.identifier());
        LocalDate recognised = admission.recognisedOn();
        if (recognised != null) {
            desk.api()
                    .post(
                            user,
                            "/api/org/v1/members/" + admitted.id() + "/recognition",
                            Map.of(
                                    "decidedOn",
                                    recognised.toString(),
                                    "decision",
                                    decision("GEN-CT-" + person.identifier().substring(8), recognised)),
                            "demo/recognise/" + person.identifier(),
                            admitted.etag());
        }
    }

    void recordDeath(String user, String member, LocalDate on) {
        Answer file = desk.api().get(user, "/api/org/v1/members/" + member);
        desk.api()
                .post(
                        user,
                        "/api/org/v1/members/" + member + "/death",
                        Map.of("on", on.toString()),
                        "demo/death/" + member,
                        file.etag());
    }

    /** The register's ids by the references of the file. */
    Map<String, String> idsByReference(String user, String unit, LocalDate asOf) {
        Map<String, String> ids = new HashMap<>();
        for (JsonNode member : Pages.all(desk.api(), user, "/api/org/v1/members?unit=" + unit + "&asOf=" + asOf)) {
            ids.put(member.path("reference").asString(""), member.path("id").asString());
        }
        return ids;
    }

    private static Map<String, String> decision(String number, LocalDate on) {
        return Map.of("number", number, "body", "Ban Thường vụ cấp ủy cấp trên", "signedOn", on.toString());
    }
}
