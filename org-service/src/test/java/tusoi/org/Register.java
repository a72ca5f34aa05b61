package tusoi.org;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.testkit.TestTokens;

/** The object mother: units, members, accounts, each made through the API, with codes and identifiers of their own. */
@TestComponent
class Register {
    static final String ADMIN = "admin";

    private static final AtomicLong NEXT = new AtomicLong(1);

    private final Environment environment;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();

    Register(Environment environment, JsonMapper json) {
        this.environment = environment;
        this.json = json;
    }

    record Answer(int status, JsonNode body, String text, HttpResponse<String> http) {
        String id() {
            return body.path("id").asString();
        }

        long version() {
            return body.path("version").asLong();
        }

        String code() {
            return body.path("code").asString();
        }

        String rule() {
            return body.path("rule").path("code").asString();
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/api/org/v1" + path;
    }

    Answer get(@Nullable String subject, String path) {
        return send(request(subject, path).GET());
    }

    Answer post(String subject, String path, Object body) {
        return send(request(subject, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    Answer change(String subject, String path, long version, Object body) {
        return send(request(subject, path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    HttpRequest.Builder request(@Nullable String subject, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
        return subject == null ? request : request.header("Authorization", TestTokens.bearer(subject));
    }

    /** A multipart upload of one file. */
    Answer upload(String subject, String unit, String fileName, byte[] content) {
        return upload(subject, "/imports", unit, fileName, content);
    }

    Answer upload(String subject, String path, String unit, String fileName, byte[] content) {
        String boundary = "tusoi-boundary";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"unit\"\r\n\r\n" + unit + "\r\n--"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(request(subject, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(head, content, tail))));
    }

    Answer post(String subject, String path) {
        return send(request(subject, path).POST(BodyPublishers.noBody()));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String text = response.body();
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .map(type -> type.contains("json"))
                    .orElse(false);
            JsonNode body = isJson ? json.readTree(text) : json.createObjectNode();
            return new Answer(response.statusCode(), body, text, response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String fresh(String prefix) {
        return prefix + NEXT.getAndIncrement();
    }

    static String identifier() {
        return "%012d".formatted(100_000_000_000L + NEXT.getAndIncrement());
    }

    static Map<String, Object> decision(String effectiveOn) {
        return Map.of("number", "1-QĐ", "body", "Đảng ủy", "signedOn", effectiveOn, "effectiveOn", effectiveOn);
    }

    /** A ward under Cần Thơ since 2005. */
    String ward() {
        return unit("CT", "GRASSROOTS", "PARTY_ORGANISATION", null, "2005-01-01");
    }

    /** A branch since 2010. */
    String branch(String ward) {
        return unit(ward, "BRANCH", "BRANCH", "RESIDENTIAL", "2010-01-01");
    }

    String unit(String parent, String level, String form, @Nullable String kind, String since) {
        String code = fresh("U");
        var body = new HashMap<String, Object>(Map.of(
                "code",
                code,
                "name",
                "Đơn vị " + code,
                "level",
                level,
                "form",
                form,
                "parentId",
                parent,
                "decision",
                decision(since)));
        if (kind != null) {
            body.put("kind", kind);
        }
        return made(post(ADMIN, "/units", body)).id();
    }

    /** An account with one grant; answers the subject to sign in with. */
    String account(String role, String unit) {
        String subject = fresh("subject-");
        Answer account = made(post(
                ADMIN, "/accounts", Map.of("subject", subject, "username", subject, "displayName", "Tài khoản mẫu")));
        made(post(
                ADMIN,
                "/grants",
                Map.of("accountId", account.id(), "role", role, "unitId", unit, "validFrom", "2020-01-01")));
        return subject;
    }

    /** An official member at home in the branch since 2012. */
    Answer member(String branch) {
        return made(post(ADMIN, "/members", memberBody(branch)));
    }

    /** Asked for and accepted on one day, by who answers for both sides. */
    void transferred(String member, String toUnit, String on) {
        Answer asked = made(post(ADMIN, "/transfers", transferBody(member, toUnit, on)));
        made(change(ADMIN, "/transfers/" + asked.id() + "/acceptance", 1, Map.of("on", on)));
    }

    static Map<String, Object> transferBody(String member, String toUnit, String on) {
        return Map.of("memberId", member, "toUnitId", toUnit, "on", on, "decision", paper(on));
    }

    static Map<String, Object> paper(String signedOn) {
        return Map.of("number", "2-QĐ", "body", "Đảng ủy", "signedOn", signedOn);
    }

    static Map<String, Object> memberBody(String branch) {
        return Map.of(
                "unitId", branch,
                "fullName", "Trần Thị Ví Dụ",
                "birthDate", "1980-05-19",
                "gender", "FEMALE",
                "personIdentifier", identifier(),
                "admittedOn", "2001-02-03",
                "recognisedOn", "2002-02-03",
                "memberSince", "2012-05-19",
                "state", "OFFICIAL");
    }

    static Answer made(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer;
    }
}
