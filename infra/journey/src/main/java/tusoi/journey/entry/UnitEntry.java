package tusoi.journey.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tusoi.journey.register.DemoUnit;

/** Establishes units, parents first. */
final class UnitEntry {
    private static final String SINCE = "2004-01-01";

    private final Desk desk;

    UnitEntry(Desk desk) {
        this.desk = desk;
    }

    /** By somebody who keeps the register above them; level by level, siblings side by side. */
    void establish(String user, List<DemoUnit> units) {
        int deepest = units.stream().mapToInt(UnitEntry::depth).max().orElse(0);
        for (int depth = 0; depth <= deepest; depth++) {
            int level = depth;
            Parallel.each(units.stream().filter(unit -> depth(unit) == level).toList(), unit -> establish(user, unit));
        }
    }

    private static int depth(DemoUnit unit) {
        return (int) unit.code().chars().filter(character -> character == '.').count();
    }

    void establish(String user, DemoUnit unit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", unit.code());
        body.put("name", unit.name());
        body.put("level", unit.level());
        body.put("form", unit.form());
        body.put("kind", unit.kind());
        body.put("parentId", desk.unit(unit.parent()));
        body.put(
                "decision",
                Map.of(
                        "number",
                        "GEN-" + unit.code(),
                        "body",
                        "Cấp ủy cấp trên",
                        "signedOn",
                        SINCE,
                        "effectiveOn",
                        SINCE));
        var answer = desk.api().post(user, "/api/org/v1/units", body, "demo/unit/" + unit.code());
        desk.unit(unit.code(), answer.id());
    }

    /** The root, which org-service made by itself. */
    void find(String code) {
        desk.unit(
                code,
                desk.api().get(Desk.ADMINISTRATOR, "/api/org/v1/units/" + code).id());
    }
}
