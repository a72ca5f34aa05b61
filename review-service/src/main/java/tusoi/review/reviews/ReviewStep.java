package tusoi.review.reviews;

import java.util.UUID;

/** Where a command has brought a review; {@code version} is its ETag now. */
record ReviewStep(UUID reviewId, UUID subjectId, ReviewState state, long version) {}
