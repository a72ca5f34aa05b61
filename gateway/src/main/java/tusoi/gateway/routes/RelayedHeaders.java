package tusoi.gateway.routes;

import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tusoi.gateway.signin.CallerToken;

/**
 * What a service hears of the caller: no cookie, nothing that claims to come from a proxy or to be an event, and one
 * Authorization: the bearer token as it came, or the one in the session.
 */
final class RelayedHeaders {
    private static final Set<String> OWN =
            Set.of("cookie", "forwarded", "x-real-ip", "x-xsrf-token", "x-requested-with", "true-client-ip", "via");

    private final CallerToken tokens;

    RelayedHeaders(CallerToken tokens) {
        this.tokens = tokens;
    }

    ServerRequest toService(ServerRequest request) {
        var token = tokens.of(request.servletRequest());
        return ServerRequest.from(request)
                .headers(headers -> {
                    Set.copyOf(headers.headerNames()).stream()
                            .filter(RelayedHeaders::staysHere)
                            .forEach(headers::remove);
                    headers.setBearerAuth(token);
                })
                .build();
    }

    ServerResponse toCaller(ServerRequest request, ServerResponse response) {
        response.headers().remove(HttpHeaders.SET_COOKIE);
        response.headers().remove(HttpHeaders.SERVER);
        return response;
    }

    private static boolean staysHere(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return OWN.contains(lower)
                || lower.startsWith("x-forwarded")
                || lower.startsWith("ce-")
                || lower.startsWith("ce_")
                || lower.equals("authorization");
    }
}
