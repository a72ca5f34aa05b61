package tusoi.review.reviews.domain;

/** How the deciding unit stands to the body that the rule names (rules B.3 step 9). */
public enum DeciderStanding {
    /** That body or one of its superiors. */
    BODY_OR_ABOVE,
    /** A superior of the subject, but below that body: a section committee for a member. */
    BELOW_BODY,
    /** Neither a superior nor that body. */
    OUTSIDE
}
