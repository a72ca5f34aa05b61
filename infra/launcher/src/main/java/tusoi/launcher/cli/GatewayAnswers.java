package tusoi.launcher.cli;

import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.parts.PartFailed;

/** What the gateway answers to a command, or why not, in words for the person at the terminal. */
final class GatewayAnswers {
    private static final int MOST = 300;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GatewayAnswers() {}

    /** Nothing where nothing was answered. Throws PartFailed for a refusal. */
    static JsonNode body(HttpResponse<String> answer) {
        var asked = answer.request().method() + " " + answer.uri();
        if (answer.statusCode() >= 300) {
            throw new PartFailed(asked + " answers " + answer.statusCode() + ": " + why(answer.body()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException none) {
            throw new PartFailed(
                    asked + " answers what is no JSON: is it Tusoi's gateway? " + shortened(answer.body()), none);
        }
    }

    /** A problem's detail with its place and remedy; else what there is. */
    private static String why(String body) {
        try {
            var problem = JSON.readTree(body);
            var detail = problem.path("detail").asString(problem.path("title").asString(""));
            if (!detail.isBlank()) {
                var fields = new StringBuilder();
                problem.path("fields").forEach(field -> fields.append("; ")
                        .append(field.path("place").asString(""))
                        .append(": ")
                        .append(field.path("detail").asString("")));
                var place = problem.path("place").asString("");
                var remedy = problem.path("remedy").asString("");
                return detail
                        + (place.isEmpty() ? "" : " (" + place + ")")
                        + fields
                        + (remedy.isEmpty() ? "" : ". " + remedy);
            }
        } catch (JacksonException none) {
            // told as it is
        }
        return body.isBlank() ? "nothing more" : shortened(body);
    }

    private static String shortened(String body) {
        var line = body.strip().replaceAll("\\s+", " ");
        return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }
}
