package tusoi.gateway.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * One refusal.
 *
 * @param code stable, for programs and for the web app's dictionary
 * @param retryAfter when it makes sense to come again, whole seconds in the header
 */
public record Problem(
        HttpStatus status,
        String code,
        String detail,
        @Nullable String remedy,
        @Nullable Duration retryAfter) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, null, null);
    }

    public static Problem unauthenticated() {
        return of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Nobody is signed in")
                .remedy("Sign in");
    }

    public static Problem tooLarge(long limitBytes) {
        return of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is larger than " + limitBytes + " bytes");
    }

    public static Problem unavailable(String code, String detail, Duration retryAfter) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, code, detail).after(retryAfter);
    }

    public Problem remedy(String text) {
        return new Problem(status, code, detail, text, retryAfter);
    }

    public Problem after(Duration wait) {
        return new Problem(status, code, detail, remedy, wait);
    }

    public void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        }
        response.getOutputStream().write(JSON.writeValueAsString(body()).getBytes(StandardCharsets.UTF_8));
    }

    public ServerResponse toResponse() {
        var answer = ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        }
        return answer.body(body());
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("code", code);
        if (remedy != null) {
            body.put("remedy", remedy);
        }
        return body;
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
