package tusoi.org.units.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.validity.Slice;
import tusoi.org.validity.Timeline;
import tusoi.platform.rules.Rule;

/** What must hold on every day of the tree. */
public final class UnitRules {
    /** The tree has no cycle on any day, and each unit but the root one parent. */
    public static final Rule ORG_01 = new Rule("ORG-01");
    /** A parent is alive on every day of its child. */
    public static final Rule ORG_02 = new Rule("ORG-02");
    /** A code belongs to one unit of the installation, ended ones included. */
    public static final Rule ORG_03 = new Rule("ORG-03");
    /** A change works on a day on which the unit lives, and changes something. */
    public static final Rule ORG_04 = new Rule("ORG-04");
    /** Only an empty unit ends administratively: what is under it or at home in it moves first. */
    public static final Rule ORG_05 = new Rule("ORG-05");
    /** Level, form and kind fit together; a branch has nothing under it but party groups (Điều lệ Đ21, Đ24). */
    public static final Rule ORG_06 = new Rule("ORG-06");
    /** A parent stands on a higher level; to be answered for, as the levels themselves are reformed. */
    public static final Rule ORG_07 = new Rule("ORG-07");
    /** A decision is signed before it works; to be answered for where it is not. */
    public static final Rule ORG_08 = new Rule("ORG-08");

    private UnitRules() {}

    /** A rule that is broken, why, and by which facts. */
    public record Breach(Rule rule, String why, Map<String, Object> facts) {}

    /** ORG-06 for the unit alone. */
    static Optional<Breach> misfit(UnitState.Standing standing) {
        boolean branch = standing.form() == UnitForm.BRANCH;
        boolean levelNeedsBranch = standing.level() == Level.BRANCH || standing.level() == Level.PARTY_GROUP;
        boolean levelAllowsBranch = levelNeedsBranch || standing.level() == Level.GRASSROOTS;
        if (branch ? !levelAllowsBranch : levelNeedsBranch) {
            return breach(
                    UnitRules.ORG_06,
                    "A unit of form " + standing.form() + " cannot be of level " + standing.level(),
                    Map.of("level", standing.level(), "form", standing.form()));
        }
        if (!branch && standing.kind() != null) {
            return breach(ORG_06, "Only a branch has a kind", Map.of("kind", standing.kind()));
        }
        return Optional.empty();
    }

    /** ORG-01, ORG-02 and ORG-06 for each day of {@code [from, to)} on which the unit would stand under the parent. */
    public static Optional<Breach> misplaced(
            UnitId unit,
            UnitState.Standing standing,
            UnitId parent,
            LocalDate from,
            @Nullable LocalDate to,
            Tree tree) {
        Timeline<UnitState> above = tree.find(parent).orElse(null);
        if (above == null || !above.covers(from, to)) {
            return breach(
                    ORG_02,
                    "The parent does not live on every day from " + from,
                    Map.of("parent", parent.value(), "from", from));
        }
        if (parent.equals(unit) || isUnder(parent, unit, from, to, tree, new HashSet<>())) {
            return breach(
                    ORG_01,
                    "The parent is the unit itself or under it",
                    Map.of("parent", parent.value(), "from", from));
        }
        boolean group = standing.level() == Level.PARTY_GROUP;
        for (Slice<UnitState> slice : above.during(from, to)) {
            if ((slice.value().form() == UnitForm.BRANCH) != group) {
                return breach(
                        ORG_06,
                        group
                                ? "A party group stands under a branch"
                                : "A branch has nothing under it but party groups",
                        Map.of("parent", parent.value(), "on", slice.from()));
            }
        }
        return Optional.empty();
    }

    /** ORG-07: false where on some day the parent is not on a higher level. */
    static boolean standsHigher(UnitId parent, Level level, LocalDate from, @Nullable LocalDate to, Tree tree) {
        return tree.find(parent).stream()
                .flatMap(above -> above.during(from, to).stream())
                .allMatch(slice -> slice.value().level().isAbove(level));
    }

    private static boolean isUnder(
            UnitId unit, UnitId above, LocalDate from, @Nullable LocalDate to, Tree tree, Set<Step> seen) {
        if (!seen.add(new Step(unit, from, to))) {
            return false;
        }
        List<Slice<UnitState>> slices =
                tree.find(unit).map(states -> states.during(from, to)).orElse(List.of());
        return slices.stream().filter(slice -> slice.value().parent() != null).anyMatch(slice -> {
            UnitId parent = Objects.requireNonNull(slice.value().parent());
            return parent.equals(above)
                    || isUnder(parent, above, later(from, slice.from()), earlier(to, slice.to()), tree, seen);
        });
    }

    static Optional<Breach> breach(Rule rule, String why, Map<String, Object> facts) {
        return Optional.of(new Breach(rule, why, facts));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private record Step(
            UnitId unit, LocalDate from, @Nullable LocalDate to) {}
}
