package tusoi.discipline.ballots;

/**
 * One question's count.
 *
 * @param entitled the base: official members of the body, the exempt and suspended left out
 * @param valid ballots that count
 * @param inFavour of these, for the measure
 */
public record Ballots(int entitled, int valid, int inFavour) {
    /** Nobody votes twice or from outside. */
    public boolean isPossible() {
        return entitled > 0 && inFavour >= 0 && valid >= inFavour && entitled >= valid;
    }
}
