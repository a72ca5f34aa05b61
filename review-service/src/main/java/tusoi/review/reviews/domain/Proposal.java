package tusoi.review.reviews.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.review.contract.Grade;

/** What the meeting proposes, with the ballots where it voted. */
public record Proposal(LocalDate on, Grade grade, @Nullable Ballots ballots) {}
