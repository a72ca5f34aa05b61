package tusoi.discipline.cases.domain;

import static tusoi.discipline.cases.domain.DisciplineRules.AUTHORITY;
import static tusoi.discipline.cases.domain.DisciplineRules.DECIDING_MAJORITY;
import static tusoi.discipline.cases.domain.DisciplineRules.EXPULSION_PROPOSED;
import static tusoi.discipline.cases.domain.DisciplineRules.FORM_FITS;
import static tusoi.discipline.cases.domain.DisciplineRules.LIMITATION;
import static tusoi.discipline.cases.domain.DisciplineRules.ORDER_OF_DAYS;
import static tusoi.discipline.cases.domain.DisciplineRules.POST_IS_HELD;
import static tusoi.discipline.cases.domain.DisciplineRules.VOTES_POSSIBLE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.ballots.Majority;
import tusoi.discipline.cases.domain.DisciplineCase.Decided;
import tusoi.discipline.cases.domain.DisciplineCase.Voted;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.Warning;

/** Judges one decision by the profile in force on the day of signing: refuses what cannot be, warns of the rest. */
final class Judgement {
    private final Voted voted;
    private final Decide decide;
    private final RuleProfile profile;
    private final List<Warning> warnings = new ArrayList<>();

    Judgement(Voted voted, Decide decide, RuleProfile profile) {
        this.voted = voted;
        this.decide = decide;
        this.profile = profile;
    }

    Decision<Decided, CaseEvent> decided(Map<String, String> reasons) {
        Decision<Decided, CaseEvent> refusal = refusal();
        if (refusal != null) {
            return refusal;
        }
        judgePost();
        judgeAuthority();
        judgeMajorities();
        judgeLimitation();
        DecisionTaken taken = new DecisionTaken(
                decide.number(),
                decide.form(),
                decide.decider(),
                decide.deciderLevel(),
                decide.signedOn(),
                votes(),
                profile.code(),
                DisciplineCase.codes(warnings),
                reasons,
                DisciplineCase.effectiveAtSigning(voted.ballot(), decide, profile),
                null);
        return new Accepted<>(
                new Decided(voted.file(), voted.preparation(), voted.ballot(), taken),
                CaseEvent.CASE_DECIDED,
                warnings);
    }

    private @Nullable Decision<Decided, CaseEvent> refusal() {
        if (!decide.form().fits(decide.standing())) {
            return Decision.refused(
                    FORM_FITS,
                    decide.form() + " does not exist for the subject",
                    Map.of("form", decide.form(), "official", decide.standing().official()));
        }
        if (decide.signedOn().isBefore(voted.ballot().on())) {
            return Decision.refused(
                    ORDER_OF_DAYS,
                    "Signed before the ballot of " + voted.ballot().on(),
                    Map.of(
                            "on",
                            decide.signedOn().toString(),
                            "notBefore",
                            voted.ballot().on().toString()));
        }
        Ballots votes = votes();
        if (votes != null && !votes.isPossible()) {
            return Decision.refused(
                    VOTES_POSSIBLE,
                    votes.valid() + " ballots, " + votes.entitled() + " entitled",
                    Map.of("valid", votes.valid(), "entitled", votes.entitled()));
        }
        return null;
    }

    private void judgePost() {
        if (decide.form() == Form.REMOVAL_FROM_POST && !decide.standing().holdsPost()) {
            warn(POST_IS_HELD, "The register knows of no post held on " + decide.signedOn(), Map.of());
        }
    }

    /** DIS-03: the matrix is the rule's numbers, {@code level.subject.form} → 1. */
    private void judgeAuthority() {
        String power = decide.deciderLevel() + "." + decide.standing().type() + "." + decide.form();
        BigDecimal allowed = profile.rule(AUTHORITY).numbers().getOrDefault(power, BigDecimal.ZERO);
        if (allowed.signum() == 0) {
            warn(AUTHORITY, "Outside the deciding body's powers", Map.of("power", power));
        }
    }

    private void judgeMajorities() {
        Majority majority = Majority.of(profile, DECIDING_MAJORITY);
        Ballots votes = votes();
        if (votes == null) {
            warn(DECIDING_MAJORITY, "No count of the deciding body's votes", Map.of());
        } else if (!majority.isReached(votes)) {
            warn(DECIDING_MAJORITY, "Too few votes for " + decide.form(), majority.facts(votes));
        }
        if (decide.form() == Form.EXPULSION) {
            Majority proposal = Majority.of(profile, EXPULSION_PROPOSED);
            Ballots branch = voted.ballot().on(Form.EXPULSION);
            if (!proposal.isReached(branch)) {
                warn(EXPULSION_PROPOSED, "Too few votes to propose an expulsion", proposal.facts(branch));
            }
        }
    }

    /** DIS-07: from the violation to the decision; vote first, compare then (08-HD I.7). */
    private void judgeLimitation() {
        LocalDate violatedOn = voted.file().violatedOn();
        if (violatedOn == null || decide.form().isWithoutLimitation()) {
            return;
        }
        int months = profile.number(LIMITATION, decide.standing().type() + "." + decide.form() + ".months")
                .intValueExact();
        LocalDate lastDay = violatedOn.plusMonths(months);
        if (decide.signedOn().isAfter(lastDay)) {
            warn(
                    LIMITATION,
                    "The limitation period ended on " + lastDay,
                    Map.of("violatedOn", violatedOn.toString(), "months", months, "lastDay", lastDay.toString()));
        }
    }

    private @Nullable Ballots votes() {
        return decide.decider().equals(voted.ballot().body()) ? voted.ballot().on(decide.form()) : decide.votes();
    }

    private void warn(Rule rule, String detail, Map<String, Object> facts) {
        warnings.add(new Warning(rule, detail, facts));
    }
}
