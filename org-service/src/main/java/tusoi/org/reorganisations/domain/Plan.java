package tusoi.org.reorganisations.domain;

import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_31;
import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_32;
import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_35;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.domain.Operation.End;
import tusoi.org.reorganisations.domain.Operation.Merge;
import tusoi.org.reorganisations.domain.Operation.Part;
import tusoi.org.reorganisations.domain.Operation.Split;
import tusoi.org.units.DecisionText;
import tusoi.org.units.UnitStep;
import tusoi.org.units.UnitStep.Descent;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleViolation;

/**
 * What operations come to on the register as it is: steps on units in the order in which they can be done, ends last and from
 * below, and a way for each member of a unit that ends or splits.
 */
public final class Plan {
    private final Register register;
    private final Set<UnitId> ending;
    private final Set<UnitId> placedApart = new HashSet<>();
    private final List<UnitStep> steps = new ArrayList<>();
    private final Map<UnitId, @Nullable DecisionText> ends = new LinkedHashMap<>();
    private final List<UnitStep.Line> lines = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<RuleViolation> refusals = new ArrayList<>();

    /** A member goes from one home to another. */
    public record Way(MemberId member, UnitId from, UnitId to) {}

    private Plan(List<Operation> operations, Register register) {
        this.register = register;
        this.ending = Contradictions.ending(operations);
        for (Operation operation : operations) {
            if (operation instanceof Operation.RePlace move) {
                placedApart.addAll(move.units());
            }
        }
    }

    /** ORG-31, ORG-32, ORG-35; the operations have no {@link Contradictions}. */
    public static Plan of(List<Operation> operations, Register register) {
        Plan plan = new Plan(operations, register);
        operations.forEach(plan::add);
        plan.addEnds();
        return plan;
    }

    /** The units that end by these operations. */
    public static Set<UnitId> ending(List<Operation> operations) {
        return Contradictions.ending(operations);
    }

    /** The units that operations name and that are there before them, in the order in which they are named. */
    public static List<UnitId> named(List<Operation> operations) {
        return Names.of(operations);
    }

    public List<UnitStep> steps() {
        return steps;
    }

    public List<UnitStep.Line> lines() {
        return lines;
    }

    public List<Way> ways() {
        return ways;
    }

    public List<RuleViolation> refusals() {
        return refusals;
    }

    private void add(Operation operation) {
        switch (operation) {
            case Operation.Establish establish -> {
                steps.add(establish.unit().step());
                line(establish.predecessors(), establish.unit().id(), Descent.FOUNDING);
            }
            case Merge merge -> add(merge);
            case Split split -> add(split);
            case Operation.RePlace move ->
                move.units().forEach(unit -> steps.add(new UnitStep.Place(unit, move.parent())));
            case Operation.Rename rename -> steps.add(new UnitStep.Rename(rename.unit(), rename.name()));
            case Operation.ChangeStanding change ->
                steps.add(new UnitStep.ChangeStanding(change.unit(), change.standing()));
            case Operation.ChangeKind change -> steps.add(new UnitStep.ChangeKind(change.unit(), change.kind()));
            case End end -> add(end);
        }
    }

    private void add(Merge merge) {
        if (merge.made() != null) {
            steps.add(merge.made().step());
        }
        List<UnitId> joined = merge.units().stream()
                .filter(unit -> !unit.equals(merge.into()))
                .toList();
        for (UnitId unit : joined) {
            placeAll(unit, merge.into());
            moveAll(unit, merge.into());
            ends.put(unit, null);
        }
        line(joined, merge.into(), Descent.MERGE);
    }

    private void add(Split split) {
        for (Part part : split.parts()) {
            if (part.made() != null) {
                steps.add(part.made().step());
            }
        }
        placeAsSaid(split);
        moveAsSaid(split);
        boolean livesOn = Contradictions.livesOn(split);
        for (Part part : split.parts()) {
            if (!part.into().equals(split.unit())) {
                line(List.of(split.unit()), part.into(), livesOn ? Descent.SPIN_OFF : Descent.SPLIT);
            }
        }
        if (!livesOn) {
            ends.put(split.unit(), null);
        }
    }

    private void placeAsSaid(Split split) {
        Set<UnitId> open = new HashSet<>(mine(split.unit()));
        for (Part part : split.parts()) {
            for (UnitId child : part.children()) {
                if (!open.remove(child)) {
                    refuse(ORG_31, "Not under the unit, or said twice", split.unit(), "child", child.value());
                } else if (!part.into().equals(split.unit())) {
                    steps.add(new UnitStep.Place(child, part.into()));
                }
            }
        }
        if (!open.isEmpty()) {
            refuse(
                    ORG_31,
                    open.size() + " units under it have no destination",
                    split.unit(),
                    "children",
                    open.stream().map(UnitId::value).toList());
        }
    }

    private void moveAsSaid(Split split) {
        Set<MemberId> open = new HashSet<>(register.residentsOf(split.unit()));
        for (Part part : split.parts()) {
            for (MemberId member : part.members()) {
                if (!open.remove(member)) {
                    refuse(ORG_32, "Not at home in the unit, or said twice", split.unit(), "member", member.value());
                } else if (!part.into().equals(split.unit())) {
                    ways.add(new Way(member, split.unit(), part.into()));
                }
            }
        }
        if (!open.isEmpty()) {
            refuse(ORG_32, open.size() + " members have no destination", split.unit(), "members", open.size());
        }
    }

    private void add(End end) {
        if (end.childrenTo() != null) {
            placeAll(end.unit(), end.childrenTo());
        }
        if (end.membersTo() != null) {
            moveAll(end.unit(), end.membersTo());
        }
        end.successors().forEach(successor -> line(List.of(end.unit()), successor, Descent.SUCCESSION));
        ends.put(end.unit(), end.own());
    }

    private void placeAll(UnitId from, UnitId to) {
        mine(from).forEach(child -> steps.add(new UnitStep.Place(child, to)));
    }

    /** Those under the unit of which no operation of their own says what becomes of them. */
    private List<UnitId> mine(UnitId unit) {
        return register.childrenOf(unit).stream()
                .filter(child -> !ending.contains(child) && !placedApart.contains(child))
                .toList();
    }

    private void moveAll(UnitId from, UnitId to) {
        register.residentsOf(from).forEach(member -> ways.add(new Way(member, from, to)));
    }

    private void line(List<UnitId> predecessors, UnitId successor, Descent kind) {
        if (!predecessors.isEmpty()) {
            lines.add(new UnitStep.Line(predecessors, successor, kind));
        }
    }

    private void addEnds() {
        Map<UnitId, Boolean> done = new HashMap<>();
        List.copyOf(ends.keySet()).forEach(unit -> addEnd(unit, done));
    }

    private void addEnd(UnitId unit, Map<UnitId, Boolean> done) {
        if (done.putIfAbsent(unit, true) != null) {
            return;
        }
        register.childrenOf(unit).stream().filter(ends::containsKey).forEach(child -> addEnd(child, done));
        if (register.changesLater(unit)) {
            refuse(ORG_35, "A change or an end of it is recorded for a later day", unit, "unit", unit.value());
        }
        steps.add(new UnitStep.End(unit, ends.get(unit)));
    }

    private void refuse(Rule rule, String why, UnitId unit, String name, Object fact) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("unit", unit.value());
        facts.put(name, fact);
        refusals.add(new RuleViolation(rule, why, facts));
    }
}
