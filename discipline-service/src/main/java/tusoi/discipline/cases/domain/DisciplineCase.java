package tusoi.discipline.cases.domain;

import static tusoi.discipline.cases.domain.DisciplineRules.ANNOUNCED_IN_TIME;
import static tusoi.discipline.cases.domain.DisciplineRules.EFFECTIVE_DAY;
import static tusoi.discipline.cases.domain.DisciplineRules.ORDER_OF_DAYS;
import static tusoi.discipline.cases.domain.DisciplineRules.VOTES_POSSIBLE;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.cases.domain.Proceedings.Annulment;
import tusoi.discipline.cases.domain.Proceedings.Ballot;
import tusoi.discipline.cases.domain.Proceedings.Hearing;
import tusoi.discipline.cases.domain.Proceedings.Preparation;
import tusoi.discipline.cases.domain.Proceedings.SelfReview;
import tusoi.discipline.cases.domain.Proceedings.Verification;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.Warning;

/** A case in one of its states; only the state that allows a step has its method (rules.md C.5). */
public sealed interface DisciplineCase {
    CaseFile file();

    /** The same state with a sanction of another authority linked: allowed at any time. */
    DisciplineCase link(ExternalSanction sanction);

    /** A signal has come in. */
    record Received(CaseFile file) implements DisciplineCase {
        public Decision<Verifying, CaseEvent> verify(Verification verification) {
            return inOrder(
                    file.receivedOn(), verification.on(), new Verifying(file, verification), CaseEvent.CASE_VERIFYING);
        }

        @Override
        public Received link(ExternalSanction sanction) {
            return new Received(file.with(sanction));
        }
    }

    /** A team establishes the facts. */
    record Verifying(CaseFile file, Verification verification) implements DisciplineCase {
        public Decision<SelfReviewed, CaseEvent> receive(SelfReview review) {
            return inOrder(
                    verification.on(),
                    review.on(),
                    new SelfReviewed(file, verification, review),
                    CaseEvent.SELF_REVIEW_RECEIVED);
        }

        @Override
        public Verifying link(ExternalSanction sanction) {
            return new Verifying(file.with(sanction), verification);
        }
    }

    /** The subject has reviewed itself, or has been asked in vain. */
    record SelfReviewed(CaseFile file, Verification verification, SelfReview selfReview) implements DisciplineCase {
        public Decision<Heard, CaseEvent> hear(Hearing hearing) {
            return inOrder(
                    selfReview.on(),
                    hearing.on(),
                    new Heard(file, new Preparation(verification, selfReview, hearing)),
                    CaseEvent.CASE_HEARD);
        }

        @Override
        public SelfReviewed link(ExternalSanction sanction) {
            return new SelfReviewed(file.with(sanction), verification, selfReview);
        }
    }

    /** A representative of the deciding body has heard the subject. */
    record Heard(CaseFile file, Preparation preparation) implements DisciplineCase {
        /** DIS-04: nobody votes twice or from outside. Majorities are judged when a form is decided on. */
        public Decision<Voted, CaseEvent> count(Ballot ballot) {
            if (!ballot.isPossible()) {
                return Decision.refused(
                        VOTES_POSSIBLE,
                        ballot.valid() + " ballots, " + ballot.entitled() + " entitled",
                        Map.of("valid", ballot.valid(), "entitled", ballot.entitled(), "inFavour", ballot.inFavour()));
            }
            return inOrder(
                    preparation.hearing().on(),
                    ballot.on(),
                    new Voted(file, preparation, ballot),
                    CaseEvent.BALLOTS_COUNTED);
        }

        @Override
        public Heard link(ExternalSanction sanction) {
            return new Heard(file.with(sanction), preparation);
        }
    }

    /** The ballot is counted. */
    record Voted(CaseFile file, Preparation preparation, Ballot ballot) implements DisciplineCase {
        public Decision<Decided, CaseEvent> decide(Decide decide, RuleProfile profile, Map<String, String> reasons) {
            return new Judgement(this, decide, profile).decided(reasons);
        }

        @Override
        public Voted link(ExternalSanction sanction) {
            return new Voted(file.with(sanction), preparation, ballot);
        }
    }

    /** Signed, not yet announced. */
    record Decided(CaseFile file, Preparation preparation, Ballot ballot, DecisionTaken decision)
            implements DisciplineCase {
        /** DIS-08: in time. DIS-09: in effect from the ballot (a branch), from signing or from announcement. */
        public Decision<InEffect, CaseEvent> announce(LocalDate on, RuleProfile profile, Map<String, String> reasons) {
            boolean branch = decision.decidingLevel().equals("BRANCH");
            int daysAllowed = profile.number(ANNOUNCED_IN_TIME, branch ? "branchDays" : "otherDays")
                    .intValueExact();
            long days = ChronoUnit.DAYS.between(decision.signedOn(), on);
            LocalDate effective = decision.effectiveOn() == null ? on : decision.effectiveOn();
            List<String> late = days > daysAllowed ? List.of(ANNOUNCED_IN_TIME.code()) : List.of();
            DecisionTaken announced = decision.announced(on, effective, late, reasons);
            return inOrder(
                            decision.signedOn(),
                            on,
                            new InEffect(file, preparation, ballot, announced),
                            CaseEvent.DECISION_ANNOUNCED)
                    .warnUnless(
                            late.isEmpty(),
                            ANNOUNCED_IN_TIME,
                            "Announced " + days + " days after signing, " + daysAllowed + " are allowed",
                            Map.of("days", days, "daysAllowed", daysAllowed));
        }

        @Override
        public Decided link(ExternalSanction sanction) {
            return new Decided(file.with(sanction), preparation, ballot, decision);
        }
    }

    /** The measure is in effect. */
    record InEffect(CaseFile file, Preparation preparation, Ballot ballot, DecisionTaken decision)
            implements DisciplineCase {
        @Override
        public InEffect link(ExternalSanction sanction) {
            return new InEffect(file.with(sanction), preparation, ballot, decision);
        }
    }

    /** Ended without a measure: no violation, none needed, out of time, or handed to the law. */
    record Closed(
            CaseFile file,
            LocalDate on,
            String reason,
            @Nullable Ballot ballot) implements DisciplineCase {
        @Override
        public Closed link(ExternalSanction sanction) {
            return new Closed(file.with(sanction), on, reason, ballot);
        }
    }

    /** The decision was wrong; it is closed as if it had not been taken. */
    record Annulled(CaseFile file, Preparation preparation, Ballot ballot, DecisionTaken decision, Annulment annulment)
            implements DisciplineCase {
        @Override
        public Annulled link(ExternalSanction sanction) {
            return new Annulled(file.with(sanction), preparation, ballot, decision, annulment);
        }
    }

    /** DIS-10; null where nothing has been decided. */
    default @Nullable Decision<Annulled, CaseEvent> annul(Annulment annulment) {
        return switch (this) {
            case Decided(var file, var preparation, var ballot, var decision) ->
                inOrder(
                        decision.signedOn(),
                        annulment.on(),
                        new Annulled(file, preparation, ballot, decision, annulment),
                        CaseEvent.CASE_CLOSED);
            case InEffect(var file, var preparation, var ballot, var decision) ->
                inOrder(
                        decision.signedOn(),
                        annulment.on(),
                        new Annulled(file, preparation, ballot, decision, annulment),
                        CaseEvent.CASE_CLOSED);
            default -> null;
        };
    }

    /** Whether the subject still waits for an outcome; such a member does not leave of his own. */
    default boolean isOpen() {
        return !(this instanceof InEffect || this instanceof Closed || this instanceof Annulled);
    }

    /** The side exit; null where the state has gone past it. */
    default @Nullable Decision<Closed, CaseEvent> close(LocalDate on, String reason) {
        return switch (this) {
            case Decided over -> null;
            case InEffect over -> null;
            case Closed over -> null;
            case Annulled over -> null;
            case Voted(var file, var preparation, var ballot) ->
                inOrder(ballot.on(), on, new Closed(file, on, reason, ballot), CaseEvent.CASE_CLOSED);
            case DisciplineCase open ->
                inOrder(open.file().receivedOn(), on, new Closed(open.file(), on, reason, null), CaseEvent.CASE_CLOSED);
        };
    }

    /** DIS-10. */
    private static <S> Decision<S, CaseEvent> inOrder(LocalDate before, LocalDate on, S next, CaseEvent event) {
        return on.isBefore(before)
                ? Decision.refused(
                        ORDER_OF_DAYS,
                        on + " lies before " + before,
                        Map.of("on", on.toString(), "notBefore", before.toString()))
                : Decision.accepted(next, event);
    }

    /** The effective day that is known at signing, by the profile; null where announcement makes it. */
    static @Nullable LocalDate effectiveAtSigning(Ballot ballot, Decide decide, RuleProfile profile) {
        boolean ownBallot =
                decide.deciderLevel().equals("BRANCH") && decide.decider().equals(ballot.body());
        if (ownBallot && profile.number(EFFECTIVE_DAY, "branchFromBallot").signum() > 0) {
            return ballot.on();
        }
        return profile.number(EFFECTIVE_DAY, "othersFromSigning").signum() > 0 ? decide.signedOn() : null;
    }

    /** Rule codes of the warnings, for the record. */
    static List<String> codes(List<Warning> warnings) {
        return warnings.stream().map(warning -> warning.rule().code()).toList();
    }
}
