package tusoi.org.units.domain;

import static tusoi.org.units.domain.UnitRules.ORG_01;
import static tusoi.org.units.domain.UnitRules.ORG_04;
import static tusoi.org.units.domain.UnitRules.ORG_05;
import static tusoi.org.units.domain.UnitRules.ORG_06;
import static tusoi.org.units.domain.UnitRules.ORG_07;
import static tusoi.org.units.domain.UnitRules.ORG_08;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.units.domain.UnitRules.Breach;
import tusoi.org.validity.Slice;
import tusoi.org.validity.Timeline;
import tusoi.platform.rules.Decision;

/** A unit with all its states over valid time; each operation answers it as changed, or refuses. */
public record OrgUnit(UnitId id, String code, Timeline<UnitState> states) {

    /** ORG-01, ORG-02, ORG-06; ORG-07 and ORG-08 warn. */
    public static Decision<OrgUnit, UnitChange> establish(
            UnitId id, String code, UnitState state, DecisionBasis basis, Tree tree) {
        LocalDate from = basis.effectiveOn();
        UnitId parent = state.parent();
        if (parent == null) {
            return Decision.refused(ORG_01, "A unit other than the root has a parent", Map.of("code", code));
        }
        Optional<Breach> breach = UnitRules.misfit(state.standing())
                .or(() -> UnitRules.misplaced(id, state.standing(), parent, from, null, tree));
        return answer(breach, new OrgUnit(id, code, Timeline.from(from, state)), UnitChange.ESTABLISHED, basis)
                .warnUnless(
                        UnitRules.standsHigher(parent, state.level(), from, null, tree),
                        ORG_07,
                        "The parent is not on a higher level",
                        Map.of("level", state.level()));
    }

    /** The one unit without a parent; made when a register begins. */
    public static OrgUnit root(UnitId id, String code, String name, Level level, LocalDate since) {
        return new OrgUnit(
                id, code, Timeline.from(since, new UnitState(name, level, UnitForm.PARTY_ORGANISATION, null, null)));
    }

    /** ORG-04: what is not there cannot change. */
    public static Decision<OrgUnit, UnitChange> unknown(UnitId id, DecisionBasis basis) {
        return Decision.refused(
                ORG_04, "There is no such unit", Map.of("unit", id.value(), "effectiveOn", basis.effectiveOn()));
    }

    public Decision<OrgUnit, UnitChange> rename(String name, DecisionBasis basis) {
        return alter(UnitChange.RENAMED, basis, UnitState::name, state -> state.named(name));
    }

    /** ORG-01, ORG-02, ORG-06 for each day under the new parent; ORG-07 warns. */
    public Decision<OrgUnit, UnitChange> reParent(UnitId parent, DecisionBasis basis, Tree tree) {
        LocalDate from = basis.effectiveOn();
        if (states.on(from).map(state -> state.parent() == null).orElse(false)) {
            return Decision.refused(ORG_01, "The root has no parent", Map.of("unit", id.value()));
        }
        if (states.on(from).isEmpty()) {
            return notAlive(basis);
        }
        LocalDate until = states.nextChangeAfter(from, UnitState::parent);
        for (Slice<UnitState> slice : states.during(from, until)) {
            LocalDate start = slice.from().isAfter(from) ? slice.from() : from;
            LocalDate end = slice.to() == null || (until != null && until.isBefore(slice.to())) ? until : slice.to();
            Optional<Breach> breach = UnitRules.misplaced(id, slice.value().standing(), parent, start, end, tree);
            if (breach.isPresent()) {
                return refusal(breach.get());
            }
        }
        Level level = states.on(from).map(UnitState::level).orElseThrow();
        return alter(UnitChange.RE_PARENTED, basis, UnitState::parent, state -> state.under(parent))
                .warnUnless(
                        UnitRules.standsHigher(parent, level, from, until, tree),
                        ORG_07,
                        "The new parent is not on a higher level",
                        Map.of("level", level));
    }

    /** ORG-06 for the unit, its parent and what is under it; ORG-07 warns. */
    public Decision<OrgUnit, UnitChange> changeLevel(UnitState.Standing standing, DecisionBasis basis, Tree tree) {
        LocalDate from = basis.effectiveOn();
        Optional<UnitState> held = states.on(from);
        if (held.isEmpty()) {
            return notAlive(basis);
        }
        LocalDate until = states.nextChangeAfter(from, UnitState::standing);
        Optional<Breach> breach = UnitRules.misfit(standing)
                .or(() -> housesWhatItMust(standing, from, until, tree))
                .or(() -> states.during(from, until).stream()
                        .map(slice -> slice.value().parent())
                        .filter(parent -> parent != null)
                        .distinct()
                        .flatMap(parent ->
                                UnitRules.misplaced(id, standing, parent, from, from.plusDays(1), tree).stream())
                        .findFirst());
        if (breach.isPresent()) {
            return refusal(breach.get());
        }
        UnitId parent = held.get().parent();
        return alter(UnitChange.LEVEL_CHANGED, basis, UnitState::standing, state -> state.at(standing))
                .warnUnless(
                        parent == null || UnitRules.standsHigher(parent, standing.level(), from, until, tree),
                        ORG_07,
                        "The parent is not on a higher level",
                        Map.of("level", standing.level()));
    }

    /** ORG-06: only a branch has a kind. */
    public Decision<OrgUnit, UnitChange> changeKind(String kind, DecisionBasis basis) {
        Optional<UnitState> held = states.on(basis.effectiveOn());
        if (held.isPresent() && held.get().form() != UnitForm.BRANCH) {
            return Decision.refused(ORG_06, "Only a branch has a kind", Map.of("kind", kind));
        }
        return alter(UnitChange.KIND_CHANGED, basis, UnitState::kind, state -> state.ofKind(kind));
    }

    /** ORG-05: nothing is under it or at home in it from the day on. */
    public Decision<OrgUnit, UnitChange> end(DecisionBasis basis, Tree tree) {
        return endAs(UnitChange.ENDED, basis, tree);
    }

    /** ORG-05: giải tán, a measure of discipline; what was in it has moved before, as at an administrative end. */
    public Decision<OrgUnit, UnitChange> dissolve(DecisionBasis basis, Tree tree) {
        return endAs(UnitChange.DISSOLVED, basis, tree);
    }

    private Decision<OrgUnit, UnitChange> endAs(UnitChange way, DecisionBasis basis, Tree tree) {
        LocalDate day = basis.effectiveOn();
        if (!day.isAfter(states.start()) || states.on(day).isEmpty()) {
            return notAlive(basis);
        }
        if (states.on(day).orElseThrow().parent() == null) {
            return Decision.refused(ORG_05, "The root cannot end", Map.of("unit", id.value()));
        }
        List<UnitId> children = tree.childrenDuring(id, day, null);
        if (!children.isEmpty()) {
            return Decision.refused(
                    ORG_05,
                    children.size() + " units are still under it",
                    Map.of("children", children.size(), "on", day));
        }
        if (tree.isHomeDuring(id, day, null)) {
            return Decision.refused(ORG_05, "Members are still at home in it", Map.of("on", day));
        }
        return answer(Optional.empty(), new OrgUnit(id, code, states.endOn(day)), way, basis);
    }

    private Optional<Breach> housesWhatItMust(
            UnitState.Standing standing, LocalDate from, @Nullable LocalDate until, Tree tree) {
        boolean becomesBranch = standing.form() == UnitForm.BRANCH;
        boolean groupsOnly = tree.childrenDuring(id, from, until).stream()
                .map(child -> tree.find(child).orElseThrow())
                .flatMap(child -> child.during(from, until).stream())
                .allMatch(slice -> (slice.value().level() == Level.PARTY_GROUP) == becomesBranch);
        if (!groupsOnly) {
            return UnitRules.breach(
                    ORG_06,
                    "What is under it cannot stand under a " + standing.form(),
                    Map.of("form", standing.form()));
        }
        if (!becomesBranch && tree.isHomeDuring(id, from, until)) {
            return UnitRules.breach(ORG_06, "Members are at home in it: only a branch is a home", Map.of("on", from));
        }
        return Optional.empty();
    }

    private <A extends @Nullable Object> Decision<OrgUnit, UnitChange> alter(
            UnitChange change, DecisionBasis basis, Function<UnitState, A> attribute, UnaryOperator<UnitState> set) {
        if (states.on(basis.effectiveOn()).isEmpty()) {
            return notAlive(basis);
        }
        Timeline<UnitState> changed = states.change(basis.effectiveOn(), attribute, set);
        if (changed.equals(states)) {
            return Decision.refused(ORG_04, "It is so already", Map.of("effectiveOn", basis.effectiveOn()));
        }
        return answer(Optional.empty(), new OrgUnit(id, code, changed), change, basis);
    }

    private Decision<OrgUnit, UnitChange> notAlive(DecisionBasis basis) {
        return Decision.refused(
                ORG_04,
                "The unit does not live on " + basis.effectiveOn(),
                Map.of("effectiveOn", basis.effectiveOn(), "establishedOn", states.start()));
    }

    private static Decision<OrgUnit, UnitChange> answer(
            Optional<Breach> breach, OrgUnit changed, UnitChange change, DecisionBasis basis) {
        if (breach.isPresent()) {
            return refusal(breach.get());
        }
        Decision<OrgUnit, UnitChange> accepted = Decision.accepted(changed, change);
        return accepted.warnUnless(
                !basis.signedOn().isAfter(basis.effectiveOn()),
                ORG_08,
                "The decision was signed after the day from which it works",
                Map.of("signedOn", basis.signedOn(), "effectiveOn", basis.effectiveOn()));
    }

    private static Decision<OrgUnit, UnitChange> refusal(Breach breach) {
        return Decision.refused(breach.rule(), breach.why(), breach.facts());
    }
}
