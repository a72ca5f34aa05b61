package tusoi.platform.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What failed before or behind the controllers, in the same shape. */
@RestController
class ContainerErrors implements ErrorController {
    private final Problems problems;
    private final ProblemWriter writer;

    ContainerErrors(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    @RequestMapping("${server.error.path:/error}")
    void explain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Language language = Language.of(request);
        writer.write(
                request,
                response,
                status >= 500 && thrown instanceof Throwable failure
                        ? problems.of(failure, language)
                        : problems.of(status, language));
    }
}
