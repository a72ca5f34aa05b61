package tusoi.gateway.routes;

import java.util.regex.Pattern;

/** Whole files go in and out here, so they may be larger and take longer. */
final class SlowPaths {
    private static final Pattern FILES = Pattern.compile("/api/[a-z]+/v\\d+/(.*/)?(imports|export|exports)(/.*)?");

    private SlowPaths() {}

    static boolean include(String path) {
        return FILES.matcher(path).matches();
    }
}
