package tusoi.gateway.routes;

import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.web.servlet.function.ServerResponse;

/** Waits longer for files than for anything else. */
record PatientExchange(ProxyExchange quick, ProxyExchange slow) implements ProxyExchange {
    @Override
    public ServerResponse exchange(Request request) {
        return (SlowPaths.include(request.getServerRequest().path()) ? slow : quick).exchange(request);
    }
}
