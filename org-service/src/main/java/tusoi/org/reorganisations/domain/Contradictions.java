package tusoi.org.reorganisations.domain;

import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_30;
import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_34;
import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_36;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.domain.Operation.ChangeKind;
import tusoi.org.reorganisations.domain.Operation.ChangeStanding;
import tusoi.org.reorganisations.domain.Operation.End;
import tusoi.org.reorganisations.domain.Operation.Establish;
import tusoi.org.reorganisations.domain.Operation.Merge;
import tusoi.org.reorganisations.domain.Operation.Part;
import tusoi.org.reorganisations.domain.Operation.RePlace;
import tusoi.org.reorganisations.domain.Operation.Rename;
import tusoi.org.reorganisations.domain.Operation.Split;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleViolation;

/** What is wrong with operations whatever the register holds: seen when they are drafted. */
public final class Contradictions {
    private enum Use {
        ENDS,
        MOVES,
        IS_NAMED,
        CHANGES_STANDING,
        RECEIVES
    }

    private final Map<UnitId, Set<Use>> uses = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private final List<RuleViolation> found = new ArrayList<>();

    private Contradictions() {}

    /** ORG-30, ORG-34, ORG-36. */
    public static List<RuleViolation> in(List<Operation> operations) {
        Contradictions contradictions = new Contradictions();
        operations.forEach(contradictions::add);
        contradictions.uses.forEach(contradictions::endsAlone);
        return contradictions.found;
    }

    /** The units that end by these operations. */
    static Set<UnitId> ending(List<Operation> operations) {
        Set<UnitId> ending = new HashSet<>();
        for (Operation operation : operations) {
            switch (operation) {
                case Merge merge ->
                    merge.units().stream()
                            .filter(unit -> !unit.equals(merge.into()))
                            .forEach(ending::add);
                case Split split when !livesOn(split) -> ending.add(split.unit());
                case End end -> ending.add(end.unit());
                default -> {}
            }
        }
        return ending;
    }

    static boolean livesOn(Split split) {
        return split.parts().stream().anyMatch(part -> part.into().equals(split.unit()));
    }

    private void add(Operation operation) {
        switch (operation) {
            case Establish establish -> {
                made(establish.unit());
                establish.predecessors().forEach(unit -> use(unit, Use.RECEIVES));
            }
            case Merge merge -> add(merge);
            case Split split -> add(split);
            case RePlace move -> {
                move.units().forEach(unit -> use(unit, Use.MOVES));
                use(move.parent(), Use.RECEIVES);
            }
            case Rename rename -> use(rename.unit(), Use.IS_NAMED);
            case ChangeStanding change -> use(change.unit(), Use.CHANGES_STANDING);
            case ChangeKind change -> use(change.unit(), Use.CHANGES_STANDING);
            case End end -> add(end);
        }
    }

    private void add(Merge merge) {
        long joined = merge.units().stream()
                .filter(unit -> !unit.equals(merge.into()))
                .distinct()
                .count();
        if (joined < (merge.made() == null ? 1 : 2)) {
            refuse(
                    ORG_34,
                    "A merger joins several units",
                    Map.of("into", merge.into().value(), "units", joined));
        }
        merge.units().stream().filter(unit -> !unit.equals(merge.into())).forEach(unit -> use(unit, Use.ENDS));
        if (merge.made() != null) {
            made(merge.made());
        }
        use(merge.into(), Use.RECEIVES);
    }

    private void add(Split split) {
        if (split.parts().stream().map(Part::into).distinct().count() < 2
                || split.parts().stream().map(Part::into).distinct().count()
                        < split.parts().size()) {
            refuse(
                    ORG_34,
                    "A split makes several parts, each named once",
                    Map.of("unit", split.unit().value()));
        }
        if (!livesOn(split)) {
            use(split.unit(), Use.ENDS);
        }
        for (Part part : split.parts()) {
            if (part.made() != null) {
                made(part.made());
            }
            if (!part.into().equals(split.unit())) {
                use(part.into(), Use.RECEIVES);
                part.children().forEach(child -> use(child, Use.MOVES));
            }
        }
    }

    private void add(End end) {
        use(end.unit(), Use.ENDS);
        if (end.measure() != (end.own() != null)) {
            refuse(
                    ORG_36,
                    end.measure()
                            ? "A dissolution has no decision of its own"
                            : "An administrative end rests on the reorganisation's decision",
                    Map.of("unit", end.unit().value()));
        }
        for (UnitId to : end.successors()) {
            use(to, Use.RECEIVES);
        }
        if (end.childrenTo() != null) {
            use(end.childrenTo(), Use.RECEIVES);
        }
        if (end.membersTo() != null) {
            use(end.membersTo(), Use.RECEIVES);
        }
    }

    private void made(Operation.NewUnit unit) {
        if (!codes.add(unit.code().toLowerCase(Locale.ROOT))) {
            refuse(ORG_30, "The code " + unit.code() + " is given twice", Map.of("code", unit.code()));
        }
        use(unit.parent(), Use.RECEIVES);
    }

    private void use(UnitId unit, Use use) {
        boolean isNew = uses.computeIfAbsent(unit, id -> new HashSet<>()).add(use);
        if (!isNew && use != Use.RECEIVES) {
            refuse(ORG_30, "Two operations do the same to one unit: " + use, Map.of("unit", unit.value()));
        }
    }

    private void endsAlone(UnitId unit, Set<Use> together) {
        if (together.contains(Use.ENDS) && together.size() > 1) {
            refuse(
                    ORG_30,
                    "A unit that ends cannot also change or receive anything",
                    Map.of("unit", unit.value(), "uses", together.toString()));
        }
    }

    private void refuse(Rule rule, String why, Map<String, Object> facts) {
        found.add(new RuleViolation(rule, why, facts));
    }
}
