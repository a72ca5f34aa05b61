package tusoi.platform.problems;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Titles by code, from every {@code problem-titles/<language>.properties} on the class path: services add their own. */
class Titles {
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
