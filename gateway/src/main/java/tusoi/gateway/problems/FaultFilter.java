package tusoi.gateway.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The outermost filter: what nobody else answered becomes a problem without the exception's text. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FaultFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(FaultFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException e) {
            log.warn("The sessions' database does not answer", e);
            answer(
                    response,
                    Problem.unavailable("sessions-unavailable", "Sessions cannot be read now", Duration.ofSeconds(5)));
        } catch (RuntimeException | ServletException e) {
            if (e instanceof InvalidParameterException || e.getCause() instanceof InvalidParameterException) {
                answer(response, Problem.of(HttpStatus.BAD_REQUEST, "unreadable", "A parameter is no text in UTF-8"));
                return;
            }
            log.error("{} failed", request.getMethod(), e);
            answer(response, Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "fault", "The gateway failed"));
        }
    }

    private static void answer(HttpServletResponse response, Problem problem) throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            problem.writeTo(response);
        }
    }
}
