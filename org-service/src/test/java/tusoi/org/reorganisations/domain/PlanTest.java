package tusoi.org.reorganisations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.domain.Operation.End;
import tusoi.org.reorganisations.domain.Operation.Merge;
import tusoi.org.reorganisations.domain.Operation.NewUnit;
import tusoi.org.reorganisations.domain.Operation.Part;
import tusoi.org.reorganisations.domain.Operation.RePlace;
import tusoi.org.reorganisations.domain.Operation.Rename;
import tusoi.org.reorganisations.domain.Operation.Split;
import tusoi.org.reorganisations.domain.Plan.Way;
import tusoi.org.units.DecisionText;
import tusoi.org.units.UnitStep;
import tusoi.platform.rules.RuleViolation;

class PlanTest {
    private static final UnitId TOP = UnitId.next();
    private static final UnitId WARD = UnitId.next();
    private static final UnitId OTHER = UnitId.next();
    private static final UnitId BRANCH = UnitId.next();
    private static final UnitId SISTER = UnitId.next();
    private static final UnitId ALONE = UnitId.next();
    private static final MemberId AN = MemberId.next();
    private static final MemberId BINH = MemberId.next();

    private final KnownRegister register = new KnownRegister();

    /** A register in memory: two wards, one with two branches, one with one. */
    private static final class KnownRegister implements Register {
        private final Map<UnitId, List<UnitId>> children =
                new HashMap<>(Map.of(WARD, List.of(BRANCH, ALONE), OTHER, List.of(SISTER)));
        private final Map<UnitId, List<MemberId>> residents = new HashMap<>(Map.of(BRANCH, List.of(AN, BINH)));
        private final Set<UnitId> changing = new HashSet<>();

        @Override
        public List<UnitId> childrenOf(UnitId unit) {
            return children.getOrDefault(unit, List.of());
        }

        @Override
        public List<MemberId> residentsOf(UnitId unit) {
            return residents.getOrDefault(unit, List.of());
        }

        @Override
        public boolean changesLater(UnitId unit) {
            return changing.contains(unit);
        }
    }

    @Test
    void whatMergesInAMergingWardIsNotMovedFirstAndEndsBeforeIt() {
        NewUnit ward = unit("N", TOP);
        NewUnit branch = unit("N.1", ward.id());
        Plan plan = Plan.of(
                List.of(
                        new Merge(List.of(WARD, OTHER), ward.id(), ward),
                        new Merge(List.of(BRANCH, SISTER), branch.id(), branch)),
                register);
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.steps().stream().filter(UnitStep.Place.class::isInstance))
                .containsExactly(new UnitStep.Place(ALONE, ward.id()));
        assertThat(plan.steps().stream().filter(UnitStep.End.class::isInstance).map(UnitStep::unit))
                .containsExactly(BRANCH, WARD, SISTER, OTHER);
        assertThat(plan.ways()).containsExactly(new Way(AN, BRANCH, branch.id()), new Way(BINH, BRANCH, branch.id()));
        assertThat(plan.lines())
                .contains(
                        new UnitStep.Line(List.of(WARD, OTHER), ward.id(), UnitStep.Descent.MERGE),
                        new UnitStep.Line(List.of(BRANCH, SISTER), branch.id(), UnitStep.Descent.MERGE));
    }

    @Test
    void whoStaysInASplitUnitThatLivesOnDoesNotMove() {
        NewUnit part = unit("N", WARD);
        Plan plan = Plan.of(
                List.of(new Split(
                        BRANCH,
                        List.of(
                                new Part(BRANCH, null, List.of(), List.of(AN)),
                                new Part(part.id(), part, List.of(), List.of(BINH))))),
                register);
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.steps()).noneMatch(UnitStep.End.class::isInstance);
        assertThat(plan.ways()).containsExactly(new Way(BINH, BRANCH, part.id()));
        assertThat(plan.lines())
                .containsExactly(new UnitStep.Line(List.of(BRANCH), part.id(), UnitStep.Descent.SPIN_OFF));
    }

    // ORG-30
    @Test
    void operationsThatContradictOnOneUnitAreRefused() {
        var end = new End(BRANCH, List.of(), null, null, false, null);
        assertThat(rules(Contradictions.in(List.of(end, end)))).contains("ORG-30");
        assertThat(rules(Contradictions.in(List.of(end, new Rename(BRANCH, "Mới")))))
                .contains("ORG-30");
        assertThat(rules(Contradictions.in(List.of(end, new RePlace(List.of(ALONE), BRANCH)))))
                .contains("ORG-30");
        assertThat(rules(Contradictions.in(List.of(new Rename(BRANCH, "Một"), new Rename(BRANCH, "Hai")))))
                .contains("ORG-30");
        assertThat(rules(Contradictions.in(
                        List.of(new RePlace(List.of(BRANCH), OTHER), new RePlace(List.of(BRANCH), TOP)))))
                .contains("ORG-30");
        NewUnit made = unit("N", WARD);
        assertThat(rules(Contradictions.in(
                        List.of(new Operation.Establish(made, List.of()), new Operation.Establish(made, List.of())))))
                .contains("ORG-30");
        assertThat(Contradictions.in(List.of(new Rename(BRANCH, "Mới"), new RePlace(List.of(BRANCH), OTHER))))
                .isEmpty();
    }

    // ORG-31
    @Test
    void aSplitSaysOfEveryChildWhereItGoesOnce() {
        assertThat(rules(splitWard(List.of(BRANCH), List.of(ALONE)))).isEmpty();
        assertThat(rules(splitWard(List.of(BRANCH), List.of()))).containsExactly("ORG-31");
        assertThat(rules(splitWard(List.of(BRANCH, ALONE), List.of(ALONE)))).containsExactly("ORG-31");
        assertThat(rules(splitWard(List.of(BRANCH, ALONE), List.of(SISTER)))).containsExactly("ORG-31");
    }

    // ORG-32
    @Test
    void aSplitSaysOfEveryMemberWhereToOnce() {
        assertThat(rules(splitBranch(List.of(AN), List.of(BINH)))).isEmpty();
        assertThat(rules(splitBranch(List.of(AN), List.of()))).containsExactly("ORG-32");
        assertThat(rules(splitBranch(List.of(AN, BINH), List.of(BINH)))).containsExactly("ORG-32");
        assertThat(rules(splitBranch(List.of(AN, BINH), List.of(MemberId.next()))))
                .containsExactly("ORG-32");
    }

    // ORG-34
    @Test
    void aMergerJoinsSeveralAndASplitMakesSeveral() {
        NewUnit made = unit("N", WARD);
        assertThat(rules(Contradictions.in(List.of(new Merge(List.of(BRANCH), made.id(), made)))))
                .contains("ORG-34");
        assertThat(rules(Contradictions.in(List.of(new Merge(List.of(BRANCH), ALONE, null)))))
                .isEmpty();
        assertThat(rules(Contradictions.in(List.of(new Merge(List.of(ALONE), ALONE, null)))))
                .contains("ORG-34");
        assertThat(rules(Contradictions.in(
                        List.of(new Split(BRANCH, List.of(new Part(made.id(), made, List.of(), List.of())))))))
                .contains("ORG-34");
    }

    // ORG-35
    @Test
    void aUnitThatEndsHasNoLaterChange() {
        register.changing.add(ALONE);
        var end = new End(ALONE, List.of(), null, null, false, null);
        assertThat(rules(Plan.of(List.of(end), register).refusals())).containsExactly("ORG-35");
        register.changing.clear();
        assertThat(rules(Plan.of(List.of(end), register).refusals())).isEmpty();
    }

    // ORG-36
    @Test
    void aDissolutionRestsOnADecisionOfItsOwnAndAnEndDoesNot() {
        var own = new DecisionText("9-QĐ", "Đảng ủy", LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 1));
        assertThat(rules(Contradictions.in(List.of(new End(ALONE, List.of(), null, null, true, null)))))
                .containsExactly("ORG-36");
        assertThat(rules(Contradictions.in(List.of(new End(ALONE, List.of(), null, null, false, own)))))
                .containsExactly("ORG-36");
        assertThat(Contradictions.in(List.of(new End(ALONE, List.of(), null, null, true, own))))
                .isEmpty();
    }

    private List<RuleViolation> splitWard(List<UnitId> first, List<UnitId> second) {
        NewUnit one = unit("N.1", TOP);
        NewUnit two = unit("N.2", TOP);
        return Plan.of(
                        List.of(new Split(
                                WARD,
                                List.of(
                                        new Part(one.id(), one, first, List.of()),
                                        new Part(two.id(), two, second, List.of())))),
                        register)
                .refusals();
    }

    private List<RuleViolation> splitBranch(List<MemberId> first, List<MemberId> second) {
        NewUnit one = unit("N.1", WARD);
        return Plan.of(
                        List.of(new Split(
                                BRANCH,
                                List.of(
                                        new Part(one.id(), one, List.of(), first),
                                        new Part(ALONE, null, List.of(), second)))),
                        register)
                .refusals();
    }

    private static NewUnit unit(String code, UnitId parent) {
        return new NewUnit(
                UnitId.next(), code, "Chi bộ", new UnitStep.Standing("BRANCH", "BRANCH", "RESIDENTIAL"), parent);
    }

    private static List<String> rules(List<RuleViolation> found) {
        return found.stream().map(one -> one.rule().code()).distinct().toList();
    }
}
