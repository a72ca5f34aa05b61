package tusoi.review.reviews.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.review.contract.Grade;

/** What the subject says of itself; the text stays in this service. */
public record SelfReview(
        LocalDate on, Grade grade, @Nullable String text) {}
