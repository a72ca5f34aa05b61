package tusoi.platform.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** Vietnamese unless the caller prefers English. */
public enum Language {
    VI,
    EN;

    public static Language of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return VI;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("vi") || language.equals("en"))
                .findFirst()
                .map(language -> language.equals("en") ? EN : VI)
                .orElse(VI);
    }

    /** The key of texts in rule profiles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
