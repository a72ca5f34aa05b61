package tusoi.org;

import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.fresh;
import static tusoi.org.Register.made;

import java.util.LinkedHashMap;
import java.util.Map;
import tusoi.testkit.badinput.Call;
import tusoi.testkit.badinput.Calls;

/** Valid calls of accounts, grants and assignments, and what the others share: a ward and a branch. */
class ValidCalls {
    private final Register register;
    private final Offices offices;
    private final String ward;
    private final String branch;

    ValidCalls(Register register, Offices offices) {
        this.register = register;
        this.offices = offices;
        this.ward = register.ward();
        this.branch = register.branch(ward);
    }

    String ward() {
        return ward;
    }

    String branch() {
        return branch;
    }

    static Map<String, Object> body(Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return body;
    }

    void ofAccounts(Calls calls) {
        String another = register.account("REGISTER_ADMINISTRATOR", "CT");
        made(offices.grant(another, offices.id(ADMIN), "SECRETARY", ward));
        calls.on("POST /accounts", () -> Call.body(named("subject", fresh("s-"))))
                .on("POST /accounts/invitations", () -> Call.body(named("username", fresh("invited"))))
                .on("GET /accounts/{id}", () -> ofAccount(Call.plain()))
                .on("POST /accounts/{id}/lock", () -> ofAccount(Call.plain()))
                .on("POST /accounts/{id}/unlock", () -> ofAccount(Call.plain()))
                .on("POST /accounts/{id}/one-time-password", 503, () -> ofAccount(Call.plain()))
                .on("POST /accounts/{id}/member", () -> ofAccount(Call.body(body("memberId", member()))))
                .on("POST /accounts/{id}/hand-over", () -> ofAccount(Call.body(body("successorId", account()))))
                .on("GET /grants", () -> Call.plain().query("unit", ward))
                .on("POST /grants", () -> Call.body(grant()))
                .on("POST /grants/{id}/revocation", () -> Call.plain()
                        .path(
                                "id",
                                made(register.post(ADMIN, "/grants", grant())).id()))
                .on("POST /delegations", () -> Call.body(delegation()))
                .on("GET /assignments", () -> Call.plain().query("unit", branch).query("asOf", "2024-06-01"))
                .on("GET /assignments/coverage", () -> Call.plain().query("unit", ward))
                .on("POST /assignments", () -> Call.body(assignment()))
                .on("POST /assignments/{id}/end", () -> Call.body(body("on", "2025-01-01"))
                        .path(
                                "id",
                                made(register.post(ADMIN, "/assignments", assignment()))
                                        .id())
                        .ifMatch(1))
                .on("GET /members/{member}/assignments", () -> Call.plain().path("member", member()));
    }

    private Map<String, Object> named(String name, String value) {
        var body = body("displayName", "Tài khoản mẫu", "unitId", ward, name, value);
        body.putIfAbsent("username", value);
        return body;
    }

    private Map<String, Object> grant() {
        return body(
                "accountId",
                account(),
                "role",
                "OBSERVER",
                "unitId",
                ward,
                "validFrom",
                "2020-01-01",
                "validTo",
                "2190-01-01");
    }

    private Map<String, Object> delegation() {
        return body(
                "account",
                account(),
                "role",
                "SECRETARY",
                "unitId",
                ward,
                "validFrom",
                offices.today().toString(),
                "validTo",
                offices.today().plusDays(10).toString(),
                "reason",
                "Đi công tác");
    }

    private Map<String, Object> assignment() {
        return body(
                "memberId",
                member(),
                "unitId",
                branch,
                "validFrom",
                "2024-06-01",
                "validTo",
                "2025-06-01",
                "overrides",
                Map.of("ORG-93", "Tạm thời"));
    }

    private Call ofAccount(Call call) {
        return call.path("id", account());
    }

    private String account() {
        return offices.id(offices.account(ward));
    }

    private String member() {
        return register.member(branch).id();
    }
}
