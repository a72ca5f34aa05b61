package tusoi.org;

import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;
import static tusoi.org.ValidCalls.body;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tusoi.testkit.badinput.Call;
import tusoi.testkit.badinput.Calls;

/** Valid calls of what a branch keeps: meetings, studies, working rules, dues. Each has a branch of its own. */
class ValidBranchCalls {
    private static final Map<String, String> REASONS = Map.of("ORG-120", "Đồng ý");

    private final Register register;
    private final String ward;

    ValidBranchCalls(Register register) {
        this.register = register;
        this.ward = register.ward();
    }

    /** A branch with one member. */
    private final class Scene {
        final String branch = register.branch(ward);
        final String member = register.member(branch).id();

        Map<String, Object> record() {
            return body(
                    "heldOn",
                    "2023-05-05",
                    "others",
                    "PRESENT",
                    "attendance",
                    List.of(body("memberId", member, "status", "LATE", "reason", "Bận")),
                    "tasks",
                    List.of(body("title", "Vận động", "owner", "MEMBER", "memberId", member, "dueOn", "2023-06-01")),
                    "shortcomings",
                    List.of(body(
                            "owner", "MEMBER", "memberId", member, "category", "WORKING_HOURS", "text", "Họp muộn")),
                    "superiors",
                    List.of(body("post", "SECRETARY", "unitId", ward, "label", "Bí thư")),
                    "minutes",
                    "Chi bộ họp");
        }

        Map<String, Object> meeting() {
            return body(
                    "unitId",
                    branch,
                    "kind",
                    "REGULAR",
                    "month",
                    "2023-05",
                    "plannedOn",
                    "2023-05-05",
                    "held",
                    record(),
                    "overrides",
                    REASONS);
        }

        String planned() {
            var body = meeting();
            body.remove("held");
            return made(register.post(ADMIN, "/meetings", body)).id();
        }

        String held() {
            return made(register.post(ADMIN, "/meetings", meeting())).id();
        }

        Map<String, Object> study() {
            return body(
                    "unitId",
                    ward,
                    "calledUnitIds",
                    List.of(branch),
                    "topic",
                    "RESOLUTION",
                    "title",
                    "Học tập nghị quyết",
                    "noticedOn",
                    "2023-10-01",
                    "heldOn",
                    "2023-10-12",
                    "overrides",
                    REASONS);
        }

        String study(int steps) {
            String study = made(register.post(ADMIN, "/studies", study())).id();
            if (steps > 0) {
                made(register.change(ADMIN, "/studies/" + study + "/attendance", 1, roll()));
            }
            if (steps > 1) {
                made(register.change(ADMIN, "/studies/" + study + "/publication", 2, Map.of()));
            }
            return study;
        }

        Map<String, Object> roll() {
            return body(
                    "others",
                    "PRESENT",
                    "attendance",
                    List.of(body("memberId", member, "status", "ABSENT", "reason", "Bận")));
        }

        String item() {
            study(2);
            return made(register.get(ADMIN, "/attendance-items?unit=" + branch))
                    .body()
                    .path("items")
                    .get(0)
                    .path("id")
                    .asString();
        }

        Map<String, Object> content() {
            return body(
                    "documentNumber",
                    "1-QC",
                    "adoptedOn",
                    "2023-01-01",
                    "validFrom",
                    "2023-01-01",
                    "validTo",
                    "2025-01-01",
                    "attachment",
                    body(
                            "fileName",
                            "quy-che.pdf",
                            "mediaType",
                            "application/pdf",
                            "bytes",
                            1000,
                            "sha256",
                            "a".repeat(64)),
                    "tasks",
                    List.of(body("memberId", member, "task", "Phụ trách dân vận")));
        }

        String rules() {
            return made(register.post(ADMIN, "/working-rules", body("unitId", branch, "content", content())))
                    .id();
        }

        Map<String, Object> book() {
            return body(
                    "unitId",
                    branch,
                    "month",
                    "2023-01",
                    "items",
                    List.of(body(
                            "memberId",
                            member,
                            "amount",
                            90_000,
                            "paidOn",
                            "2023-01-10",
                            "category",
                            "SALARY",
                            "base",
                            9_000_000)),
                    "closedOn",
                    "2023-01-31",
                    "overrides",
                    REASONS);
        }

        Map<String, Object> relief() {
            return body(
                    "kind",
                    "REDUCED",
                    "ground",
                    "POOR_HOUSEHOLD",
                    "percent",
                    50,
                    "fromMonth",
                    "2026-03",
                    "toMonth",
                    "2026-06",
                    "decision",
                    body("number", "3-QĐ", "body", "Đảng ủy", "signedOn", "2026-02-20"),
                    "overrides",
                    REASONS);
        }
    }

    void into(Calls calls) {
        meetings(calls);
        studies(calls);
        rules(calls);
        dues(calls);
    }

    private void meetings(Calls calls) {
        for (String list : List.of("", "/attendance", "/missing", "/visits")) {
            calls.on("GET /meetings" + list, this::span);
        }
        calls.on(
                        "GET /meetings/agenda",
                        () -> Call.plain().query("unit", new Scene().branch).query("on", "2023-05-05"))
                .on("GET /meetings/{id}", () -> id(new Scene().held()))
                .on("POST /meetings", () -> Call.body(new Scene().meeting()))
                .on("POST /meetings/bulk", () -> Call.body(body("items", List.of(new Scene().meeting()))))
                .on("POST /meetings/{id}/held", () -> {
                    Scene scene = new Scene();
                    return Call.body(body("held", scene.record(), "overrides", REASONS))
                            .path("id", scene.planned())
                            .ifMatch(1);
                })
                .on("POST /meetings/{id}/correction", () -> {
                    Scene scene = new Scene();
                    return Call.body(body("held", scene.record(), "reason", "Ghi nhầm", "overrides", REASONS))
                            .path("id", scene.held())
                            .ifMatch(1);
                })
                .on("POST /meetings/{id}/drop", () -> Call.body(body("reason", "Mưa bão"))
                        .path("id", new Scene().planned())
                        .ifMatch(1));
    }

    private Call span() {
        Call call = Call.plain().query("unit", ward);
        return call.query("from", "2023-01").query("to", "2023-12");
    }

    private void studies(Calls calls) {
        calls.on("GET /studies", () -> Call.plain()
                        .query("unit", ward)
                        .query("from", "2023-01-01")
                        .query("to", "2023-12-31"))
                .on("GET /studies/{id}", () -> id(new Scene().study(0)))
                .on("GET /studies/{id}/lists", () -> id(new Scene().study(2)))
                .on("GET /studies/{id}/roll", () -> id(new Scene().study(1)))
                .on("POST /studies", () -> Call.body(new Scene().study()))
                .on("POST /studies/{id}/attendance", () -> {
                    Scene scene = new Scene();
                    return Call.body(scene.roll()).path("id", scene.study(0)).ifMatch(1);
                })
                .on("POST /studies/{id}/publication", () -> id(new Scene().study(1))
                        .ifMatch(2))
                .on("GET /attendance-items", () -> Call.plain().query("unit", ward))
                .on("GET /attendance-items/{id}", () -> id(new Scene().item()))
                .on("POST /attendance-items/{id}/answer", () -> {
                    String item = new Scene().item();
                    String raised = made(register.get(ADMIN, "/attendance-items/" + item))
                            .body()
                            .path("raisedOn")
                            .asString();
                    return Call.body(body("answeredOn", raised, "answer", "Đã nhắc nhở"))
                            .path("id", item)
                            .ifMatch(1);
                })
                .on("GET /grounds", () -> Call.plain().query("unit", ward));
    }

    private void rules(Calls calls) {
        for (String list : List.of("", "/coverage", "/unassigned")) {
            calls.on("GET /working-rules" + list, () -> Call.plain().query("unit", ward));
        }
        calls.on("GET /working-rules/{id}", () -> id(new Scene().rules()))
                .on("POST /working-rules", () -> {
                    Scene scene = new Scene();
                    return Call.body(body("unitId", scene.branch, "content", scene.content(), "overrides", REASONS));
                })
                .on("POST /working-rules/{id}/correction", () -> {
                    Scene scene = new Scene();
                    return Call.body(body("reason", "Sai ngày", "content", scene.content(), "overrides", REASONS))
                            .path("id", scene.rules())
                            .ifMatch(1);
                })
                .on("POST /working-rules/{id}/end", () -> Call.body(body("on", "2023-06-01", "reason", "Quy chế mới"))
                        .path("id", new Scene().rules())
                        .ifMatch(1));
    }

    private void dues(Calls calls) {
        Supplier<Call> ofUnit = () -> Call.plain().query("unit", ward);
        calls.on("GET /dues/arrears", ofUnit)
                .on("GET /dues/paid-through", ofUnit)
                .on(
                        "GET /dues/books",
                        () -> Call.plain().query("unit", new Scene().branch).query("month", "2023-01"))
                .on("GET /dues/books/open", this::span)
                .on("GET /dues/members/{member}", () -> Call.plain().path("member", new Scene().member))
                .on("GET /dues/members/{member}/reliefs", () -> Call.plain().path("member", new Scene().member))
                .on("POST /dues/books", () -> Call.body(new Scene().book()))
                .on("POST /dues/members/{member}/{month}/correction", () -> {
                    Scene scene = new Scene();
                    made(register.post(ADMIN, "/dues/books", scene.book()));
                    return Call.body(body(
                                    "reason",
                                    "Nhầm số",
                                    "payment",
                                    body("amount", 2000, "paidOn", "2023-01-10"),
                                    "overrides",
                                    Map.of("ORG-111", "Đồng ý", "ORG-112", "Đồng ý")))
                            .path("member", scene.member)
                            .path("month", "2023-01")
                            .ifMatch(1);
                })
                .on("POST /dues/members/{member}/reliefs", () -> {
                    Scene scene = new Scene();
                    return Call.body(scene.relief()).path("member", scene.member);
                })
                .on("POST /dues/reliefs/{id}/end", () -> {
                    Scene scene = new Scene();
                    String relief = made(register.post(
                                    ADMIN, "/dues/members/" + scene.member + "/reliefs", scene.relief()))
                            .id();
                    return Call.body(body("toMonth", "2026-04", "reason", "Hết khó khăn"))
                            .path("id", relief)
                            .ifMatch(1);
                });
    }

    private static Call id(String id) {
        return Call.plain().path("id", id);
    }
}
