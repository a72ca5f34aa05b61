package tusoi.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TimeLimits;

/**
 * Describes the limits that hold for whatever is sent: years of days, lengths of texts that have no limit of their own, that a pattern is
 * matched whole, that nothing unknown is taken.
 */
class DescribedLimits {
    private static final String REF = "#/components/schemas/";
    private static final String DAY = "^" + TimeLimits.YEAR_PATTERN + "-[0-9]{2}-[0-9]{2}$";
    private static final String INSTANT = "^" + TimeLimits.YEAR_PATTERN + "-[0-9]{2}-[0-9]{2}T";
    private static final String OVERRIDES = "overrides";

    private final Components components;
    private final Set<Schema<?>> seen = new HashSet<>();

    DescribedLimits(Components components) {
        this.components = components;
    }

    void describe(OpenAPI api) {
        api.getPaths().values().forEach(path -> path.readOperations().forEach(this::describe));
    }

    private void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream().map(Parameter::getSchema).forEach(schema -> {
                describe(schema, KeptText.LONGEST_PARAMETER);
            });
        }
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().forEach(type -> {
                describe(type.getSchema(), KeptText.LONGEST);
            });
        }
    }

    private void describe(@Nullable Schema<?> schema, int longest) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            describe(components.getSchemas().get(schema.get$ref().substring(REF.length())), longest);
        } else if (seen.add(schema)) {
            text(schema, longest);
            describe(schema.getItems(), longest);
            if (schema.getAdditionalProperties() instanceof Schema<?> values) {
                describe(values, longest);
            } else if (schema.getProperties() != null) {
                schema.setAdditionalProperties(false);
            }
            if (schema.getProperties() != null) {
                schema.getProperties().forEach((name, field) -> field(name, field, longest));
            }
        }
    }

    private void field(String name, Schema<?> field, int longest) {
        if (name.equals(OVERRIDES) && field.getAdditionalProperties() instanceof Schema<?> reason) {
            field.setMaxProperties(Overrides.MOST_REASONS);
            field.setPropertyNames(new StringSchema().pattern("^(?:" + Overrides.RULE_PATTERN + ")$"));
            reason.setMaxLength(Overrides.LONGEST_REASON);
        }
        describe(field, longest);
    }

    private static void text(Schema<?> schema, int longest) {
        if (!isText(schema) || schema.getEnum() != null || "binary".equals(schema.getFormat())) {
            return;
        }
        if (schema.getFormat() != null) {
            ofFormat(schema, schema.getFormat());
        } else if (schema.getPattern() == null || schema.getPattern().equals(DescribedConstraints.NOT_BLANK)) {
            schema.setMaxLength(schema.getMaxLength() == null ? Integer.valueOf(longest) : schema.getMaxLength());
        } else if (!schema.getPattern().startsWith("^")) {
            schema.setPattern("^(?:" + schema.getPattern() + ")$");
        }
    }

    private static void ofFormat(Schema<?> schema, String format) {
        switch (format) {
            case "date" -> schema.setPattern(DAY);
            case "date-time" -> schema.setPattern(INSTANT);
            default -> {}
        }
    }

    private static boolean isText(Schema<?> schema) {
        return "string".equals(schema.getType())
                || schema.getTypes() != null && schema.getTypes().contains("string");
    }
}
