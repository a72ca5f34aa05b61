package tusoi.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Component
class SessionTokens implements CallerToken {
    private static final Set<String> ENDED = Set.of("invalid_grant", "client_authorization_required");

    private final OAuth2AuthorizedClientManager tokens;

    SessionTokens(OAuth2AuthorizedClientManager tokens) {
        this.tokens = tokens;
    }

    @Override
    public String of(HttpServletRequest request) {
        var bearer = BearerRequests.token(request);
        return bearer != null ? bearer : session(request).getAccessToken().getTokenValue();
    }

    private OAuth2AuthorizedClient session(HttpServletRequest request) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null) {
            throw new SignInNeeded();
        }
        try {
            var client =
                    tokens.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(KeycloakConfiguration.REGISTRATION)
                            .principal(caller)
                            .attribute(HttpServletRequest.class.getName(), request)
                            .attribute(HttpServletResponse.class.getName(), response())
                            .build());
            if (client == null) {
                throw end(request);
            }
            return client;
        } catch (ClientAuthorizationException e) {
            throw ENDED.contains(e.getError().getErrorCode()) ? end(request) : new KeycloakAway(e);
        } catch (OAuth2AuthorizationException e) {
            throw new KeycloakAway(e);
        }
    }

    private static SignInNeeded end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return new SignInNeeded();
    }

    private static HttpServletResponse response() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var response = attributes.getResponse();
        if (response == null) {
            throw new IllegalStateException("No response to " + HttpHeaders.AUTHORIZATION);
        }
        return response;
    }
}
