package tusoi.org.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.units.domain.DecisionBasis;
import tusoi.org.units.domain.Level;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.UnitChange;
import tusoi.org.units.domain.UnitForm;
import tusoi.org.units.domain.UnitRules;
import tusoi.org.units.domain.UnitState;
import tusoi.org.units.kept.OrgUnits;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.rules.Warning;

/** Steps of one decision tried on the tree, each on what those before it made. Nothing is written by it. */
public final class TreeDraft {
    private final DecisionBasis basis;
    private final DraftTree tree;
    private final Map<UnitId, Changed> changed = new LinkedHashMap<>();
    private final List<UnitStep.Line> lines = new ArrayList<>();

    TreeDraft(DecisionText decision, DraftTree tree) {
        this.basis = decision.basis();
        this.tree = tree;
    }

    /** What steps did to one unit. The last in the order of {@link UnitChange} names the version: an end before a move. */
    static final class Changed {
        final EnumMap<UnitChange, List<Warning>> warningsByChange = new EnumMap<>(UnitChange.class);

        @Nullable
        DecisionText ownDecision;

        UnitChange main() {
            if (warningsByChange.containsKey(UnitChange.ESTABLISHED)) {
                return UnitChange.ESTABLISHED;
            }
            return warningsByChange.keySet().stream()
                    .reduce((one, later) -> later)
                    .orElseThrow();
        }

        List<Warning> warnings() {
            return warningsByChange.values().stream().flatMap(List::stream).toList();
        }
    }

    /** Tries a step; a rule that refuses it is answered, and the step leaves nothing. */
    public Optional<RuleViolation> take(UnitStep step) {
        if (step instanceof UnitStep.Establish made && tree.isCodeTaken(made.code())) {
            String why = "The code " + made.code() + " belongs to another unit";
            return Optional.of(new RuleViolation(UnitRules.ORG_03, why, Map.of("code", made.code())));
        }
        return switch (decide(step)) {
            case Refused<OrgUnit, UnitChange>(var rule, var why, var facts) ->
                Optional.of(new RuleViolation(rule, why, facts));
            case Accepted<OrgUnit, UnitChange>(var unit, var change, var warnings) -> {
                tree.put(unit);
                Changed done = changed.computeIfAbsent(unit.id(), id -> new Changed());
                done.warningsByChange.put(change, warnings);
                if (step instanceof UnitStep.End end && end.dissolution() != null) {
                    done.ownDecision = end.dissolution();
                }
                yield Optional.empty();
            }
        };
    }

    /** Reads these and what is under them at once, where one by one would take long. */
    public void preload(Collection<UnitId> units) {
        tree.preload(units, basis.effectiveOn());
    }

    public void link(UnitStep.Line line) {
        lines.add(line);
    }

    /** Units under this one on the effective day or later, as the steps so far have left them. */
    public List<UnitId> childrenOf(UnitId unit) {
        return tree.childrenDuring(unit, basis.effectiveOn(), null);
    }

    public boolean livesOnTheDay(UnitId unit) {
        return tree.find(unit).flatMap(states -> states.on(basis.effectiveOn())).isPresent();
    }

    /** The unit lives and is a branch on every day of {@code [from, to)}. */
    public boolean canBeHome(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return tree.find(unit)
                .filter(states -> states.covers(from, to))
                .filter(states -> states.during(from, to).stream()
                        .allMatch(slice -> slice.value().form() == UnitForm.BRANCH))
                .isPresent();
    }

    /** A change of the unit is recorded for a day after the effective one, or its end. */
    public boolean changesLater(UnitId unit) {
        return tree.stored(unit)
                .map(stored -> stored.unit().states().last().from().isAfter(basis.effectiveOn())
                        || stored.unit().states().end() != null)
                .orElse(false);
    }

    /** The version it is at in the register; 0 where it is not there. */
    public long versionOf(UnitId unit) {
        return tree.stored(unit).map(OrgUnits.Stored::version).orElse(0L);
    }

    public String codeOf(UnitId unit) {
        return tree.unit(unit).map(OrgUnit::code).orElse("");
    }

    /** What changes, unit by unit, in the order of the steps. */
    public List<Effect> effects() {
        return changed.entrySet().stream()
                .map(entry -> new Effect(
                        entry.getKey(),
                        tree.unit(entry.getKey()).orElseThrow().code(),
                        versionOf(entry.getKey()),
                        entry.getValue().warningsByChange.keySet().stream()
                                .map(UnitChange::name)
                                .toList()))
                .toList();
    }

    public List<Warning> warnings() {
        return changed.values().stream()
                .flatMap(done -> done.warnings().stream())
                .toList();
    }

    /** A unit that changes, its version before, and how. */
    public record Effect(UnitId unit, String code, long version, List<String> changes) {}

    Map<UnitId, Changed> changed() {
        return changed;
    }

    Collection<UnitStep.Line> lines() {
        return lines;
    }

    DraftTree tree() {
        return tree;
    }

    DecisionBasis basis() {
        return basis;
    }

    private Decision<OrgUnit, UnitChange> decide(UnitStep step) {
        if (step instanceof UnitStep.Establish made) {
            return OrgUnit.establish(
                    made.unit(),
                    made.code(),
                    new UnitState(
                            made.name(),
                            Level.valueOf(made.standing().level()),
                            UnitForm.valueOf(made.standing().form()),
                            made.standing().kind(),
                            made.parent()),
                    basis,
                    tree);
        }
        Optional<OrgUnit> found = tree.unit(step.unit());
        if (found.isEmpty()) {
            return OrgUnit.unknown(step.unit(), basis);
        }
        OrgUnit unit = found.get();
        return switch (step) {
            case UnitStep.Establish made -> throw new IllegalStateException("Decided above: " + made.unit());
            case UnitStep.Rename rename -> unit.rename(rename.name(), basis);
            case UnitStep.Place place -> unit.reParent(place.parent(), basis, tree);
            case UnitStep.ChangeStanding change -> unit.changeLevel(standing(change.standing()), basis, tree);
            case UnitStep.ChangeKind change -> unit.changeKind(change.kind(), basis);
            case UnitStep.End end -> end(unit, end);
        };
    }

    private Decision<OrgUnit, UnitChange> end(OrgUnit unit, UnitStep.End end) {
        DecisionText own = end.dissolution();
        return own == null ? unit.end(basis, tree) : unit.dissolve(own.basis(), tree);
    }

    private static UnitState.Standing standing(UnitStep.Standing standing) {
        return new UnitState.Standing(
                Level.valueOf(standing.level()), UnitForm.valueOf(standing.form()), standing.kind());
    }
}
