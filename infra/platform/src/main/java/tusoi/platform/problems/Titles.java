package tusoi.platform.problems;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Titles by code, from every {@code problem-titles/<language>.properties} on the class path: services add their own. */
class Titles {
    /** A title only: the code of such a problem is the rule's. */
    static final String OF_RULES = "rule-refused";

    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    Titles() {
        for (Language language : Language.values()) {
            byLanguage.put(language, read("classpath*:problem-titles/" + language.code() + ".properties"));
        }
    }

    /** The code's title, or its status's where the code has none of its own. */
    String of(String code, int status, Language language) {
        Properties titles = byLanguage.getOrDefault(language, new Properties());
        String general =
                titles.getProperty("status." + status, titles.getProperty("status." + status / 100 + "xx", code));
        return titles.getProperty(code, general);
    }

    /** Every code that has a title, and one for each status. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        byLanguage.getOrDefault(Language.VI, new Properties()).stringPropertyNames().stream()
                .filter(code -> !code.equals(OF_RULES) && !code.endsWith("xx"))
                .map(code -> code.replace("status.", "status-"))
                .forEach(codes::add);
        return codes;
    }

    private static Properties read(String pattern) {
        Properties titles = new Properties();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    titles.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(pattern, e);
        }
        return titles;
    }
}
