package tusoi.discipline.removals.domain;

import static tusoi.discipline.removals.domain.RemovalRules.AUTHORITY;
import static tusoi.discipline.removals.domain.RemovalRules.BASE_MAJORITY;
import static tusoi.discipline.removals.domain.RemovalRules.BRANCH_MAJORITY;
import static tusoi.discipline.removals.domain.RemovalRules.DECIDING_MAJORITY;
import static tusoi.discipline.removals.domain.RemovalRules.EFFECTIVE_DAY;
import static tusoi.discipline.removals.domain.RemovalRules.GROUNDS;
import static tusoi.discipline.removals.domain.RemovalRules.NOTICE_FITS;
import static tusoi.discipline.removals.domain.RemovalRules.NOTICE_STANDS;
import static tusoi.discipline.removals.domain.RemovalRules.NO_OPEN_CASE;
import static tusoi.discipline.removals.domain.RemovalRules.ORDER_OF_DAYS;
import static tusoi.discipline.removals.domain.RemovalRules.SELF_REVIEW_ASKED;
import static tusoi.discipline.removals.domain.RemovalRules.VOTES_POSSIBLE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.ballots.Majority;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.Warning;

/** A removal in one of its states (rules.md C.8, 01-HD/TW 11.1): branch, then base, then their superior. */
public sealed interface Removal {
    RemovalFile file();

    /** REM-02: the grounds fit the member. REM-10: nobody withdraws from a case. REM-13: what is cited supports them. */
    static Decision<Opened, RemovalEvent> open(RemovalFile file, boolean official, boolean caseIsOpen) {
        List<String> misfits = file.grounds().stream()
                .filter(ground -> !ground.fits(official))
                .map(Enum::name)
                .toList();
        if (!misfits.isEmpty() || (file.grounds().isEmpty() && file.kind() != Kind.WITHDRAWAL)) {
            return Decision.refused(
                    GROUNDS,
                    misfits.isEmpty() ? "No ground is given" : "These grounds do not fit: " + misfits,
                    Map.of("grounds", file.grounds(), "official", official));
        }
        List<UUID> beside = file.notices().stream()
                .filter(notice -> !notice.supports(file))
                .map(CitedNotice::noticeId)
                .toList();
        if (!beside.isEmpty()) {
            return Decision.refused(
                    NOTICE_FITS,
                    "These notices were taken back, or tell of another member or ground: " + beside,
                    Map.of("notices", beside, "grounds", file.grounds()));
        }
        return Decision.<Opened, RemovalEvent>accepted(new Opened(file), RemovalEvent.REMOVAL_OPENED)
                .warnUnless(
                        file.kind() != Kind.WITHDRAWAL || !caseIsOpen,
                        NO_OPEN_CASE,
                        "A discipline case against the member is open",
                        Map.of());
    }

    /** Grounds are on the table. */
    record Opened(RemovalFile file) implements Removal {
        /** REM-03: three ignored requests stand in for the review. */
        public Decision<SelfReviewed, RemovalEvent> receive(SelfReview review, RuleProfile profile) {
            int asked = profile.number(SELF_REVIEW_ASKED, "requests").intValueExact();
            return inOrder(
                            file.openedOn(),
                            review.on(),
                            new SelfReviewed(file, review),
                            RemovalEvent.SELF_REVIEW_RECEIVED)
                    .warnUnless(
                            review.submitted() || review.requests() >= asked,
                            SELF_REVIEW_ASKED,
                            "Asked " + review.requests() + " times, " + asked + " are needed",
                            Map.of("requests", review.requests(), "needed", asked));
        }
    }

    /** The member has reviewed himself, or was asked in vain. */
    record SelfReviewed(RemovalFile file, SelfReview selfReview) implements Removal {
        /** REM-01, REM-04: two thirds of the official members. */
        public Decision<BranchVoted, RemovalEvent> count(Vote vote, RuleProfile profile) {
            return counted(vote, selfReview.on(), new BranchVoted(file, selfReview, vote), RemovalEvent.REMOVAL_VOTED)
                    .warnUnless(
                            Majority.of(profile, BRANCH_MAJORITY).isReached(vote.ballots()),
                            BRANCH_MAJORITY,
                            "The branch's vote falls short",
                            Majority.of(profile, BRANCH_MAJORITY).facts(vote.ballots()));
        }
    }

    /** The branch proposes. */
    record BranchVoted(RemovalFile file, SelfReview selfReview, Vote branchVote) implements Removal {
        /** REM-01, REM-05: two thirds of the base committee. */
        public Decision<Proposed, RemovalEvent> propose(Vote vote, RuleProfile profile) {
            return counted(
                            vote,
                            branchVote.on(),
                            new Proposed(file, selfReview, branchVote, vote),
                            RemovalEvent.REMOVAL_PROPOSED)
                    .warnUnless(
                            Majority.of(profile, BASE_MAJORITY).isReached(vote.ballots()),
                            BASE_MAJORITY,
                            "The base's vote falls short",
                            Majority.of(profile, BASE_MAJORITY).facts(vote.ballots()));
        }
    }

    /** The base proposes. */
    record Proposed(RemovalFile file, SelfReview selfReview, Vote branchVote, Vote baseVote) implements Removal {
        private static final Set<String> DECIDING_LEVELS = Set.of("GRASSROOTS", "DISTRICT", "PROVINCE", "CENTRAL");

        /** REM-01, REM-06: more than half. REM-07: in effect from signing. REM-11: not below the base. REM-14: cited grounds. */
        public Decision<Decided, RemovalEvent> decide(DecideRemoval decide, RuleProfile profile) {
            Majority majority = Majority.of(profile, DECIDING_MAJORITY);
            Decision<Decided, RemovalEvent> judged = counted(
                            new Vote(decide.signedOn(), decide.decider(), decide.votes()),
                            baseVote.on(),
                            new Decided(file, selfReview, branchVote, baseVote, taken(decide, profile, List.of())),
                            RemovalEvent.MEMBER_REMOVED)
                    .warnUnless(
                            majority.isReached(decide.votes()),
                            DECIDING_MAJORITY,
                            "The deciding body's vote falls short",
                            majority.facts(decide.votes()))
                    .warnUnless(
                            DECIDING_LEVELS.contains(decide.deciderLevel()),
                            AUTHORITY,
                            "Decided below the base",
                            Map.of("level", decide.deciderLevel()))
                    .warnUnless(
                            decide.withdrawnNotices().isEmpty(),
                            NOTICE_STANDS,
                            "The register has taken back a ground notice that was cited",
                            Map.of("notices", decide.withdrawnNotices()));
            return withWarnings(judged, decide, profile);
        }

        private Decision<Decided, RemovalEvent> withWarnings(
                Decision<Decided, RemovalEvent> judged, DecideRemoval decide, RuleProfile profile) {
            if (!(judged instanceof Accepted<Decided, RemovalEvent>(var ignored, var event, var warnings))) {
                return judged;
            }
            RemovalTaken taken = taken(decide, profile, codes(warnings));
            return new Accepted<>(new Decided(file, selfReview, branchVote, baseVote, taken), event, warnings);
        }

        private static RemovalTaken taken(DecideRemoval decide, RuleProfile profile, List<String> warnings) {
            LocalDate signed = decide.signedOn();
            LocalDate effective =
                    profile.number(EFFECTIVE_DAY, "fromSigning").signum() > 0 ? signed : signed.plusDays(1);
            return new RemovalTaken(
                    decide.number(),
                    decide.decider(),
                    signed,
                    effective,
                    decide.votes(),
                    profile.code(),
                    warnings,
                    decide.overrides());
        }
    }

    /** The member is off the list from the effective day. */
    record Decided(RemovalFile file, SelfReview selfReview, Vote branchVote, Vote baseVote, RemovalTaken decision)
            implements Removal {
        /** REM-08: the removal was wrong, and the member is one again. */
        public Decision<Annulled, RemovalEvent> annul(RemovalAnnulled annulment) {
            return inOrder(
                    decision.signedOn(),
                    annulment.on(),
                    new Annulled(file, selfReview, branchVote, baseVote, decision, annulment),
                    RemovalEvent.REMOVAL_CLOSED);
        }
    }

    /** Decided wrongly. */
    record Annulled(
            RemovalFile file,
            SelfReview selfReview,
            Vote branchVote,
            Vote baseVote,
            RemovalTaken decision,
            RemovalAnnulled annulment)
            implements Removal {}

    /** Given up: the member stays. */
    record Closed(RemovalFile file, LocalDate on) implements Removal {}

    /** Ends it without a removal; refused before the day it was opened. */
    default Decision<Closed, RemovalEvent> close(LocalDate on) {
        return inOrder(file().openedOn(), on, new Closed(file(), on), RemovalEvent.REMOVAL_CLOSED);
    }

    private static <S> Decision<S, RemovalEvent> counted(Vote vote, LocalDate before, S next, RemovalEvent event) {
        Ballots ballots = vote.ballots();
        if (!ballots.isPossible()) {
            return Decision.refused(
                    VOTES_POSSIBLE,
                    ballots.valid() + " ballots, " + ballots.entitled() + " entitled",
                    Map.of("valid", ballots.valid(), "entitled", ballots.entitled(), "inFavour", ballots.inFavour()));
        }
        return inOrder(before, vote.on(), next, event);
    }

    /** REM-08. */
    private static <S> Decision<S, RemovalEvent> inOrder(LocalDate before, LocalDate on, S next, RemovalEvent event) {
        return on.isBefore(before)
                ? Decision.refused(
                        ORDER_OF_DAYS,
                        on + " lies before " + before,
                        Map.of("on", on.toString(), "notBefore", before.toString()))
                : Decision.accepted(next, event);
    }

    private static List<String> codes(List<Warning> warnings) {
        return warnings.stream().map(warning -> warning.rule().code()).toList();
    }
}
