package tusoi.review.reviews.domain;

import static tusoi.review.reviews.domain.ReviewRules.REV_07;
import static tusoi.review.reviews.domain.ReviewRules.REV_08;
import static tusoi.review.reviews.domain.ReviewRules.REV_16;
import static tusoi.review.reviews.domain.ReviewRules.REV_17;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.contract.ExclusionReason;
import tusoi.review.contract.Grade;
import tusoi.review.contract.ReviewEventType;
import tusoi.review.contract.SubjectType;

/** A review in one of its states; only the state that allows a step has its method (rules B.3, steps 7 to 12). */
public sealed interface Review {
    Subject subject();

    /** Not graded in this cycle, and why. */
    record Excluded(Subject subject, ExclusionReason reason) implements Review {}

    record Obliged(Subject subject) implements Review {
        /** REV-07: not before the cycle opened, not in the future. */
        public Decision<SelfReviewed, ReviewEventType> submit(SelfReview self, LocalDate today) {
            return Days.inOrder(subject.openedOn(), self.on(), today)
                    .map(why -> Decision.<SelfReviewed, ReviewEventType>refused(REV_07, why.text(), why.facts()))
                    .orElseGet(() ->
                            Decision.accepted(new SelfReviewed(subject, self), ReviewEventType.SELF_REVIEW_SUBMITTED));
        }
    }

    record SelfReviewed(Subject subject, SelfReview self) implements Review {
        /** REV-07, REV-09 and REV-10 for the ballots, REV-08 for a collective's report: 16-HD/BTCTW 2018, rules B.3 step 4. */
        public Decision<Proposed, ReviewEventType> propose(Proposal proposal, LocalDate today, RuleProfile profile) {
            var disorder = Days.inOrder(self.on(), proposal.on(), today);
            if (disorder.isPresent()) {
                return Decision.refused(
                        REV_07, disorder.get().text(), disorder.get().facts());
            }
            return Ballots.check(proposal.ballots(), accepted(proposal), profile)
                    .warnUnless(
                            subject.type() != SubjectType.LEADERSHIP_COLLECTIVE
                                    || noticeDays(proposal) >= needed(profile),
                            REV_08,
                            "The report went out " + noticeDays(proposal) + " working days before the meeting",
                            Map.of("workingDays", noticeDays(proposal), "noticeWorkingDays", needed(profile)));
        }

        private Decision<Proposed, ReviewEventType> accepted(Proposal proposal) {
            return Decision.accepted(new Proposed(subject, self, proposal), ReviewEventType.GRADE_PROPOSED);
        }

        private int noticeDays(Proposal proposal) {
            return WorkingDays.between(self.on(), proposal.on());
        }

        private static int needed(RuleProfile profile) {
            return profile.number(REV_08, "noticeWorkingDays").intValueExact();
        }
    }

    record Proposed(Subject subject, SelfReview self, Proposal proposal) implements Review {
        /** REV-07; REV-11 and REV-12 for the decider, REV-13 for the order of levels, REV-14 and REV-15 for the cap. */
        public Decision<Decided, ReviewEventType> decide(
                Grading grading, GradingFigures figures, LocalDate today, RuleProfile profile) {
            var disorder = Days.inOrder(proposal.on(), grading.on(), today);
            if (disorder.isPresent()) {
                return Decision.refused(
                        REV_07, disorder.get().text(), disorder.get().facts());
            }
            var decided = new Decided(subject, self, proposal, List.of(grading.asRevision(1)));
            return grading.check(subject, figures, profile, Decision.accepted(decided, ReviewEventType.GRADE_DECIDED));
        }
    }

    /** Graded; the last of the grades counts. */
    record Decided(Subject subject, SelfReview self, Proposal proposal, List<GradeRevision> grades) implements Review {
        public Decided {
            grades = List.copyOf(grades);
        }

        public Grade grade() {
            return grades.getLast().grade();
        }

        /** REV-16: a superior grades an earlier year again (25-HD/BTCTW 2023, 4); REV-07, REV-11, REV-12 and the cap as at first. */
        public Decision<Decided, ReviewEventType> revise(
                Grading grading, GradingFigures figures, LocalDate today, RuleProfile profile) {
            var disorder = Days.inOrder(grades.getLast().decidedOn(), grading.on(), today);
            if (disorder.isPresent()) {
                return Decision.refused(
                        REV_07, disorder.get().text(), disorder.get().facts());
            }
            if (grading.grade() == grade()) {
                return Decision.refused(
                        REV_16, "It is graded " + grade() + " already", Map.of("grade", grade().name()));
            }
            List<GradeRevision> more = new ArrayList<>(grades);
            more.add(grading.asRevision(grades.size() + 1));
            var revised = new Decided(subject, self, proposal, more);
            return grading.check(subject, figures, profile, Decision.accepted(revised, ReviewEventType.GRADE_REVISED));
        }

        /** REV-17: what is reported upward is a unit's or a collective's decided review (rules B.3 step 12); REV-07. */
        public Decision<Reported, ReviewEventType> report(LocalDate on, LocalDate today) {
            if (subject.type() == SubjectType.MEMBER) {
                return Decision.refused(REV_17, "A member's review is not reported upward", Map.of());
            }
            return Days.inOrder(grades.getFirst().decidedOn(), on, today)
                    .map(why -> Decision.<Reported, ReviewEventType>refused(REV_07, why.text(), why.facts()))
                    .orElseGet(() -> Decision.accepted(new Reported(this, on), ReviewEventType.COMPLETION_REPORTED));
        }
    }

    /** Reported upward; its grade may still be revised. */
    record Reported(Decided decided, LocalDate on) implements Review {
        @Override
        public Subject subject() {
            return decided.subject();
        }

        /** As {@link Decided#revise}; it stays reported. */
        public Decision<Reported, ReviewEventType> revise(
                Grading grading, GradingFigures figures, LocalDate today, RuleProfile profile) {
            return switch (decided.revise(grading, figures, today, profile)) {
                case Decision.Refused<Decided, ReviewEventType>(var rule, var why, var facts) ->
                    Decision.refused(rule, why, facts);
                case Decision.Accepted<Decided, ReviewEventType>(var revised, var event, var warnings) ->
                    new Decision.Accepted<>(new Reported(revised, on), event, warnings);
            };
        }
    }
}
