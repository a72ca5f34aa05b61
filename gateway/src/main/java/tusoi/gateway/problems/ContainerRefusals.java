package tusoi.gateway.problems;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * What the container refuses before any filter sees it, such as a path with a NUL, as a problem and not as a page that names the container.
 * Made by the container, from its name.
 */
public class ContainerRefusals extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer body = response.getReporter();
            if (body != null) {
                body.write("""
                        {"type":"about:blank","status":%1$d,"detail":"The request cannot be read","code":"status-%1$d"}""".formatted(status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // the caller is
        }
    }
}
