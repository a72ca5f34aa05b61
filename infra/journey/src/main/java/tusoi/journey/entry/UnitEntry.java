package tusoi.journey.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tusoi.journey.register.DemoUnit;

/** Establishes units, parents first. */
public final class UnitEntry {
    private static final String SINCE = "2004-01-01";

    private final Desk desk;

    UnitEntry(Desk desk) {
        this.desk = desk;
    }

    /** All that stands under a district, by one decision, which somebody who keeps the register there enters. */
    void establish(String user, String district, List<DemoUnit> units) {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("decision", decision(district + ".0"));
        draft.put(
                "operations",
                units.stream()
                        .map(unit -> Map.of("type", "ESTABLISH", "found", found(unit)))
                        .toList());
        JsonNode operations =
                new ReorganisationEntry(desk.api(), desk::say).enter(user, draft, "demo/units/" + district);
        for (JsonNode operation : operations) {
            JsonNode found = operation.path("found");
            desk.unit(found.path("code").asString(), found.path("id").asString());
        }
    }

    /** As an operation names it: the parent by its code, as that may be founded by the same decision. */
    public static Map<String, Object> found(DemoUnit unit) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("code", unit.code());
        found.put("name", unit.name());
        found.put("level", unit.level());
        found.put("form", unit.form());
        found.put("kind", unit.kind());
        found.put("parent", unit.parent());
        return found;
    }

    void establish(String user, DemoUnit unit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", unit.code());
        body.put("name", unit.name());
        body.put("level", unit.level());
        body.put("form", unit.form());
        body.put("kind", unit.kind());
        body.put("parentId", desk.unit(unit.parent()));
        body.put("decision", decision(unit.code()));
        var answer = desk.api().post(user, "/api/org/v1/units", body, "demo/unit/" + unit.code());
        desk.unit(unit.code(), answer.id());
    }

    /** The root, which org-service made by itself. */
    void find(String code) {
        desk.unit(
                code,
                desk.api().get(Desk.ADMINISTRATOR, "/api/org/v1/units/" + code).id());
    }

    private static Map<String, Object> decision(String number) {
        return Map.of("number", "GEN-" + number, "body", "Cấp ủy cấp trên", "signedOn", SINCE, "effectiveOn", SINCE);
    }
}
