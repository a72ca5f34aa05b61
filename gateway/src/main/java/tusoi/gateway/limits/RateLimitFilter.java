package tusoi.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import tusoi.gateway.problems.Problem;

/**
 * 429 for who asks too often. The address is asked first, before a session is read. A bearer token counts by its digest,
 * not by the subject it claims: its signature is checked by the services only, and nobody shall empty another's bucket.
 */
public final class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimits limits;
    private final MeterRegistry meters;
    private final Cache<String, TokenBucket> buckets;

    RateLimitFilter(RateLimits limits, MeterRegistry meters) {
        this.limits = limits;
        this.meters = meters;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(limits.remembered())
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = take("address " + request.getRemoteAddr(), limits.address());
        if (wait.isZero() && request.getRequestURI().startsWith("/api/")) {
            var caller = caller(request);
            wait = caller == null ? wait : take(caller, limits.caller());
        }
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        meters.counter("tusoi.gateway.rate.limited").increment();
        Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests came from here")
                .remedy("Wait as long as Retry-After says")
                .after(wait)
                .writeTo(response);
    }

    private Duration take(String key, RateLimits.Rate rate) {
        var now = System.nanoTime();
        return buckets.get(key, absent -> new TokenBucket(rate, now)).take(now);
    }

    private static @Nullable String caller(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return "token " + digest(authorization);
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? null
                : "subject " + authentication.getName();
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
