package tusoi.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * The session here is gone; the answer says where the browser has to go so that Keycloak's ends too. A script's request
 * cannot follow a redirect to there.
 */
final class SignOut extends OidcClientInitiatedLogoutSuccessHandler implements LogoutSuccessHandler {
    SignOut(ClientRegistrationRepository registrations, String afterwards) {
        super(registrations);
        setPostLogoutRedirectUri(afterwards);
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        var target = authentication == null ? "/" : determineTargetUrl(request, response, authentication);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream()
                .write(JsonMapper.shared()
                        .writeValueAsString(Map.of("location", target))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
