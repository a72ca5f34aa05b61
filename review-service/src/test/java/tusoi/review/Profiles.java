package tusoi.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;

/** The shipped profiles, read without Spring. */
public final class Profiles {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Profiles() {}

    public static RuleProfile of2018() {
        return read("review-132-21-HD");
    }

    public static RuleProfile of2023() {
        return read("review-124-25-HD");
    }

    public static RuleProfile of2025() {
        return read("review-366-43-HD");
    }

    public static List<RuleProfile> all() {
        return List.of(of2018(), of2023(), of2025());
    }

    /** The profile with another number for a rule. */
    public static RuleProfile with(RuleProfile profile, Rule rule, String name, long number) {
        RuleProfile.Entry entry = profile.rule(rule);
        var numbers = new HashMap<>(entry.numbers());
        numbers.put(name, BigDecimal.valueOf(number));
        Map<String, RuleProfile.Entry> rules = new HashMap<>(profile.rules());
        rules.put(
                rule.code(),
                new RuleProfile.Entry(entry.text(), entry.citation(), entry.mark(), entry.mode(), numbers));
        return new RuleProfile(profile.code(), profile.topic(), profile.validFrom(), profile.validTo(), rules);
    }

    private static RuleProfile read(String file) {
        try (InputStream content =
                Objects.requireNonNull(Profiles.class.getResourceAsStream("/rules/" + file + ".json"), file)) {
            return JSON.readValue(content, RuleProfile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
