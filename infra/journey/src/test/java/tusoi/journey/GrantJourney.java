package tusoi.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;
import tusoi.journey.api.Api;
import tusoi.launcher.installation.DemoUsers;
import tusoi.launcher.installation.NewUser;

/** Takes a grant away again and again, and times until each service answers 404 to a token that is still good. */
final class GrantJourney {
    private static final int TIMES = 5;
    private static final String USER = "cr.lb.thuhoi";
    private static final String UNIT = "CR.LB";
    private static final Map<String, String> QUESTIONS = Map.of(
            "org", "/api/org/v1/members?size=1&asOf=2022-11-30&unit=" + UNIT,
            "review", "/api/review/v1/targets?unit=" + UNIT,
            "discipline", "/api/discipline/v1/cases?unit=" + UNIT,
            "reporting", "/api/reporting/v1/figures?indicators=member.count&unit=" + UNIT);

    private final Api api;
    private final DemoUsers users;
    private final ToIntBiFunction<String, String> status;
    private final UnaryOperator<String> token;

    GrantJourney(Api api, DemoUsers users, ToIntBiFunction<String, String> status, UnaryOperator<String> token) {
        this.api = api;
        this.users = users;
        this.status = status;
        this.token = token;
    }

    /** Says the median for each service. That it stops is asserted; how fast, on a machine that does more, is only said. */
    void aGrantTakenAwayStopsWorking() {
        String subject =
                users.create(new NewUser(USER, USER, "COMMITTEE_OFFICER", UNIT)).subject();
        String account = post(
                "accounts", Map.of("subject", subject, "username", USER, "displayName", "Tài khoản mẫu"), "account");
        Map<String, List<Long>> millis = new TreeMap<>();
        for (int i = 0; i < TIMES; i++) {
            String grant = post(
                    "grants", Map.of("accountId", account, "role", "COMMITTEE_OFFICER", "unitId", UNIT), "grant/" + i);
            QUESTIONS.forEach((service, path) -> until(service, path, 200));
            post("grants/" + grant + "/revocation", Map.of(), "revocation/" + i);
            long revoked = System.nanoTime();
            QUESTIONS.forEach((service, path) -> {
                until(service, path, 404);
                millis.computeIfAbsent(service, none -> new ArrayList<>())
                        .add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - revoked));
            });
        }
        millis.forEach((service, times) -> System.out.println("a grant taken away stops working in " + service
                + " after " + times.stream().sorted().toList().get(TIMES / 2) + " ms (median of " + TIMES + ": " + times
                + ")"));
    }

    private void until(String service, String path, int wanted) {
        Installation.await(
                service + " to answer " + wanted,
                Duration.ofSeconds(30),
                () -> status.applyAsInt(token.apply(USER), path) == wanted);
    }

    private String post(String path, Map<String, ?> body, String key) {
        return api.post("quantri", "/api/org/v1/" + path, body, "journey/grant/" + key)
                .id();
    }
}
