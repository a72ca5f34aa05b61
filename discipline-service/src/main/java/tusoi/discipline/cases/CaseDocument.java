package tusoi.discipline.cases;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.cases.domain.CaseFile;
import tusoi.discipline.cases.domain.DecisionTaken;
import tusoi.discipline.cases.domain.DisciplineCase;
import tusoi.discipline.cases.domain.DisciplineCase.Annulled;
import tusoi.discipline.cases.domain.DisciplineCase.Closed;
import tusoi.discipline.cases.domain.DisciplineCase.Decided;
import tusoi.discipline.cases.domain.DisciplineCase.Heard;
import tusoi.discipline.cases.domain.DisciplineCase.InEffect;
import tusoi.discipline.cases.domain.DisciplineCase.Received;
import tusoi.discipline.cases.domain.DisciplineCase.SelfReviewed;
import tusoi.discipline.cases.domain.DisciplineCase.Verifying;
import tusoi.discipline.cases.domain.DisciplineCase.Voted;
import tusoi.discipline.cases.domain.Proceedings.Annulment;
import tusoi.discipline.cases.domain.Proceedings.Ballot;
import tusoi.discipline.cases.domain.Proceedings.Hearing;
import tusoi.discipline.cases.domain.Proceedings.Preparation;
import tusoi.discipline.cases.domain.Proceedings.SelfReview;
import tusoi.discipline.cases.domain.Proceedings.Verification;

/** A case as it is kept and shown: which parts are there follows from the state. */
record CaseDocument(
        String state,
        CaseFile file,
        @Nullable Verification verification,
        @Nullable SelfReview selfReview,
        @Nullable Hearing hearing,
        @Nullable Ballot ballot,
        @Nullable DecisionTaken decision,
        @Nullable LocalDate closedOn,
        @Nullable String closedReason,
        @Nullable Annulment annulment) {
    private static final String ANNULLED = "ANNULLED";

    static CaseDocument of(DisciplineCase state) {
        return switch (state) {
            case Received(var file) ->
                new CaseDocument("RECEIVED", file, null, null, null, null, null, null, null, null);
            case Verifying(var file, var verification) ->
                new CaseDocument("VERIFYING", file, verification, null, null, null, null, null, null, null);
            case SelfReviewed(var file, var verification, var review) ->
                new CaseDocument("SELF_REVIEWED", file, verification, review, null, null, null, null, null, null);
            case Heard(var file, var before) -> of("HEARD", file, before, null, null, null);
            case Voted(var file, var before, var ballot) -> of("VOTED", file, before, ballot, null, null);
            case Decided(var file, var before, var ballot, var decision) ->
                of("DECIDED", file, before, ballot, decision, null);
            case InEffect(var file, var before, var ballot, var decision) ->
                of("IN_EFFECT", file, before, ballot, decision, null);
            case Closed(var file, var on, var reason, var ballot) ->
                new CaseDocument("CLOSED", file, null, null, null, ballot, null, on, reason, null);
            case Annulled(var file, var before, var ballot, var decision, var annulment) ->
                of("CLOSED", file, before, ballot, decision, annulment);
        };
    }

    private static CaseDocument of(
            String state,
            CaseFile file,
            Preparation before,
            @Nullable Ballot ballot,
            @Nullable DecisionTaken decision,
            @Nullable Annulment annulment) {
        return new CaseDocument(
                state,
                file,
                before.verification(),
                before.selfReview(),
                before.hearing(),
                ballot,
                decision,
                annulment == null ? null : annulment.on(),
                annulment == null ? null : ANNULLED,
                annulment);
    }

    DisciplineCase toState() {
        return switch (state) {
            case "RECEIVED" -> new Received(file);
            case "VERIFYING" -> new Verifying(file, there(verification));
            case "SELF_REVIEWED" -> new SelfReviewed(file, there(verification), there(selfReview));
            case "HEARD" -> new Heard(file, preparation());
            case "VOTED" -> new Voted(file, preparation(), there(ballot));
            case "DECIDED" -> new Decided(file, preparation(), there(ballot), there(decision));
            case "IN_EFFECT" -> new InEffect(file, preparation(), there(ballot), there(decision));
            case "CLOSED" ->
                annulment == null
                        ? new Closed(file, there(closedOn), there(closedReason), ballot)
                        : new Annulled(file, preparation(), there(ballot), there(decision), annulment);
            default -> throw new IllegalStateException("A case in state " + state);
        };
    }

    private Preparation preparation() {
        return new Preparation(there(verification), there(selfReview), there(hearing));
    }

    private <T> T there(@Nullable T part) {
        return Objects.requireNonNull(part, state);
    }
}
