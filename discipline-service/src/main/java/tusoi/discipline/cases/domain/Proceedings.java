package tusoi.discipline.cases.domain;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.members.UnitId;

/** What was done at each step, in the order of the procedure. */
public final class Proceedings {
    private Proceedings() {}

    /** A team was appointed to verify. */
    public record Verification(LocalDate on, String decisionNumber) {}

    /** The member's own review; {@code submitted} is false where it was asked for in vain, which stops nothing. */
    public record SelfReview(
            LocalDate on, boolean submitted, @Nullable Form proposedForm) {}

    /** A representative of the deciding body heard the subject, or waited in vain. */
    public record Hearing(LocalDate on, boolean attended) {}

    /** A secret ballot. */
    public record Ballot(LocalDate on, UnitId body, int entitled, int valid, Map<Form, Integer> inFavour) {
        public Ballot {
            inFavour = Map.copyOf(inFavour);
        }

        Ballots on(Form form) {
            return new Ballots(entitled, valid, inFavour.getOrDefault(form, 0));
        }

        /** One ballot names one form. */
        boolean isPossible() {
            int cast = inFavour.values().stream().mapToInt(Integer::intValue).sum();
            return new Ballots(entitled, valid, cast).isPossible()
                    && inFavour.values().stream().allMatch(votes -> votes >= 0);
        }
    }

    /** A decision of its own that what was decided was wrong. */
    public record Annulment(String number, UnitId decider, LocalDate on) {}

    /** All that came before the ballot. */
    public record Preparation(Verification verification, SelfReview selfReview, Hearing hearing) {}
}
