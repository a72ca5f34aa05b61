package tusoi.gateway.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code GET /api/session}: who is signed in, and what the page has to send. The token itself comes as a cookie. */
@Configuration(proxyBeanMethods = false)
class SessionEndpoint {
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> session() {
        return RouterFunctions.route()
                .GET("/api/session", request -> ServerResponse.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(view(request)))
                .build();
    }

    private static Map<String, Object> view(ServerRequest request) {
        Map<String, Object> view = new LinkedHashMap<>();
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && caller.getPrincipal() instanceof OidcUser user) {
            view.put("authenticated", true);
            view.put("username", user.getPreferredUsername());
            view.put("displayName", user.getFullName());
        } else {
            view.put("authenticated", false);
        }
        view.put("signIn", "/oauth2/authorization/" + KeycloakConfiguration.REGISTRATION);
        view.put("signOut", "/logout");
        if (request.servletRequest().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            csrf.getToken();
            view.put("csrf", Map.of("header", csrf.getHeaderName(), "cookie", "XSRF-TOKEN"));
        }
        return view;
    }
}
