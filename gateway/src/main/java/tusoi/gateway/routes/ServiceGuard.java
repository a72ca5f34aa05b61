package tusoi.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tusoi.gateway.problems.Problem;

/** Stands before one service: a circuit breaker, a limit on what it works on at once, and an answer where it gives none. */
final class ServiceGuard {
    private static final Logger log = LoggerFactory.getLogger(ServiceGuard.class);
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final String service;
    private final CircuitBreaker breaker;
    private final Semaphore slots;
    private final Duration openFor;

    ServiceGuard(String service, CircuitBreaker breaker, int parallel, Duration openFor) {
        this.service = service;
        this.breaker = breaker;
        this.slots = new Semaphore(parallel);
        this.openFor = openFor;
    }

    ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!slots.tryAcquire()) {
            return unavailable("service-busy", "has too much to do", Duration.ofSeconds(1));
        }
        try {
            return breaker.tryAcquirePermission()
                    ? relay(request, next)
                    : unavailable("service-unavailable", "did not answer of late", openFor);
        } finally {
            slots.release();
        }
    }

    private ServerResponse relay(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        var start = System.nanoTime();
        try {
            var response = next.handle(request);
            if (isAway(response)) {
                failed(start, new IOException(service + " answered " + response.statusCode()));
            } else {
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }
            return response;
        } catch (Exception e) {
            return answerTo(e, start);
        }
    }

    /** A service that says when to come back is there and knows what it does: it is busy or reads its facts anew. */
    private static boolean isAway(ServerResponse response) {
        var saysWhen = response.statusCode().isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
                && response.headers().containsHeader(HttpHeaders.RETRY_AFTER);
        return AWAY.contains(response.statusCode().value()) && !saysWhen;
    }

    private ServerResponse answerTo(Exception e, long start) throws Exception {
        var tooLarge = cause(e, BodyLimitFilter.BodyTooLarge.class);
        if (tooLarge != null) {
            breaker.releasePermission();
            return Problem.tooLarge(tooLarge.limitBytes).toResponse();
        }
        var io = cause(e, IOException.class);
        if (io == null) {
            breaker.releasePermission();
            throw e;
        }
        failed(start, io);
        log.warn("{} did not answer: {}", service, io.toString());
        return io instanceof HttpTimeoutException && !(io instanceof HttpConnectTimeoutException)
                ? Problem.of(HttpStatus.GATEWAY_TIMEOUT, "service-timeout", "The service " + service + " took too long")
                        .remedy("Ask again for less, or later")
                        .toResponse()
                : unavailable("service-unavailable", "cannot be reached", openFor);
    }

    private void failed(long start, Throwable why) {
        breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, why);
    }

    private ServerResponse unavailable(String code, String what, Duration wait) {
        return Problem.unavailable(code, "The service " + service + " " + what, wait)
                .remedy("Wait as long as Retry-After says")
                .toResponse();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
