package tusoi.org.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.UnitId;
import tusoi.org.units.TreeWorks.Written;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.UnitChange;
import tusoi.org.units.domain.UnitRules;
import tusoi.org.units.domain.UnitState;
import tusoi.org.units.kept.Lineage;
import tusoi.org.units.kept.OrgUnits;
import tusoi.org.units.kept.UnitBulk;
import tusoi.org.units.kept.UnitJournal;
import tusoi.org.units.kept.UnitJournal.Grounds;
import tusoi.org.units.kept.UnitJournal.Version;
import tusoi.org.validity.Slice;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.RuleViolation;

/** Takes back what {@link TreeWorks} wrote: each unit gets one more version, with the days it had before. */
@Component
public class TreeRevocation {
    private final JdbcClient jdbc;
    private final OrgUnits units;
    private final UnitBulk bulk;
    private final Lineage lineage;
    private final UnitJournal journal;

    TreeRevocation(JdbcClient jdbc, OrgUnits units, UnitBulk bulk, Lineage lineage, UnitJournal journal) {
        this.jdbc = jdbc;
        this.units = units;
        this.bulk = bulk;
        this.lineage = lineage;
        this.journal = journal;
    }

    /** Units changed again since, among those that were written. */
    public List<UnitId> changedSince(List<Written> written) {
        return written.stream()
                .filter(unit -> units.load(unit.unit())
                        .map(stored -> stored.version() != unit.version())
                        .orElse(true))
                .map(Written::unit)
                .toList();
    }

    /** Units that stand under one of the founded ones by now, other than those written with them. */
    public List<UnitId> broughtUnder(List<Written> written) {
        List<UnitId> own = written.stream().map(Written::unit).toList();
        return written.stream()
                .filter(unit -> unit.before() == 0)
                .flatMap(unit -> units.childrenDuring(unit.unit(), LocalDate.of(1, 1, 1), null).stream())
                .filter(child -> !own.contains(child))
                .distinct()
                .toList();
    }

    /** Within the transaction that holds the tree's lock, once nothing rests on it; 422 where the tree would break. */
    public void revoke(List<Written> written, DecisionText decision, UUID reorganisation, Instant recordedAt) {
        DraftTree tree = new DraftTree(units, bulk, (unit, from, to) -> false);
        List<Version> versions = new ArrayList<>();
        for (Written one : written) {
            OrgUnits.Stored now = units.load(one.unit()).orElseThrow();
            OrgUnit before = one.before() == 0
                    ? now.unit()
                    : new OrgUnit(one.unit(), now.unit().code(), units.statesAt(one.unit(), one.before()));
            if (one.before() == 0) {
                tree.remove(one.unit());
            } else {
                tree.put(before);
            }
            versions.add(new Version(before, now.unit(), change(one), List.of(), one.version() + 1, true));
        }
        versions.stream().filter(version -> !version.neverWas()).forEach(version -> mustFit(version.unit(), tree));
        bulk.raise(versions.stream().map(TreeRevocation::raise).toList(), recordedAt);
        lineage.revoke(reorganisation, recordedAt);
        journal.write(versions, new Grounds(decision.basis(), Overrides.NONE, reorganisation, recordedAt));
    }

    private static UnitBulk.Raise raise(Version version) {
        String end = version.neverWas() ? "REVOKED" : UnitBulk.LIVES_ON;
        boolean ended =
                version.neverWas() || version.change() == UnitChange.ENDED || version.change() == UnitChange.DISSOLVED;
        return new UnitBulk.Raise(version.unit().id(), version.number(), ended ? end : null);
    }

    private static void mustFit(OrgUnit unit, DraftTree tree) {
        for (Slice<UnitState> slice : unit.states().slices()) {
            UnitId parent = slice.value().parent();
            Optional<UnitRules.Breach> breach = parent == null
                    ? Optional.empty()
                    : UnitRules.misplaced(unit.id(), slice.value().standing(), parent, slice.from(), slice.to(), tree);
            breach.ifPresent(found -> {
                throw new RuleViolation(found.rule(), found.why(), found.facts());
            });
        }
    }

    private UnitChange change(Written written) {
        return UnitChange.valueOf(jdbc.sql("select change from org.unit_decision where unit_id = ? and version = ?")
                .params(written.unit().value(), written.version())
                .query(String.class)
                .single());
    }
}
