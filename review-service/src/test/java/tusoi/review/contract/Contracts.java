package tusoi.review.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files under contracts/, of this service and of those it follows. */
public final class Contracts {
    public static final Path ROOT = Path.of(System.getProperty("tusoi.root", ".."));

    private static final Path OWN = ROOT.resolve("review-service/contracts");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contracts() {}

    /** What of the JSON does not fit the schema of the event type. */
    public static List<String> misfits(String type, String json) throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(OWN.resolve(schemaOf(type))));
        return schema
                .validate(JSON.readTree(json), context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** The examples of the types that begin so, by file name. */
    public static List<Path> examples(String service, String typesBeginWith) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(service).resolve("contracts/examples"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(typesBeginWith))
                    .sorted()
                    .toList();
        }
    }

    /** An example is named as its type with a number. */
    public static String typeOf(Path example) {
        return example.getFileName().toString().replaceFirst("\\.\\d+\\.json$", "");
    }

    public static String asyncApi() throws IOException {
        return Files.readString(OWN.resolve("asyncapi.yaml"));
    }

    private static String schemaOf(String type) {
        return switch (type) {
            case CyclePicture.OPENED -> "cycle.v1.schema.json";
            case "review.books-counted.v1" -> "books.v1.schema.json";
            default -> type.startsWith("review.target-") ? "target.v1.schema.json" : "review.v1.schema.json";
        };
    }
}
