package tusoi.gateway.routes;

import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.web.servlet.function.ServerResponse;

/** Waits longer for files than for anything else, and lets what is live flow until one of both ends closes it. */
record PatientExchange(ProxyExchange quick, ProxyExchange slow, ProxyExchange live) implements ProxyExchange {
    @Override
    public ServerResponse exchange(Request request) {
        String path = request.getServerRequest().path();
        ProxyExchange chosen = LiveAnswers.include(path) ? live : SlowPaths.include(path) ? slow : quick;
        return chosen.exchange(request);
    }
}
