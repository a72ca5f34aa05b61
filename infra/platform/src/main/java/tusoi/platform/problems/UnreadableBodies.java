package tusoi.platform.problems;

import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a body stops being readable, and as what. */
final class UnreadableBodies {
    private UnreadableBodies() {}

    static ProblemException explain(HttpMessageNotReadableException unreadable) {
        return ProblemException.inCausesOf(unreadable).orElseGet(() -> switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                ProblemException.unreadable(
                        place(unknown),
                        "This field is not known here",
                        "Remove it; known are " + unknown.getKnownPropertyIds());
            case InvalidNullException absent ->
                ProblemException.unreadable(place(absent), "A null cannot be here", "Give a value or leave it out");
            case InvalidFormatException invalid ->
                ProblemException.unreadable(
                        place(invalid), "It cannot be read as " + Wanted.of(invalid.getTargetType()), "Correct it");
            case StreamConstraintsException ignored ->
                ProblemException.tooLarge("A text or a nesting is beyond the limits");
            case JacksonException json ->
                ProblemException.unreadable(place(json), "This is not the JSON wanted here" + at(json), "Correct it");
            case null, default -> ProblemException.unreadable("body", "A JSON body is wanted here", "Send one");
        });
    }

    private static String place(JacksonException failure) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.isEmpty() ? "body" : place.toString();
    }

    private static String at(JacksonException failure) {
        TokenStreamLocation location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
