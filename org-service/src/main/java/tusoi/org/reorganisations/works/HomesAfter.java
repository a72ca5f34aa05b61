package tusoi.org.reorganisations.works;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.domain.Plan.Way;
import tusoi.org.units.Homes;

/** Who would be at home where once everybody has gone the way that is planned. */
public class HomesAfter implements Homes {
    private final Homes now;
    private final Map<UnitId, Integer> residents = new HashMap<>();
    private final Map<UnitId, Integer> leaving = new HashMap<>();
    private final Set<UnitId> receiving = new HashSet<>();

    public HomesAfter(Homes now) {
        this.now = now;
    }

    /** A unit of which everybody who is at home there on the effective day or later is known. */
    public void counted(UnitId unit, int members) {
        residents.put(unit, members);
    }

    public void go(List<Way> ways) {
        for (Way way : ways) {
            leaving.merge(way.from(), 1, Integer::sum);
            receiving.add(way.to());
        }
    }

    @Override
    public boolean isHomeDuring(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        if (receiving.contains(unit)) {
            return true;
        }
        Integer known = residents.get(unit);
        return known == null ? now.isHomeDuring(unit, from, to) : known > leaving.getOrDefault(unit, 0);
    }
}
