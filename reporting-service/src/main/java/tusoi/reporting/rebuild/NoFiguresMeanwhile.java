package tusoi.reporting.rebuild;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.problems.ProblemException;

/** 503 to whoever asks for figures while an empty database is filled: before the account is looked for, which is not there either. */
@Component
class NoFiguresMeanwhile implements WebMvcConfigurer, HandlerInterceptor {
    private static final String SECONDS = "10";

    private final Watermarks watermarks;
    private volatile boolean filled;

    NoFiguresMeanwhile(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/api/reporting/v1/figures",
                        "/api/reporting/v1/figures/**",
                        "/api/reporting/v1/reconciliations/**",
                        "/api/reporting/v1/reports/**")
                .order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        filled = filled || !watermarks.completeThrough().equals(Instant.EPOCH);
        if (!filled) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            throw new ProblemException(
                    503, "rebuilding", "The facts are being read anew", null, "Repeat in " + SECONDS + " seconds");
        }
        return true;
    }
}
