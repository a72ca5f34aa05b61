package tusoi.review.reviews;

import tusoi.review.reviews.domain.Review;

/** The state's name in the API and the database. */
enum ReviewState {
    EXCLUDED,
    OBLIGED,
    SELF_REVIEWED,
    PROPOSED,
    DECIDED,
    REPORTED;

    static ReviewState of(Review review) {
        return switch (review) {
            case Review.Excluded _ -> EXCLUDED;
            case Review.Obliged _ -> OBLIGED;
            case Review.SelfReviewed _ -> SELF_REVIEWED;
            case Review.Proposed _ -> PROPOSED;
            case Review.Decided _ -> DECIDED;
            case Review.Reported _ -> REPORTED;
        };
    }
}
