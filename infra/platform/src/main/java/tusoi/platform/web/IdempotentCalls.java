package tusoi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tusoi.platform.security.ActorIds;

/** Runs a controller's method once per key. Only what succeeded is kept: a refused request may be repeated as it is. */
class IdempotentCalls {
    static final String REPLAYED = "Idempotency-Replayed";

    private final Idempotency idempotency;
    private final Supplier<PlatformTransactionManager> transactions;
    private final Supplier<ActorIds> actors;

    IdempotentCalls(
            Idempotency idempotency, Supplier<PlatformTransactionManager> transactions, Supplier<ActorIds> actors) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.actors = actors;
    }

    interface Controller {
        @Nullable
        ModelAndView handle(HttpServletRequest request, HttpServletResponse response, HandlerMethod method)
                throws Exception;
    }

    /** True where the answer is that of a former call. */
    boolean run(HttpServletRequest request, HttpServletResponse response, HandlerMethod method, Controller controller)
            throws Exception {
        Optional<String> key = IdempotencyKey.of(request);
        if (key.isEmpty() || !HttpMethod.POST.matches(request.getMethod()) || keepsItsOwnResults(method)) {
            controller.handle(request, response, method);
            return false;
        }
        HashedBody hashed = HashedBody.of(request);
        Idempotency.Use use = new Idempotency.Use(
                actors.get().current(), route(request), key.get(), Idempotency.WHOLE_REQUEST, hashed.hash());
        return inTransaction(use, hashed.request(), response, method, controller);
    }

    static String route(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    private boolean inTransaction(
            Idempotency.Use use,
            HttpServletRequest request,
            HttpServletResponse response,
            HandlerMethod method,
            Controller controller)
            throws Exception {
        Set<String> headersBefore = Set.copyOf(response.getHeaderNames());
        PlatformTransactionManager manager = transactions.get();
        TransactionStatus transaction = manager.getTransaction(new DefaultTransactionDefinition());
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        Optional<Idempotency.Answer> former;
        try {
            former = idempotency.claim(use);
            if (former.isEmpty()) {
                controller.handle(request, buffered, method);
                if (buffered.getStatus() >= 400) {
                    transaction.setRollbackOnly();
                } else {
                    idempotency.keep(use, answer(buffered, headersBefore));
                }
            }
        } catch (Throwable failure) {
            rollBack(manager, transaction, failure);
            throw failure;
        }
        manager.commit(transaction);
        if (former.isPresent()) {
            replay(former.get(), response);
        } else {
            buffered.copyBodyToResponse();
        }
        return former.isPresent();
    }

    private static void rollBack(PlatformTransactionManager manager, TransactionStatus transaction, Throwable failure) {
        try {
            manager.rollback(transaction);
        } catch (RuntimeException lost) {
            failure.addSuppressed(lost);
        }
    }

    private static boolean keepsItsOwnResults(HandlerMethod method) {
        ResolvableType returned = ResolvableType.forMethodParameter(method.getReturnType());
        return returned.toClass() == BulkResult.class || returned.getGeneric(0).toClass() == BulkResult.class;
    }

    private static Idempotency.Answer answer(ContentCachingResponseWrapper response, Set<String> headersBefore) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : response.getHeaderNames()) {
            String value = response.getHeader(name);
            if (value != null && !headersBefore.contains(name) && !name.equalsIgnoreCase("Content-Length")) {
                headers.put(name, value);
            }
        }
        if (response.getContentType() != null) {
            headers.put("Content-Type", response.getContentType());
        }
        return new Idempotency.Answer(response.getStatus(), headers, response.getContentAsByteArray());
    }

    private static void replay(Idempotency.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        if (answer.body().length > 0) {
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
    }
}
