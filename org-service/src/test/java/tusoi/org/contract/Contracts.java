package tusoi.org.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files under contracts/. */
public final class Contracts {
    public static final Path ROOT = Path.of(System.getProperty("tusoi.root", ".."));
    public static final Path OWN = ROOT.resolve("org-service/contracts");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Contracts() {}

    /** What of the JSON does not fit the schema of the event type. */
    public static List<String> misfits(String type, String json) {
        try {
            var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(OWN.resolve(schemaOf(type))));
            return schema
                    .validate(JSON.readTree(json), context -> context.getExecutionConfig()
                            .setFormatAssertionsEnabled(true))
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(OWN.resolve("examples"))) {
            return files.sorted().toList();
        }
    }

    /** An example is named as its type with a number. */
    public static String typeOf(Path example) {
        return example.getFileName().toString().replaceFirst("\\.\\d+\\.json$", "");
    }

    /** {@code org.unit-renamed.v1} is of {@code unit.v1}. */
    private static String schemaOf(String type) {
        return type.replaceFirst("^org\\.([a-z]+).*$", "$1") + ".v1.schema.json";
    }
}
