package tusoi.discipline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.rules.RuleProfile;

/** The shipped profiles, read as they are. */
public final class Profiles {
    private Profiles() {}

    public static RuleProfile discipline(String code) {
        return read("rules/discipline-" + code.replace('+', '-') + ".json");
    }

    public static RuleProfile removal(String code) {
        return read("rules/removal-" + code.replace('+', '-') + ".json");
    }

    private static RuleProfile read(String name) {
        try (InputStream file =
                Objects.requireNonNull(Profiles.class.getClassLoader().getResourceAsStream(name), name)) {
            return JsonMapper.builder().build().readValue(file, RuleProfile.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
