package tusoi.org.members.balance.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Membership;
import tusoi.org.validity.Slice;

/**
 * ORG-71: where a member's days in a unit belong under the tree of one day. An ended unit leads to what it became; where it became
 * several, to the one that the member was in by then. A unit of later days leads back to the member's last home before it, or to what
 * it was made of. Who left before a split, or came after a merger, belongs to all of these together and to none alone.
 */
public final class Placement {
    private final KnownTree tree;
    private final LocalDate day;
    private final Map<Stayed, Set<UnitId>> found = new HashMap<>();

    private record Stayed(MemberId member, UnitId unit) {}

    /** Under the tree of the day, of members as they were known at the tree's instant. */
    public Placement(KnownTree tree, LocalDate day) {
        this.tree = tree;
        this.day = day;
    }

    /** Inside the unit, that one included: wherever it may belong is. */
    public boolean isInside(UnitId asked, MemberHistory member, UnitId unit) {
        Set<UnitId> places = places(member, unit);
        return !places.isEmpty() && places.stream().allMatch(place -> tree.isUnder(place, asked, day));
    }

    /** The unit that lives on the day and is the place; several where no single one is, none where nothing is known of it. */
    public Set<UnitId> places(MemberHistory member, UnitId unit) {
        return found.computeIfAbsent(new Stayed(member.id(), unit), stayed -> {
            Set<UnitId> places = new HashSet<>();
            walk(member, unit, places, new HashSet<>());
            return places;
        });
    }

    private void walk(MemberHistory member, UnitId unit, Set<UnitId> places, Set<UnitId> passed) {
        KnownTree.Life life = tree.life(unit).orElse(null);
        if (life == null || !passed.add(unit)) {
            return;
        }
        if (life.holdsOn(day)) {
            places.add(unit);
            return;
        }
        List<UnitId> next = day.isBefore(life.first()) ? back(member, life) : onward(member, life);
        next.forEach(to -> walk(member, to, places, passed));
    }

    private static List<UnitId> back(MemberHistory member, KnownTree.Life life) {
        @Nullable UnitId home = null;
        for (Slice<Membership> slice : member.slices().slices()) {
            home = slice.from().isBefore(life.first()) ? slice.value().home() : home;
        }
        return home == null ? life.before() : List.of(home);
    }

    private List<UnitId> onward(MemberHistory member, KnownTree.Life life) {
        LocalDate end = life.end();
        if (end == null || life.after().size() < 2) {
            return life.after();
        }
        Optional<UnitId> home = member.slices().on(end).map(Membership::home);
        return home.flatMap(held -> life.after().stream()
                        .filter(part -> tree.isUnder(held, part, end))
                        .findFirst())
                .map(List::of)
                .orElse(life.after());
    }
}
