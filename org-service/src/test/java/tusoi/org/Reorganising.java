package tusoi.org;

import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import tusoi.org.Register.Answer;

/** Reorganisations as people make them: drafted, shown, confirmed. */
@TestComponent
class Reorganising {
    private final Register register;

    Reorganising(Register register) {
        this.register = register;
    }

    Answer draft(String subject, String effectiveOn, Object... operations) {
        return register.post(
                subject,
                "/reorganisations",
                Map.of("decision", Register.decision(effectiveOn), "operations", List.of(operations)));
    }

    Answer preview(String id) {
        return register.get(ADMIN, "/reorganisations/" + id + "/preview");
    }

    Answer confirm(String id, String fingerprint) {
        return register.post(
                ADMIN,
                "/reorganisations/" + id + "/confirmation",
                Map.of(
                        "fingerprint",
                        fingerprint,
                        "overrides",
                        Map.of("ORG-39", "Chờ kết nạp", "ORG-37", "Chuyển theo")));
    }

    /** Drafted, shown and confirmed; answers the draft's id. */
    String done(String effectiveOn, Object... operations) {
        String id = made(draft(ADMIN, effectiveOn, operations)).id();
        made(confirm(id, fingerprint(id)));
        return id;
    }

    String fingerprint(String id) {
        Answer preview = made(preview(id));
        return preview.body().path("fingerprint").asString();
    }

    /** The rules that refuse it, each once. */
    List<String> refusals(String id) {
        List<String> rules = new ArrayList<>();
        made(preview(id))
                .body()
                .path("refusals")
                .forEach(refusal -> rules.add(refusal.path("rule").asString()));
        return rules.stream().distinct().toList();
    }

    static Map<String, Object> branchUnder(String code, String parent) {
        return Map.of(
                "code",
                code,
                "name",
                "Chi bộ " + code,
                "level",
                "BRANCH",
                "form",
                "BRANCH",
                "kind",
                "RESIDENTIAL",
                "parent",
                parent);
    }

    static Map<String, Object> wardUnder(String code, String parent) {
        return Map.of(
                "code",
                code,
                "name",
                "Đảng bộ " + code,
                "level",
                "GRASSROOTS",
                "form",
                "PARTY_ORGANISATION",
                "parent",
                parent);
    }

    static Map<String, Object> mergeInto(Map<String, Object> found, String... units) {
        return Map.of("type", "MERGE", "units", List.of(units), "found", found);
    }
}
