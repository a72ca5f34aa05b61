package tusoi.org.units;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.ids.UnitId;
import tusoi.org.units.TreeDraft.Changed;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.UnitChange;
import tusoi.org.units.kept.Lineage;
import tusoi.org.units.kept.OrgUnits;
import tusoi.org.units.kept.UnitBulk;
import tusoi.org.units.kept.UnitJournal;
import tusoi.org.units.kept.UnitJournal.Grounds;
import tusoi.org.units.kept.UnitJournal.Version;
import tusoi.platform.rules.Overrides;

/** Many operations on units under one decision: tried on a draft of the tree, then written as one version of each unit. */
@Component
public class TreeWorks {
    private final OrgUnits units;
    private final UnitBulk bulk;
    private final Lineage lineage;
    private final UnitJournal journal;

    TreeWorks(OrgUnits units, UnitBulk bulk, Lineage lineage, UnitJournal journal) {
        this.units = units;
        this.bulk = bulk;
        this.lineage = lineage;
        this.journal = journal;
    }

    /** Until the transaction ends nobody else changes the tree. */
    public void lock() {
        units.lockTree();
    }

    /** Until the transaction ends the tree stays as it is; others may hold it still too. */
    public void holdStill() {
        units.holdTree();
    }

    /** A draft over the tree, which the caller holds still. {@code homes} tells who would be at home where. */
    public TreeDraft draft(DecisionText decision, Homes homes) {
        return new TreeDraft(decision, new DraftTree(units, bulk, homes));
    }

    /** What was written of a unit: the version before, 0 for a new one, and the one it got. */
    public record Written(UnitId unit, long before, long version) {}

    /** Writes what the draft's steps made, within the transaction that holds the tree's lock. 409 where a code is taken. */
    public List<Written> write(TreeDraft draft, UUID reorganisation, Overrides overrides, Instant recordedAt) {
        overrides.mustCover(draft.warnings());
        List<Written> written = new ArrayList<>();
        List<Version> versions = new ArrayList<>();
        List<Version> dissolved = new ArrayList<>();
        List<UnitBulk.Raise> raised = new ArrayList<>();
        for (Map.Entry<UnitId, Changed> entry : draft.changed().entrySet()) {
            Version version = version(draft, entry.getKey(), entry.getValue());
            if (version.before() == null) {
                units.add(version.unit(), recordedAt);
            } else {
                raised.add(new UnitBulk.Raise(entry.getKey(), version.number(), endKind(version.change())));
            }
            (version.change() == UnitChange.DISSOLVED ? dissolved : versions).add(version);
            written.add(new Written(entry.getKey(), version.number() - 1, version.number()));
        }
        bulk.raise(raised, recordedAt);
        for (UnitStep.Line line : draft.lines()) {
            lineage.link(
                    line.predecessors().stream().map(UnitId::value).toList(),
                    List.of(line.successor().value()),
                    new Lineage.Since(draft.basis().effectiveOn(), line.kind(), reorganisation, recordedAt));
        }
        journal.write(versions, new Grounds(draft.basis(), overrides, reorganisation, recordedAt));
        for (Version version : dissolved) {
            DecisionText own =
                    Objects.requireNonNull(draft.changed().get(version.unit().id())).ownDecision;
            journal.write(
                    version, new Grounds(Objects.requireNonNull(own).basis(), overrides, reorganisation, recordedAt));
        }
        return written;
    }

    private static @Nullable String endKind(UnitChange change) {
        return switch (change) {
            case ENDED -> "ADMINISTRATIVE";
            case DISSOLVED -> "DISSOLUTION";
            default -> null;
        };
    }

    private static Version version(TreeDraft draft, UnitId id, Changed changed) {
        OrgUnit before = draft.tree().stored(id).map(OrgUnits.Stored::unit).orElse(null);
        return new Version(
                draft.tree().unit(id).orElseThrow(),
                before,
                changed.main(),
                changed.warnings(),
                draft.versionOf(id) + 1,
                false);
    }
}
