package tusoi.org;

import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tusoi.org.Register.Answer;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;
import tusoi.platform.time.BusinessDays;

/** Accounts with and without members, posts, and what was announced of grants. */
@TestComponent
class Offices {
    private final Register register;
    private final JdbcClient loader;
    private final Clock clock;

    Offices(Register register, @Loader JdbcClient loader, Clock clock) {
        this.register = register;
        this.loader = loader;
        this.clock = clock;
    }

    LocalDate today() {
        return BusinessDays.today(clock);
    }

    /** An account without any grant, looked after by the unit; answers the subject. */
    String account(String unit) {
        String subject = Register.fresh("subject-");
        made(register.post(
                ADMIN,
                "/accounts",
                Map.of("subject", subject, "username", subject, "displayName", "Tài khoản mẫu", "unitId", unit)));
        return subject;
    }

    String id(String subject) {
        return made(register.get(subject, "/me")).body().path("accountId").asString();
    }

    List<String> roles(String subject) {
        return made(register.get(subject, "/me"))
                .body()
                .path("grants")
                .valueStream()
                .map(grant -> grant.path("role").asString() + " "
                        + grant.path("source").asString())
                .sorted()
                .toList();
    }

    Answer link(String by, String subject, @Nullable String member) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("memberId", member);
        return register.post(by, "/accounts/" + id(subject) + "/member", body);
    }

    Answer post(String by, String member, String unit, String post, Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("unitId", unit, "post", post, "validFrom", "2024-01-01", "mode", "ELECTED"));
        body.putAll(more);
        return register.post(by, "/members/" + member + "/posts", body);
    }

    Answer grant(String by, String account, String role, String unit) {
        return register.post(
                by, "/grants", Map.of("accountId", account, "role", role, "unitId", unit, "validFrom", "2020-01-01"));
    }

    /** Types of what was announced of the grants that rest on the source, each checked against its schema. */
    List<String> announced(String source) {
        record Event(String type, String data) {}
        return loader.sql("""
                        select type, convert_from(data, 'UTF8') as data from platform.outbox
                        where type like 'org.grant-%' and convert_from(data, 'UTF8')::jsonb ->> 'sourceId' = ?
                        order by seq
                        """).param(source).query(Event.class).list().stream()
                .map(event -> {
                    if (!Contracts.misfits(event.type(), event.data()).isEmpty()) {
                        throw new AssertionError(event.data());
                    }
                    return event.type();
                })
                .toList();
    }

    static List<String> warnings(Answer answer) {
        return answer.body()
                .path("warnings")
                .valueStream()
                .map((JsonNode warning) -> warning.path("code").asString())
                .toList();
    }
}
