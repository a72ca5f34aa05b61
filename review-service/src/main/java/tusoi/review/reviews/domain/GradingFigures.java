package tusoi.review.reviews.domain;

/** What a grading is judged by beside the review itself. */
public record GradingFigures(DeciderStanding decider, OpenBelow below, CapFigures cap) {
    /** Reviews of the same cycle under the subject that nobody has decided yet. */
    public record OpenBelow(int units, int members) {
        public static final OpenBelow NONE = new OpenBelow(0, 0);

        boolean isNone() {
            return units == 0 && members == 0;
        }
    }
}
