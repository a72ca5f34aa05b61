package tusoi.org.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.UnitId;
import tusoi.org.units.UnitCommand.ChangeKind;
import tusoi.org.units.UnitCommand.ChangeLevel;
import tusoi.org.units.UnitCommand.ChangeUnit;
import tusoi.org.units.UnitCommand.EndUnit;
import tusoi.org.units.UnitCommand.EstablishUnit;
import tusoi.org.units.UnitCommand.ReParentUnit;
import tusoi.org.units.UnitCommand.RenameUnit;
import tusoi.org.units.domain.DecisionBasis;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.UnitChange;
import tusoi.org.units.kept.Lineage;
import tusoi.org.units.kept.Lineage.Since;
import tusoi.org.units.kept.OrgUnits;
import tusoi.org.units.kept.UnitJournal;
import tusoi.org.units.kept.UnitJournal.Grounds;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.TransactionClock;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** One transaction per command: scope, the tree's lock, the rules, then version, decision, audit and event. */
@Component
public class UnitCommandHandler {
    private final Scope scope;
    private final OrgUnits units;
    private final Lineage lineage;
    private final UnitJournal journal;
    private final TransactionClock clock;
    private final List<EndsWithUnit> followers;

    UnitCommandHandler(
            Scope scope,
            OrgUnits units,
            Lineage lineage,
            UnitJournal journal,
            TransactionClock clock,
            List<EndsWithUnit> followers) {
        this.followers = List.copyOf(followers);
        this.scope = scope;
        this.units = units;
        this.lineage = lineage;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    UnitId handle(EstablishUnit command) {
        UnitId parent = command.state().parent();
        if (parent != null) {
            scope.require(Right.UNIT_WRITE, parent.value());
        }
        command.predecessors().forEach(unit -> scope.require(Right.UNIT_WRITE, unit));
        units.lockTree();
        UnitId id = UnitId.next();
        Accepted<OrgUnit, UnitChange> accepted = OrgUnit.establish(
                        id, command.code(), command.state(), command.basis(), units)
                .orThrow(command.overrides());
        Instant recordedAt = clock.recordedAt();
        units.add(accepted.state(), recordedAt);
        Since since = new Since(command.basis().effectiveOn(), UnitStep.Descent.FOUNDING, null, recordedAt);
        lineage.link(command.predecessors(), List.of(id.value()), since);
        write(accepted, null, 1, new Grounds(command.basis(), command.overrides(), null, recordedAt));
        return id;
    }

    @Transactional
    void handle(ChangeUnit command) {
        scope.require(Right.UNIT_WRITE, command.unit().value());
        requireOthers(command);
        units.lockTree();
        OrgUnits.Stored stored = units.lock(command.unit());
        command.expected().mustBe(stored.version());
        Accepted<OrgUnit, UnitChange> accepted = decide(stored.unit(), command).orThrow(command.overrides());
        if (command instanceof EndUnit end) {
            followers.forEach(
                    follower -> follower.unitEnds(end.unit(), end.basis().effectiveOn()));
        }
        Instant recordedAt = clock.recordedAtAfter(stored.recordedAt());
        long version = stored.version() + 1;
        units.raise(command.unit(), version, recordedAt);
        if (command instanceof EndUnit end) {
            Since since = new Since(end.basis().effectiveOn(), UnitStep.Descent.SUCCESSION, null, recordedAt);
            lineage.link(List.of(end.unit().value()), end.successors(), since);
            units.setEnd(end.unit(), "ADMINISTRATIVE");
        }
        write(accepted, stored.unit(), version, new Grounds(command.basis(), command.overrides(), null, recordedAt));
    }

    /** Makes the root of an empty register; does nothing where there is a unit already. For the first start alone. */
    @Transactional
    public boolean establishRoot(UnitId id, String code, String name, RootLevel level, LocalDate since) {
        units.lockTree();
        if (!units.isEmpty()) {
            return false;
        }
        OrgUnit root = OrgUnit.root(id, code, name, level.level(), since);
        Instant recordedAt = clock.recordedAt();
        units.add(root, recordedAt);
        Decision<OrgUnit, UnitChange> accepted = Decision.accepted(root, UnitChange.ESTABLISHED);
        DecisionBasis basis = new DecisionBasis("0", "Register", since, since);
        write(accepted.orThrow(Overrides.NONE), null, 1, new Grounds(basis, Overrides.NONE, null, recordedAt));
        return true;
    }

    private void write(
            Accepted<OrgUnit, UnitChange> accepted, @Nullable OrgUnit before, long version, Grounds grounds) {
        journal.write(
                new UnitJournal.Version(
                        accepted.state(), before, accepted.event(), accepted.warnings(), version, false),
                grounds);
    }

    private void requireOthers(ChangeUnit command) {
        if (command instanceof ReParentUnit move) {
            scope.require(Right.UNIT_WRITE, move.parent().value());
        }
        if (command instanceof EndUnit end) {
            for (UUID successor : end.successors()) {
                scope.require(Right.UNIT_WRITE, successor);
            }
        }
    }

    private Decision<OrgUnit, UnitChange> decide(OrgUnit unit, ChangeUnit command) {
        return switch (command) {
            case RenameUnit rename -> unit.rename(rename.name(), rename.basis());
            case ReParentUnit move -> unit.reParent(move.parent(), move.basis(), units);
            case ChangeLevel change -> unit.changeLevel(change.standing(), change.basis(), units);
            case ChangeKind change -> unit.changeKind(change.kind(), change.basis());
            case EndUnit end -> unit.end(end.basis(), units);
        };
    }
}
