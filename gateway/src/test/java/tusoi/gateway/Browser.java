package tusoi.gateway;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps cookies and follows no redirect by itself. */
final class Browser {
    private final CookieManager cookies;
    private final HttpClient client;
    private TestGateway gateway;

    Browser(TestGateway gateway) {
        this.gateway = gateway;
        this.cookies = new CookieManager();
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The same cookies at another gateway, as behind one name. */
    void moveTo(TestGateway other) {
        var kept = List.copyOf(cookies.getCookieStore().getCookies());
        gateway = other;
        kept.forEach(cookie -> cookies.getCookieStore().add(URI.create(other.uri("/")), cookie));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
            trustLoopback();
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        var uri = path.startsWith("http") ? path : gateway.uri(path);
        var request = HttpRequest.newBuilder(URI.create(uri));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** As browsers do: this machine counts as safe, so that Keycloak's Secure cookies go back to it. */
    private void trustLoopback() {
        List.copyOf(cookies.getCookieStore().getCookies()).forEach(cookie -> cookie.setSecure(false));
    }

    /** The whole way through the sign-in page and back. */
    HttpResponse<String> signIn(StubKeycloak keycloak) {
        var sent = get("/oauth2/authorization/keycloak");
        var back = keycloak.signIn(sent.headers().firstValue("Location").orElseThrow());
        return get(back.toString());
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** What the web app sends with everything that changes something. */
    String[] pageToken() {
        get("/api/session");
        return new String[] {"X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElseThrow()};
    }
}
