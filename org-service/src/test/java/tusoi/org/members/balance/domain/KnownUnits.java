package tusoi.org.members.balance.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tusoi.org.ids.UnitId;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.UnitState;
import tusoi.org.validity.Slice;

/** The tree as known at one instant. */
record KnownUnits(Map<UnitId, OrgUnit> units, List<RandomTree.Line> lines) implements KnownTree {
    @Override
    public Optional<Life> life(UnitId id) {
        return Optional.ofNullable(units.get(id)).map(unit -> {
            LocalDate first = unit.states().start();
            LocalDate end = unit.states().end();
            List<UnitId> before = lines.stream()
                    .filter(line -> line.after().equals(id) && line.on().equals(first))
                    .map(RandomTree.Line::before)
                    .toList();
            List<UnitId> after = lines.stream()
                    .filter(line -> line.before().equals(id) && line.on().equals(end))
                    .map(RandomTree.Line::after)
                    .toList();
            return new Life(
                    first,
                    end,
                    before.isEmpty() ? parent(unit.states().slices().getFirst()) : before,
                    after.isEmpty() ? parent(unit.states().last()) : after);
        });
    }

    private static List<UnitId> parent(Slice<UnitState> slice) {
        UnitId parent = slice.value().parent();
        return parent == null ? List.of() : List.of(parent);
    }

    @Override
    public boolean isUnder(UnitId unit, UnitId superior, LocalDate day) {
        UnitId at = unit;
        for (int depth = 0; at != null; depth++) {
            UnitState held = Optional.ofNullable(units.get(at))
                    .flatMap(found -> found.states().on(day))
                    .orElse(null);
            if (held == null || depth > units.size()) {
                return false;
            }
            if (at.equals(superior)) {
                return true;
            }
            at = held.parent();
        }
        return false;
    }
}
