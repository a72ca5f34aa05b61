package tusoi.platform.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** The profiles on the class path. Two in force on one day are an error at start; days without one are logged. */
class ShippedProfiles implements RuleProfiles {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedProfiles.class);
    private static final Rule NO_PROFILE = new Rule("no-profile");

    private final List<RuleProfile> profiles;

    ShippedProfiles(List<RuleProfile> profiles) {
        this.profiles = profiles.stream()
                .sorted(Comparator.comparing(RuleProfile::topic).thenComparing(RuleProfile::validFrom))
                .toList();
        this.profiles.stream()
                .collect(Collectors.groupingBy(RuleProfile::topic))
                .values()
                .forEach(ShippedProfiles::check);
    }

    static ShippedProfiles read(String pattern, JsonMapper json) {
        List<RuleProfile> profiles = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                profiles.add(read(file, json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(pattern, e);
        }
        return new ShippedProfiles(profiles);
    }

    private static RuleProfile read(Resource file, JsonMapper json) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return ProfileFile.read(json.readTree(content));
        } catch (RuntimeException e) {
            throw new IllegalStateException(file.getFilename() + " is no rule profile: " + e.getMessage(), e);
        }
    }

    @Override
    public RuleProfile on(String topic, LocalDate day) {
        return profiles.stream()
                .filter(profile -> profile.topic().equals(topic) && profile.isInForceOn(day))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(
                        NO_PROFILE,
                        "No rule profile for " + topic + " is in force on " + day,
                        Map.of("topic", topic, "day", day)));
    }

    @Override
    public List<RuleProfile> all() {
        return profiles;
    }

    private static void check(List<RuleProfile> ofOneTopic) {
        for (int i = 1; i < ofOneTopic.size(); i++) {
            RuleProfile former = ofOneTopic.get(i - 1);
            RuleProfile latter = ofOneTopic.get(i);
            LocalDate end = former.validTo();
            if (end == null || end.isAfter(latter.validFrom())) {
                throw new IllegalStateException(
                        former.code() + " and " + latter.code() + " are both in force on " + latter.validFrom());
            }
            if (end.isBefore(latter.validFrom())) {
                LOG.info("No profile for {} from {} to {}", former.topic(), end, latter.validFrom());
            }
        }
    }
}
