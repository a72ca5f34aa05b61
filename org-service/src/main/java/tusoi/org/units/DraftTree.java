package tusoi.org.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.Tree;
import tusoi.org.units.domain.UnitState;
import tusoi.org.units.kept.OrgUnits;
import tusoi.org.units.kept.UnitBulk;
import tusoi.org.validity.Timeline;

/** The tree as it would be: what steps have changed so far, over what is in the register. */
class DraftTree implements Tree {
    private final OrgUnits units;
    private final UnitBulk bulk;
    private final Homes homes;
    private final Map<Span, List<UnitId>> childrenFrom = new HashMap<>();
    private final Map<UnitId, Optional<OrgUnits.Stored>> known = new HashMap<>();
    private final Map<UnitId, OrgUnit> changed = new LinkedHashMap<>();

    DraftTree(OrgUnits units, UnitBulk bulk, Homes homes) {
        this.units = units;
        this.bulk = bulk;
        this.homes = homes;
    }

    /** Reads many units, and who stands under them from the day on, at once: a reorganisation asks for hundreds. */
    void preload(Collection<UnitId> wanted, LocalDate from) {
        Map<UnitId, List<UnitId>> children = bulk.childrenFrom(wanted, from);
        Set<UnitId> all = new HashSet<>(wanted);
        children.values().forEach(all::addAll);
        Map<UnitId, OrgUnits.Stored> found = bulk.load(all);
        all.forEach(unit -> known.put(unit, Optional.ofNullable(found.get(unit))));
        wanted.forEach(unit -> childrenFrom.put(new Span(unit, from), children.getOrDefault(unit, List.of())));
    }

    private record Span(UnitId unit, LocalDate from) {}

    /** As it is in the register. */
    Optional<OrgUnits.Stored> stored(UnitId unit) {
        return known.computeIfAbsent(unit, units::load);
    }

    Optional<OrgUnit> unit(UnitId unit) {
        OrgUnit now = changed.get(unit);
        return now != null ? Optional.of(now) : stored(unit).map(OrgUnits.Stored::unit);
    }

    void put(OrgUnit unit) {
        changed.put(unit.id(), unit);
    }

    boolean isCodeTaken(String code) {
        return units.isCodeTaken(code)
                || changed.values().stream().anyMatch(unit -> unit.code().equalsIgnoreCase(code));
    }

    void remove(UnitId unit) {
        changed.remove(unit);
        known.put(unit, Optional.empty());
    }

    @Override
    public Optional<Timeline<UnitState>> find(UnitId unit) {
        return unit(unit).map(OrgUnit::states);
    }

    @Override
    public List<UnitId> childrenDuring(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        List<UnitId> children = new ArrayList<>();
        for (UnitId child : kept(unit, from, to)) {
            if (!changed.containsKey(child) && stored(child).isPresent()) {
                children.add(child);
            }
        }
        changed.forEach((id, child) -> {
            if (child.states().during(from, to).stream()
                    .anyMatch(slice -> unit.equals(slice.value().parent()))) {
                children.add(id);
            }
        });
        return children;
    }

    private List<UnitId> kept(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        List<UnitId> preloaded = to == null ? childrenFrom.get(new Span(unit, from)) : null;
        return preloaded != null ? preloaded : units.childrenDuring(unit, from, to);
    }

    @Override
    public boolean isHomeDuring(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return homes.isHomeDuring(unit, from, to);
    }
}
