package tusoi.platform.problems;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What the container refuses before any application sees it, such as a path with a NUL, in the shape of every other refusal and not as a
 * page. Made by the container, from its name.
 */
public class ContainerRefusals extends ErrorReportValve {
    private static final Titles TITLES = new Titles();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer body = response.getReporter();
            if (body != null) {
                body.write(body(status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // the caller is
        }
    }

    private static String body(int status) {
        return """
                {"type":"urn:tusoi:problem:status-%1$d","title":"%2$s","status":%1$d,"detail":"%3$s","code":"status-%1$d",\
                "place":"%4$s"}""".formatted(
                        status,
                        TITLES.of("status-" + status, status, Language.VI),
                        Unserved.of(status).detail(),
                        Unserved.of(status).place());
    }
}
