package tusoi.org;

import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;
import static tusoi.org.Register.memberBody;
import static tusoi.org.Register.paper;
import static tusoi.org.Register.transferBody;
import static tusoi.org.ValidCalls.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tusoi.testkit.badinput.Call;
import tusoi.testkit.badinput.Calls;

/** Valid calls of members, prospects, transfers, temporary activities, dossiers and posts. */
class ValidMemberCalls {
    private static final Map<String, String> REASONS = Map.of("ORG-50", "Đồng ý", "ORG-53", "Đồng ý");
    private static final Map<String, Integer> BALLOT = Map.of("officialMembers", 9, "inFavour", 8);

    private final Register register;
    private final String ward;
    private final String branch;
    private final String other;

    ValidMemberCalls(Register register) {
        this.register = register;
        this.ward = register.ward();
        this.branch = register.branch(ward);
        this.other = register.branch(ward);
    }

    void into(Calls calls) {
        reads(calls);
        entries(calls);
        overlays(calls);
        prospects(calls);
        transfers(calls);
        dossiers(calls);
        posts(calls);
    }

    private void reads(Calls calls) {
        calls.on("GET /members/balance", () -> Call.plain()
                        .query("unit", ward)
                        .query("from", "2023-01-01")
                        .query("to", "2023-12-31"))
                .on("GET /members/guests", () -> Call.plain().query("unit", ward))
                .on("GET /members/{id}", () -> ofMember(Call.plain()))
                .on("GET /members/{id}/corrections", () -> ofMember(Call.plain()))
                .on("GET /members/{id}/dossier", () -> ofMember(Call.plain()))
                .on("GET /members/{id}/temporary-activities", () -> ofMember(Call.plain()))
                .on("GET /members/{member}/posts", () -> Call.plain().path("member", member()));
    }

    private void entries(Calls calls) {
        calls.on("POST /members", () -> {
                    Map<String, Object> body = new LinkedHashMap<>(memberBody(branch));
                    body.put("memberRef", Register.fresh("R"));
                    body.put("exempt", false);
                    body.put("decision", paper("2012-05-01"));
                    return Call.body(body);
                })
                .on("POST /admissions", () -> Call.body(admission()))
                .on(
                        "POST /members/{id}/recognition",
                        () -> Call.body(recognition()).path("id", admitted()).ifMatch(1))
                .on("POST /members/bulk/recognitions", () -> {
                    var item = recognition();
                    item.put("memberId", admitted());
                    return Call.body(body("items", List.of(item)));
                })
                // Who has left the party is known from discipline's events alone.
                .on("POST /members/{id}/readmission", 422, () -> Call.body(body(
                                "unitId",
                                branch,
                                "admittedOn",
                                "2024-02-03",
                                "decision",
                                paper("2024-01-30"),
                                "ballot",
                                BALLOT,
                                "overrides",
                                REASONS))
                        .path("id", withdrawn())
                        .ifMatch(2))
                .on("POST /members/{id}/corrections", () -> ofMember(Call.body(body(
                                "reason",
                                "Nhập sai",
                                "person",
                                body("fullName", "Trần Thị Đúng", "birthDate", "1981-05-19", "gender", "FEMALE"))))
                        .ifMatch(1))
                // A conflict is known from discipline's events alone; all else of the call is as it should be.
                .on("POST /members/conflicts/{id}/settlement", 404, () -> Call.body(body("note", "Đã rời từ trước"))
                        .path("id", UUID.randomUUID()))
                .on("POST /members/{id}/merge", () -> ofMember(
                                Call.body(body("duplicateId", member(), "reason", "Một người")))
                        .ifMatch(1));
    }

    private Map<String, Object> admission() {
        return body(
                "unitId",
                branch,
                "fullName",
                "Lê Thị Mới",
                "birthDate",
                "1995-05-19",
                "gender",
                "FEMALE",
                "personIdentifier",
                Register.identifier(),
                "admittedOn",
                "2023-02-03",
                "decision",
                paper("2023-01-20"),
                "ballot",
                BALLOT,
                "overrides",
                REASONS);
    }

    private static Map<String, Object> recognition() {
        return body("decidedOn", "2024-02-10", "decision", paper("2024-02-10"), "ballot", BALLOT, "overrides", REASONS);
    }

    private String admitted() {
        return made(register.post(ADMIN, "/admissions", admission())).id();
    }

    /** One who went to an organisation outside and is no member here. */
    private String withdrawn() {
        String member = member();
        made(register.post(ADMIN, "/transfers/outside/departures", outside(member, "2020-01-01")));
        return member;
    }

    private void overlays(Calls calls) {
        calls.on("POST /members/{id}/exemption", () -> ofMember(Call.body(body(
                                "from",
                                "2024-01-01",
                                "to",
                                "2024-06-01",
                                "exempt",
                                true,
                                "decision",
                                paper("2024-01-01"),
                                "overrides",
                                REASONS)))
                        .ifMatch(1))
                .on("POST /members/{id}/suspension", () -> ofMember(Call.body(body(
                                "from",
                                "2024-01-01",
                                "to",
                                "2024-03-01",
                                "suspended",
                                true,
                                "decision",
                                paper("2024-01-01"),
                                "overrides",
                                REASONS)))
                        .ifMatch(1))
                .on("POST /members/{id}/death", () -> ofMember(Call.body(body("on", "2024-01-01")))
                        .ifMatch(1))
                .on("POST /members/{id}/temporary-activities", () -> ofMember(Call.body(stay())))
                .on("POST /temporary-activities/{id}/end", () -> Call.body(
                                body("on", "2024-05-01", "decision", paper("2024-05-01")))
                        .path(
                                "id",
                                made(register.post(ADMIN, "/members/" + member() + "/temporary-activities", stay()))
                                        .id())
                        .ifMatch(1));
    }

    private Map<String, Object> stay() {
        return body(
                "hostUnitId",
                other,
                "purpose",
                "WORK",
                "from",
                "2024-01-01",
                "to",
                "2024-07-01",
                "decision",
                paper("2024-01-01"),
                "overrides",
                REASONS);
    }

    private void prospects(Calls calls) {
        calls.on("POST /prospects", () -> Call.body(prospect()))
                .on("GET /prospects/{id}/versions", () -> Call.plain().path("id", opened()))
                .on("GET /prospects/{id}", () -> Call.plain().path("id", opened()))
                .on("POST /prospects/{id}/introducers", () -> Call.body(
                                body("memberId", member(), "knownSince", "2020-06-01"))
                        .path("id", opened())
                        .ifMatch(1))
                .on("POST /prospects/{id}/admission", () -> Call.body(body(
                                "admittedOn",
                                "2024-02-03",
                                "decision",
                                paper("2024-01-30"),
                                "ballot",
                                BALLOT,
                                "overrides",
                                Map.of(
                                        "ORG-50", "Đồng ý", "ORG-51", "Đồng ý", "ORG-52", "Đồng ý", "ORG-53", "Đồng ý",
                                        "ORG-55", "Đồng ý")))
                        .path("id", opened())
                        .ifMatch(1))
                .on("POST /prospects/{id}/closure", () -> Call.body(body("on", "2024-03-01", "reason", "Xin thôi"))
                        .path("id", opened())
                        .ifMatch(1));
    }

    private Map<String, Object> prospect() {
        return body(
                "unitId",
                branch,
                "fullName",
                "Lê Thị Ưu Tú",
                "birthDate",
                "1995-05-19",
                "gender",
                "FEMALE",
                "personIdentifier",
                Register.identifier(),
                "since",
                "2023-05-19");
    }

    private String opened() {
        return made(register.post(ADMIN, "/prospects", prospect()))
                .body()
                .path("prospect")
                .path("id")
                .asString();
    }

    private void transfers(Calls calls) {
        calls.on("POST /transfers", () -> Call.body(transfer()))
                .on("GET /transfers/{id}/versions", () -> Call.plain().path("id", requested()))
                .on("GET /transfers/{id}", () -> Call.plain().path("id", requested()))
                .on("POST /transfers/bulk/requests", () -> Call.body(body("items", List.of(transfer()))))
                .on("POST /transfers/bulk/acceptances", () -> {
                    var item = accepted();
                    item.put("transferId", requested());
                    return Call.body(body("items", List.of(item)));
                })
                .on("POST /transfers/{id}/acceptance", () -> ofTransfer(accepted()))
                .on("POST /transfers/{id}/refusal", () -> ofTransfer(body("on", "2024-09-20", "reason", "Không nhận")))
                .on(
                        "POST /transfers/{id}/withdrawal",
                        () -> ofTransfer(body("on", "2024-09-20", "reason", "Thôi chuyển")))
                .on("POST /transfers/{id}/lapse", () -> ofTransfer(body("on", "2025-09-20")))
                .on("POST /transfers/outside/departures", () -> Call.body(outside(member(), "2024-01-01")))
                .on("POST /transfers/outside/returns", () -> {
                    var back = outside(withdrawn(), "2024-01-01");
                    back.put("unitId", branch);
                    return Call.body(back);
                })
                .on("POST /transfers/outside/arrivals", () -> Call.body(arrival()));
    }

    private Map<String, Object> arrival() {
        Map<String, Object> body = new LinkedHashMap<>(memberBody(branch));
        body.remove("memberSince");
        body.putAll(body("organisation", "Đảng bộ tỉnh bạn", "on", "2024-01-01", "decision", paper("2024-01-01")));
        return body;
    }

    private static Map<String, Object> outside(String member, String on) {
        return body("memberId", member, "organisation", "Đảng bộ tỉnh bạn", "on", on, "decision", paper(on));
    }

    private Map<String, Object> transfer() {
        return transferBody(member(), other, "2024-09-03");
    }

    private static Map<String, Object> accepted() {
        return body("on", "2024-10-01", "presentedOn", "2024-09-20", "overrides", REASONS);
    }

    private String requested() {
        return made(register.post(ADMIN, "/transfers", transfer())).id();
    }

    private Call ofTransfer(Map<String, Object> body) {
        return Call.body(body).path("id", requested()).ifMatch(1);
    }

    private void dossiers(Calls calls) {
        calls.on(
                        "POST /members/{id}/qualifications",
                        () -> ofMember(Call.body(
                                body("kind", "POLITICAL_THEORY", "level", "INTERMEDIATE", "obtainedOn", "2015-06-01"))))
                .on("POST /members/{id}/cadre-planning", () -> ofMember(Call.body(planning())))
                .on("POST /members/{id}/cadre-planning/{plan}/end", () -> {
                    String member = member();
                    String plan = made(register.post(ADMIN, "/members/" + member + "/cadre-planning", planning()))
                            .body()
                            .path("cadrePlanning")
                            .get(0)
                            .path("id")
                            .asString();
                    return Call.body(body("on", "2024-01-01"))
                            .path("id", member)
                            .path("plan", plan);
                })
                .on("POST /members/{id}/cards", () -> ofMember(Call.body(card())))
                .on("POST /members/{id}/cards/withdrawal", () -> {
                    String member = member();
                    made(register.post(ADMIN, "/members/" + member + "/cards", card()));
                    return Call.body(body("on", "2025-08-08", "reason", "Đổi thẻ"))
                            .path("id", member);
                });
    }

    private static Map<String, Object> planning() {
        return body("post", "Bí thư chi bộ", "from", "2023-01-01");
    }

    private static Map<String, Object> card() {
        return body("number", "67." + Register.identifier().substring(6), "issuedOn", "2024-01-01");
    }

    private void posts(Calls calls) {
        calls.on("POST /members/{member}/posts", () -> Call.body(post()).path("member", member()))
                .on(
                        "POST /members/{member}/posts/{holding}/correction",
                        () -> ofPost(body(
                                "validFrom",
                                "2024-02-01",
                                "validTo",
                                "2025-01-01",
                                "termFrom",
                                "2024-01-01",
                                "termTo",
                                "2027-01-01",
                                "overrides",
                                Map.of("ORG-70", "Đồng ý"))))
                .on(
                        "POST /members/{member}/posts/{holding}/end",
                        () -> ofPost(body("on", "2024-06-01", "overrides", Map.of("ORG-70", "Đồng ý"))));
    }

    private Map<String, Object> post() {
        return body(
                "unitId",
                branch,
                "post",
                "NEIGHBOURHOOD_HEAD",
                "label",
                "Trưởng khu vực",
                "external",
                true,
                "validFrom",
                "2024-01-01",
                "validTo",
                "2025-01-01",
                "mode",
                "ELECTED",
                "termFrom",
                "2024-01-01",
                "termTo",
                "2027-01-01",
                "decisionNumber",
                "1-QĐ",
                "overrides",
                Map.of("ORG-70", "Đồng ý"));
    }

    private Call ofPost(Map<String, Object> body) {
        String member = member();
        String holding = made(register.post(ADMIN, "/members/" + member + "/posts", post()))
                .id();
        return Call.body(body).path("member", member).path("holding", holding).ifMatch(1);
    }

    private Call ofMember(Call call) {
        return call.path("id", member());
    }

    private String member() {
        return register.member(branch).id();
    }
}
