package tusoi.journey.reform;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tusoi.journey.api.Api;
import tusoi.journey.entry.Parallel;
import tusoi.launcher.installation.DemoUsers;

/**
 * Whoever had a role at a unit that has ended has it at the unit's successor from the day on; the grant at the ended unit is taken back. The
 * successor's grant covers the ended unit's past.
 */
final class Movers {
    private static final String ADMINISTRATOR = "quantri";
    private static final String GRANTS = "/api/org/v1/grants";

    private final Api api;
    private final DemoUsers users;

    Movers(Api api, DemoUsers users) {
        this.api = api;
        this.users = users;
    }

    /** @param successors by the code of the unit that has ended */
    void move(Map<String, String> successors) {
        Parallel.each(successors.entrySet(), line -> move(line.getKey(), line.getValue()));
        users.move(successors);
    }

    private void move(String ended, String successor) {
        List<JsonNode> grants = api.get(ADMINISTRATOR, GRANTS + "?unit=" + ended)
                .body()
                .valueStream()
                .filter(grant -> !grant.hasNonNull("validTo"))
                .toList();
        Parallel.each(grants, grant -> move(grant, successor));
    }

    private void move(JsonNode grant, String successor) {
        String id = grant.path("id").asString();
        api.post(
                ADMINISTRATOR,
                GRANTS,
                Map.of(
                        "accountId",
                        grant.path("accountId").asString(),
                        "role",
                        grant.path("role").asString(),
                        "unitId",
                        successor,
                        "validFrom",
                        ReformPlan.DAY.toString()),
                "demo/reform/grant/" + id);
        api.post(ADMINISTRATOR, GRANTS + "/" + id + "/revocation", Map.of(), "demo/reform/revocation/" + id);
    }
}
