package tusoi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import tusoi.platform.problems.ProblemException;

/** Reads the Idempotency-Key header: 1 to 100 visible ASCII characters. */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";
    static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private IdempotencyKey() {}

    static Optional<String> of(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(key).matches()) {
            throw ProblemException.unreadable(HEADER, "It is 1 to 100 visible ASCII characters", "Send a UUID");
        }
        return Optional.of(key);
    }
}
