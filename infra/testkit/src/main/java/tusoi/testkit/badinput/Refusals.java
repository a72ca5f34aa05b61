package tusoi.testkit.badinput;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What an answer to a variation must be like. */
final class Refusals {
    /** Of what was sent; anything else is of what is there. */
    private static final Set<Integer> OF_INPUT = Set.of(400, 413, 415, 428);

    private static final Pattern INSIDES =
            Pattern.compile("Exception|\\bat [a-z]+\\.[a-z]+\\.|org\\.postgresql|SQLState|\\bselect .* from\\b|<html");

    private final Set<String> codes;

    Refusals(Set<String> codes) {
        this.codes = codes;
    }

    /** What is wrong with it, if anything. */
    Optional<String> faultOf(Variation variation, Caller.Answer answer) {
        if (answer.status() >= 500) {
            return Optional.of("is a failure");
        }
        if (!answer.isRefusal()) {
            return variation.isForbidden()
                    ? Optional.of("is accepted, and the description forbids it")
                    : Optional.empty();
        }
        if (variation.what().equals(Variation.LEFT_OUT) && !variation.isForbidden() && isMissing(answer.body())) {
            return Optional.of("is required, and the description does not say so");
        }
        return shape(answer).or(() -> place(variation, answer));
    }

    private static boolean isMissing(JsonNode problem) {
        return problem.path("status").asInt() == 400
                && problem.path("fields").isEmpty()
                && problem.path("detail").asString("").contains("null cannot be here");
    }

    private Optional<String> shape(Caller.Answer answer) {
        JsonNode problem = answer.body();
        if (!answer.type().startsWith("application/problem+json")) {
            return Optional.of("is no problem but " + answer.type());
        }
        if (problem.path("status").asInt() != answer.status()) {
            return Optional.of("has another status inside");
        }
        if (!codes.contains(problem.path("code").asString(""))) {
            return Optional.of("has a code that is not described");
        }
        if (problem.path("detail").asString("").isBlank()) {
            return Optional.of("has no detail");
        }
        return INSIDES.matcher(answer.text()).find() ? Optional.of("shows insides") : Optional.empty();
    }

    private static Optional<String> place(Variation variation, Caller.Answer answer) {
        boolean isOfInput = OF_INPUT.contains(answer.status());
        if (variation.isForbidden() && !isOfInput) {
            return Optional.of("is not refused for what was sent");
        }
        String places = answer.body().path("place").asString("") + " "
                + answer.body()
                        .path("fields")
                        .valueStream()
                        .map(field -> field.path("place").asString())
                        .collect(Collectors.joining(" "));
        if (isOfInput && places.isBlank()) {
            return Optional.of("has no place");
        }
        if (answer.body().path("place").asString("").equals("request")) {
            return Optional.of("does not know the place");
        }
        return variation.isForbidden() && !names(variation, answer.status(), places)
                ? Optional.of("is of another place: " + places)
                : Optional.empty();
    }

    /** What is too large or too deep is told of the body as a whole, and what is broken where it breaks. */
    private static boolean names(Variation variation, int status, String places) {
        return places.contains(variation.field())
                || variation.place().equals(Variation.BODY)
                || status == 413 && places.contains(Variation.BODY);
    }
}
