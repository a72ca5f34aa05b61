package tusoi.review.reviews.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** REV-07: a step is not before the one it follows and not in the future; the same day is in order. */
final class Days {
    record Disorder(String text, Map<String, Object> facts) {}

    private Days() {}

    static Optional<Disorder> inOrder(LocalDate previousStep, LocalDate on, LocalDate today) {
        if (on.isBefore(previousStep)) {
            return Optional.of(new Disorder(
                    on + " is before the step it follows, " + previousStep,
                    Map.of("on", on.toString(), "notBefore", previousStep.toString())));
        }
        if (on.isAfter(today)) {
            return Optional.of(
                    new Disorder(on + " is in the future", Map.of("on", on.toString(), "notAfter", today.toString())));
        }
        return Optional.empty();
    }
}
