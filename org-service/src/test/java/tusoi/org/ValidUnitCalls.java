package tusoi.org;

import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.decision;
import static tusoi.org.Register.fresh;
import static tusoi.org.Register.made;
import static tusoi.org.ValidCalls.body;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tusoi.testkit.badinput.Call;
import tusoi.testkit.badinput.Calls;

/** Valid calls of units, reorganisations, imports and reconciliations. */
class ValidUnitCalls {
    private static final Map<String, String> REASONS = Map.of("ORG-39", "Đồng ý");
    private static final String HEADER =
            "unit_code,member_ref,full_name,birth_date,gender,person_identifier,admitted_on,recognised_on,member_since,state,exempt\n";

    private final Register register;
    private final Reorganising reorganising;
    private final String ward;
    private final String branch;

    ValidUnitCalls(Register register, Reorganising reorganising) {
        this.register = register;
        this.reorganising = reorganising;
        this.ward = register.ward();
        this.branch = register.branch(ward);
    }

    void into(Calls calls) {
        units(calls);
        reorganisations(calls);
        files(calls);
    }

    private void units(Calls calls) {
        calls.on(
                        "POST /units",
                        () -> Call.body(body(
                                "code",
                                fresh("N"),
                                "name",
                                "Chi bộ mới",
                                "level",
                                "BRANCH",
                                "form",
                                "BRANCH",
                                "kind",
                                "RESIDENTIAL",
                                "parentId",
                                ward,
                                "predecessors",
                                List.of(branch),
                                "decision",
                                decision("2020-01-01"),
                                "overrides",
                                REASONS)))
                .on("GET /units/{id}", () -> Call.plain().path("id", branch))
                .on("GET /units/{id}/committee", () -> Call.plain().path("id", ward))
                .on("GET /units/{id}/history", () -> Call.plain().path("id", branch))
                .on("GET /units/{id}/lineage", () -> Call.plain().path("id", branch))
                .on("GET /units/{id}/path", () -> Call.plain().path("id", branch))
                .on("POST /units/{id}/rename", () -> change(body("name", "Chi bộ khác")))
                .on("POST /units/{id}/re-parent", () -> change(body("parentId", register.ward())))
                .on("POST /units/{id}/kind", () -> change(body("kind", "SCHOOL")))
                .on("POST /units/{id}/end", () -> change(body("successors", List.of(branch))))
                .on("POST /units/{id}/level", () -> Call.body(
                                changed(body("level", "SECTION_ORGANISATION", "form", "PARTY_ORGANISATION")))
                        .path(
                                "id",
                                register.unit(
                                        ward, "SUBORDINATE_ORGANISATION", "PARTY_ORGANISATION", null, "2010-01-01"))
                        .ifMatch(1));
    }

    private Call change(Map<String, Object> body) {
        return Call.body(changed(body)).path("id", register.branch(ward)).ifMatch(1);
    }

    private static Map<String, Object> changed(Map<String, Object> body) {
        body.put("decision", decision("2020-01-01"));
        body.put("overrides", REASONS);
        return body;
    }

    private void reorganisations(Calls calls) {
        calls.on("POST /reorganisations", () -> Call.body(draft()))
                .on("GET /reorganisations/{id}", () -> Call.plain().path("id", drafted()))
                .on("GET /reorganisations/{id}/preview", () -> Call.plain().path("id", drafted()))
                .on("GET /reorganisations/{id}/preview/members", () -> Call.plain()
                        .path("id", drafted()))
                .on("POST /reorganisations/{id}/confirmation", () -> {
                    String id = drafted();
                    return Call.body(body("fingerprint", reorganising.fingerprint(id), "overrides", REASONS))
                            .path("id", id);
                })
                .on("POST /reorganisations/{id}/revocation", () -> {
                    String id = drafted();
                    made(reorganising.confirm(id, reorganising.fingerprint(id)));
                    return Call.plain().path("id", id).ifMatch(2);
                });
    }

    private Map<String, Object> draft() {
        Map<String, Object> merge = new java.util.LinkedHashMap<>(Reorganising.mergeInto(
                Reorganising.branchUnder(fresh("M"), ward), register.branch(ward), register.branch(ward)));
        return body("decision", decision("2030-01-01"), "operations", List.of(merge));
    }

    private String drafted() {
        return made(register.post(ADMIN, "/reorganisations", draft())).id();
    }

    private void files(Calls calls) {
        calls.on("POST /imports", () -> Call.upload("members.csv", file()).query("unit", ward))
                .on("GET /imports/{id}", () -> Call.plain().path("id", imported()))
                .on("GET /imports/{id}/errors", () -> Call.plain().path("id", imported()))
                .on("GET /imports/{id}/preview", () -> Call.plain().path("id", imported()))
                .on("POST /imports/{id}/confirmation", () -> Call.plain().path("id", imported()))
                .on("POST /reconciliations", () -> Call.upload("members.csv", file())
                        .query("unit", ward))
                .on("GET /reconciliations/{id}", () -> Call.plain().path("id", compared()))
                .on("GET /reconciliations/{id}/errors", () -> Call.plain().path("id", compared()))
                .on("GET /reconciliations/{id}/rows", () -> Call.plain().path("id", compared()))
                .on("POST /reconciliations/{id}/confirmation", () -> Call.body(body("part", "NEW"))
                        .path("id", compared()));
    }

    private String imported() {
        return made(register.upload(ADMIN, ward, "members.csv", file())).id();
    }

    private String compared() {
        return made(register.upload(ADMIN, "/reconciliations", ward, "members.csv", file()))
                .id();
    }

    private byte[] file() {
        String code = register.get(ADMIN, "/units/" + branch).code();
        return (HEADER + code + ",,Trần Thị Ví Dụ,1980-05-19,FEMALE," + Register.identifier()
                        + ",2001-02-03,2002-02-03,2012-05-19,OFFICIAL,false\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
