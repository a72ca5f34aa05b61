package tusoi.platform.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a profile's JSON and says what is missing where. */
final class ProfileFile {
    private ProfileFile() {}

    static RuleProfile read(JsonNode file) {
        LocalDate from = LocalDate.parse(text(file, "validFrom"));
        LocalDate to = file.hasNonNull("validTo") ? LocalDate.parse(text(file, "validTo")) : null;
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("validTo is not after validFrom");
        }
        Map<String, RuleProfile.Entry> rules = new HashMap<>();
        wanted(file, "rules")
                .properties()
                .forEach(rule -> rules.put(rule.getKey(), entry(rule.getKey(), rule.getValue())));
        return new RuleProfile(text(file, "code"), text(file, "topic"), from, to, rules);
    }

    private static RuleProfile.Entry entry(String code, JsonNode rule) {
        try {
            Map<String, String> text = new HashMap<>();
            wanted(rule, "text")
                    .properties()
                    .forEach(language ->
                            text.put(language.getKey(), language.getValue().asString()));
            if (!text.containsKey("vi")) {
                throw new IllegalArgumentException("text.vi is missing");
            }
            return new RuleProfile.Entry(
                    text,
                    text(rule, "citation"),
                    RuleProfile.Mark.valueOf(text(rule, "mark").toUpperCase(Locale.ROOT)),
                    RuleProfile.Mode.valueOf(text(rule, "mode").toUpperCase(Locale.ROOT)),
                    numbers(rule.get("numbers")));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(code + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, BigDecimal> numbers(@Nullable JsonNode numbers) {
        Map<String, BigDecimal> byName = new HashMap<>();
        if (numbers != null) {
            numbers.properties()
                    .forEach(number ->
                            byName.put(number.getKey(), number.getValue().decimalValue()));
        }
        return byName;
    }

    private static String text(JsonNode node, String field) {
        return wanted(node, field).asString();
    }

    private static JsonNode wanted(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
