package tusoi.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tusoi.platform.problems.Problems;

/**
 * Calls controllers. A POST with an Idempotency-Key runs within one transaction, which the handler's own joins and which also
 * keeps the answer; the answer leaves after the commit. Counts commands by route and result.
 */
class CommandAdapter extends RequestMappingHandlerAdapter {
    private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final IdempotentCalls calls;
    private final Problems problems;
    private final MeterRegistry meters;

    CommandAdapter(IdempotentCalls calls, Problems problems, MeterRegistry meters) {
        this.calls = calls;
        this.problems = problems;
        this.meters = meters;
    }

    @Override
    protected @Nullable ModelAndView handleInternal(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method) throws Exception {
        if (!COMMANDS.contains(request.getMethod())
                || !String.valueOf(pattern(request)).startsWith("/api/")) {
            return super.handleInternal(request, response, method);
        }
        try {
            boolean replayed = calls.run(request, response, method, super::handleInternal);
            count(request, replayed ? "replayed" : "done");
            return null;
        } catch (Exception refused) {
            count(request, problems.codeOf(refused));
            throw refused;
        }
    }

    private void count(HttpServletRequest request, String result) {
        meters.counter("tusoi.commands", "command", request.getMethod() + " " + pattern(request), "result", result)
                .increment();
    }

    private static @Nullable Object pattern(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }
}
