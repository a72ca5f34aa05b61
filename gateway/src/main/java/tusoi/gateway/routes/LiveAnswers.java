package tusoi.gateway.routes;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Streams of events. An answer that is closed is otherwise read to its end first, so that its connection can serve again; a stream
 * has none, and the service would go on for a page that is gone (spring-cloud-gateway#3999). A stream's connection is closed at once.
 */
final class LiveAnswers implements ClientHttpRequestInterceptor {
    private static final Pattern LIVE = Pattern.compile("/api/[a-z]+/v\\d+/(.*/)?live");

    static boolean include(String path) {
        return LIVE.matcher(path).matches();
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ClientHttpResponse response = execution.execute(request, body);
        return MediaType.TEXT_EVENT_STREAM.isCompatibleWith(
                        response.getHeaders().getContentType())
                ? new Stream(response)
                : response;
    }

    private record Stream(ClientHttpResponse response) implements ClientHttpResponse {
        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return response.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return response.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return response.getHeaders();
        }

        @Override
        public InputStream getBody() throws IOException {
            return response.getBody();
        }

        @Override
        public void close() {
            try {
                response.getBody().close();
            } catch (IOException gone) {
                response.close();
            }
        }
    }
}
