package tusoi.discipline.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files under contracts/. */
public final class Schemas {
    private static final Path CONTRACTS =
            Path.of(System.getProperty("tusoi.root", ".."), "discipline-service/contracts");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Schemas() {}

    /** What of the JSON does not fit the schema. */
    public static List<String> misfits(String schema, String json) throws IOException {
        JsonSchema read = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve(schema)));
        return read
                .validate(JSON.readTree(json), context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    public static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS.resolve("examples"))) {
            return files.sorted().toList();
        }
    }

    public static String schemaOf(String type) {
        if (type.contains("books")) {
            return "books.v1.schema.json";
        }
        if (type.contains("conflict")) {
            return "conflict.v1.schema.json";
        }
        return type.contains("remov") ? "removal.v1.schema.json" : "case.v1.schema.json";
    }

    public static String asyncApi() throws IOException {
        return Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
    }
}
