package tusoi.testkit.badinput;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One operation of a description; {@code body} is the schema of its JSON body. */
public record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        boolean isUpload) {
    public Operation {
        parameters = List.copyOf(parameters);
    }

    /** One parameter: in {@code path}, {@code query} or {@code header}. */
    public record Parameter(String in, String name, boolean isRequired, JsonNode schema) {}

    /** Method and path below the service's base. */
    public String name() {
        return method + " " + path;
    }

    boolean isCommand() {
        return !method.equals("GET");
    }

    boolean needsNothing() {
        return body == null && !isUpload && parameters.stream().noneMatch(Parameter::isRequired);
    }
}
