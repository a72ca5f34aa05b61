package tusoi.launcher.installation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tusoi.launcher.parts.Folders;

/** The installation's generated passwords, kept in a file that only its owner may read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    public Secrets(Path file) {
        this.file = file;
        var properties = new Properties();
        try {
            properties.load(new StringReader(Folders.readOr(file, "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
    }

    /** The secret of that name, made now if there is none yet. */
    public String get(String name) {
        return get(name, Secrets::generate);
    }

    /** A key of 256 random bits in base64, made now if there is none yet. */
    public String key(String name) {
        return get(name, () -> Base64.getEncoder().encodeToString(random(KEY_BYTES)));
    }

    /** A secret of another form, made now if there is none yet. It must be one line. */
    synchronized String get(String name, Supplier<String> made) {
        var known = values.get(name);
        return known == null ? put(name, made.get()) : known;
    }

    private String put(String name, String value) {
        values.put(name, value);
        PrivateFile.write(
                file,
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n")));
        return value;
    }

    /** 144 random bits in letters, digits, - and _. */
    public static String generate() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
