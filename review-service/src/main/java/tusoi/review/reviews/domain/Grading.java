package tusoi.review.reviews.domain;

import static tusoi.review.reviews.domain.ReviewRules.REV_11;
import static tusoi.review.reviews.domain.ReviewRules.REV_12;
import static tusoi.review.reviews.domain.ReviewRules.REV_13;
import static tusoi.review.reviews.domain.ReviewRules.REV_14;
import static tusoi.review.reviews.domain.ReviewRules.REV_15;

import java.time.LocalDate;
import java.util.Map;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.contract.Grade;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;

/** A body grades a subject, for the first time or again. */
public record Grading(LocalDate on, Grade grade, UnitId decider) {

    GradeRevision asRevision(int revision) {
        return new GradeRevision(revision, grade, on, decider);
    }

    /**
     * REV-11 refuses a decider that is no superior; REV-12, REV-13, REV-14 and REV-15 warn. Citations stand in the profile.
     */
    <S, E> Decision<S, E> check(Subject subject, GradingFigures figures, RuleProfile profile, Decision<S, E> accepted) {
        if (figures.decider() == DeciderStanding.OUTSIDE) {
            return Decision.refused(
                    REV_11,
                    "The deciding unit is neither a superior of the subject nor the body that the rule names",
                    Map.of(
                            "deciderUnitId",
                            decider.value(),
                            "unitId",
                            subject.unit().value()));
        }
        Rule cap = subject.type() == SubjectType.MEMBER ? REV_14 : REV_15;
        return accepted.warnUnless(
                        figures.decider() == DeciderStanding.BODY_OR_ABOVE,
                        REV_12,
                        "The deciding unit stands below the body that the rule names",
                        Map.of("deciderUnitId", decider.value()))
                .warnUnless(
                        figures.below().isNone(),
                        REV_13,
                        figures.below().units() + " units and "
                                + figures.below().members() + " members below are still open",
                        Map.of(
                                "openUnits",
                                figures.below().units(),
                                "openMembers",
                                figures.below().members()))
                .warnUnless(
                        grade != Grade.EXCELLENT || figures.cap().allowOneMore(profile, cap),
                        cap,
                        "EXCELLENT goes over the cap",
                        figures.cap().facts(profile, cap));
    }
}
