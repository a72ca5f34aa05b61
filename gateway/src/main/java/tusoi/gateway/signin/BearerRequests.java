package tusoi.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Requests of API clients: to the API, with a token of their own. No browser sends that header unasked. */
final class BearerRequests implements RequestMatcher {
    private static final String SCHEME = "Bearer ";

    @Override
    public boolean matches(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") && token(request) != null;
    }

    static @Nullable String token(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
