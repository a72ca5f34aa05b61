package tusoi.gateway.signin;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Metrics are read from the named networks alone. */
final class MetricsReaders implements AuthorizationManager<RequestAuthorizationContext> {
    private final List<IpAddressMatcher> networks;

    MetricsReaders(List<String> networks) {
        this.networks = networks.stream().map(IpAddressMatcher::new).toList();
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(networks.stream().anyMatch(it -> it.matches(context.getRequest())));
    }
}
