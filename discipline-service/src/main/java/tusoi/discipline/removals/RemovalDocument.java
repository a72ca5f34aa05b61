package tusoi.discipline.removals;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.removals.domain.Removal;
import tusoi.discipline.removals.domain.Removal.Annulled;
import tusoi.discipline.removals.domain.Removal.BranchVoted;
import tusoi.discipline.removals.domain.Removal.Closed;
import tusoi.discipline.removals.domain.Removal.Decided;
import tusoi.discipline.removals.domain.Removal.Opened;
import tusoi.discipline.removals.domain.Removal.Proposed;
import tusoi.discipline.removals.domain.Removal.SelfReviewed;
import tusoi.discipline.removals.domain.RemovalAnnulled;
import tusoi.discipline.removals.domain.RemovalFile;
import tusoi.discipline.removals.domain.RemovalTaken;
import tusoi.discipline.removals.domain.SelfReview;
import tusoi.discipline.removals.domain.Vote;

/** A removal as it is kept and shown: which parts are there follows from the state. */
record RemovalDocument(
        String state,
        RemovalFile file,
        @Nullable SelfReview selfReview,
        @Nullable Vote branchVote,
        @Nullable Vote baseVote,
        @Nullable RemovalTaken decision,
        @Nullable LocalDate closedOn,
        @Nullable RemovalAnnulled annulment) {

    static RemovalDocument of(Removal removal) {
        return switch (removal) {
            case Opened(var file) -> new RemovalDocument("OPENED", file, null, null, null, null, null, null);
            case SelfReviewed(var file, var review) ->
                new RemovalDocument("SELF_REVIEWED", file, review, null, null, null, null, null);
            case BranchVoted(var file, var review, var branch) ->
                new RemovalDocument("BRANCH_VOTED", file, review, branch, null, null, null, null);
            case Proposed(var file, var review, var branch, var base) ->
                new RemovalDocument("PROPOSED", file, review, branch, base, null, null, null);
            case Decided(var file, var review, var branch, var base, var decision) ->
                new RemovalDocument("DECIDED", file, review, branch, base, decision, null, null);
            case Annulled(var file, var review, var branch, var base, var decision, var annulment) ->
                new RemovalDocument("CLOSED", file, review, branch, base, decision, annulment.on(), annulment);
            case Closed(var file, var on) -> new RemovalDocument("CLOSED", file, null, null, null, null, on, null);
        };
    }

    Removal toState() {
        return switch (state) {
            case "OPENED" -> new Opened(file);
            case "SELF_REVIEWED" -> new SelfReviewed(file, there(selfReview));
            case "BRANCH_VOTED" -> new BranchVoted(file, there(selfReview), there(branchVote));
            case "PROPOSED" -> new Proposed(file, there(selfReview), there(branchVote), there(baseVote));
            case "DECIDED" -> new Decided(file, there(selfReview), there(branchVote), there(baseVote), there(decision));
            case "CLOSED" ->
                annulment == null
                        ? new Closed(file, there(closedOn))
                        : new Annulled(
                                file,
                                there(selfReview),
                                there(branchVote),
                                there(baseVote),
                                there(decision),
                                annulment);
            default -> throw new IllegalStateException("A removal in state " + state);
        };
    }

    private <T> T there(@Nullable T part) {
        return Objects.requireNonNull(part, state);
    }
}
