package tusoi.org.members.balance.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.units.UnitStep;
import tusoi.org.units.domain.DecisionBasis;
import tusoi.org.units.domain.Level;
import tusoi.org.units.domain.OrgUnit;
import tusoi.org.units.domain.Tree;
import tusoi.org.units.domain.UnitChange;
import tusoi.org.units.domain.UnitForm;
import tusoi.org.units.domain.UnitRules;
import tusoi.org.units.domain.UnitState;
import tusoi.org.validity.Timeline;
import tusoi.platform.rules.Decision;

/** Units with every version of them and every line, each with when it was recorded. */
public final class RandomTree {
    static final UnitStep.Standing BRANCH = new UnitStep.Standing("BRANCH", "BRANCH", "RESIDENTIAL");
    static final UnitStep.Standing WARD = new UnitStep.Standing("GRASSROOTS", "PARTY_ORGANISATION", null);

    private final Map<UnitId, List<Version>> versions = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<UnitId, OrgUnit> now = new LinkedHashMap<>();
    private final UnitId root = UnitId.next();

    /** @param unit null where it never was */
    public record Version(int recordedAt, @Nullable OrgUnit unit) {}

    /** @param recordedTo when it was no longer held to be so */
    public record Line(UnitId before, UnitId after, LocalDate on, int recordedAt, int recordedTo) {}

    RandomTree(LocalDate since, int wards, int branches) {
        keep(OrgUnit.root(root, "R", "Gốc", Level.PROVINCE, since), 0);
        for (int i = 0; i < wards; i++) {
            UnitId ward = UnitId.next();
            keep(made(ward, WARD, root, since), 0);
            for (int j = 0; j < branches; j++) {
                keep(made(UnitId.next(), BRANCH, ward, since), 0);
            }
        }
    }

    private static OrgUnit made(UnitId id, UnitStep.Standing standing, UnitId parent, LocalDate since) {
        return new OrgUnit(id, id.toString(), Timeline.from(since, state(standing, parent)));
    }

    private static UnitState state(UnitStep.Standing standing, UnitId parent) {
        return new UnitState(
                "Đơn vị", Level.valueOf(standing.level()), UnitForm.valueOf(standing.form()), standing.kind(), parent);
    }

    public UnitId root() {
        return root;
    }

    public Map<UnitId, List<Version>> versions() {
        return versions;
    }

    public List<Line> lines() {
        return lines;
    }

    /** All that were ever known. */
    List<UnitId> ever() {
        return List.copyOf(versions.keySet());
    }

    List<UnitId> living(UnitForm form, LocalDate on) {
        return now.values().stream()
                .filter(unit ->
                        unit.states().on(on).filter(held -> held.form() == form).isPresent())
                .map(OrgUnit::id)
                .filter(unit -> !unit.equals(root))
                .toList();
    }

    Optional<OrgUnit> unit(UnitId id) {
        return Optional.ofNullable(now.get(id));
    }

    int versionOf(UnitId id) {
        return versions.getOrDefault(id, List.of()).size();
    }

    void keep(OrgUnit unit, int recordedAt) {
        versions.computeIfAbsent(unit.id(), id -> new ArrayList<>()).add(new Version(recordedAt, unit));
        now.put(unit.id(), unit);
    }

    /** The tree with these units as they were at those versions; empty where one would stand under what does not live. */
    Optional<Draft> back(Map<UnitId, Integer> versionsBefore, LocalDate day) {
        Draft draft = new Draft(day, (unit, from, to) -> false);
        versionsBefore.forEach((id, version) -> {
            if (version > 0) {
                draft.changed.put(
                        id,
                        Objects.requireNonNull(Objects.requireNonNull(versions.get(id))
                                .get(version - 1)
                                .unit()));
            } else {
                draft.gone.add(id);
            }
        });
        boolean fits = draft.changed.values().stream().allMatch(unit -> unit.states().slices().stream()
                .allMatch(slice -> slice.value().parent() == null
                        || UnitRules.misplaced(
                                        unit.id(),
                                        slice.value().standing(),
                                        Objects.requireNonNull(slice.value().parent()),
                                        slice.from(),
                                        slice.to(),
                                        draft)
                                .isEmpty()));
        return fits ? Optional.of(draft) : Optional.empty();
    }

    /** As it was at a version, or never at all at version 0. */
    void restore(UnitId id, int version, int recordedAt) {
        List<Version> all = Objects.requireNonNull(versions.get(id));
        OrgUnit former = version == 0 ? null : all.get(version - 1).unit();
        all.add(new Version(recordedAt, former));
        if (former == null) {
            now.remove(id);
        } else {
            now.put(id, former);
        }
    }

    void link(UnitId before, UnitId after, LocalDate on, int recordedAt) {
        lines.add(new Line(before, after, on, recordedAt, Integer.MAX_VALUE));
    }

    void unlink(int linkedAt, int recordedAt) {
        lines.replaceAll(line -> line.recordedAt() == linkedAt
                ? new Line(line.before(), line.after(), line.on(), linkedAt, recordedAt)
                : line);
    }

    /** A branch that lives on every day of {@code [from, to)}. */
    boolean canBeHome(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return canBeHome(now.get(unit), from, to);
    }

    private static boolean canBeHome(@Nullable OrgUnit unit, LocalDate from, @Nullable LocalDate to) {
        return unit != null
                && unit.states().covers(from, to)
                && unit.states().during(from, to).stream()
                        .allMatch(slice -> slice.value().form() == UnitForm.BRANCH);
    }

    KnownTree at(int knownAt) {
        Map<UnitId, OrgUnit> known = new HashMap<>();
        versions.forEach((id, all) -> {
            OrgUnit latest = null;
            for (Version version : all) {
                latest = version.recordedAt() <= knownAt ? version.unit() : latest;
            }
            if (latest != null) {
                known.put(id, latest);
            }
        });
        List<Line> held = lines.stream()
                .filter(line -> line.recordedAt() <= knownAt && knownAt < line.recordedTo())
                .toList();
        return new KnownUnits(known, held);
    }

    /** Steps of one day tried on the tree, by the rules of units. */
    final class Draft implements Tree {
        private final LocalDate day;
        private final Homes homes;
        private final Map<UnitId, OrgUnit> changed = new LinkedHashMap<>();
        private final Set<UnitId> gone = new HashSet<>();

        interface Homes {
            boolean isHomeDuring(UnitId unit, LocalDate from, @Nullable LocalDate to);
        }

        Draft(LocalDate day, Homes homes) {
            this.day = day;
            this.homes = homes;
        }

        /** False where a rule refuses it. */
        boolean take(UnitStep step) {
            if (decide(step) instanceof Decision.Accepted<OrgUnit, UnitChange>(var unit, var change, var warnings)) {
                changed.put(unit.id(), unit);
                return true;
            }
            return false;
        }

        private Decision<OrgUnit, UnitChange> decide(UnitStep step) {
            DecisionBasis basis = new DecisionBasis("1-QĐ", "Đảng ủy", day, day);
            OrgUnit unit = changed.getOrDefault(step.unit(), now.get(step.unit()));
            if (step instanceof UnitStep.Establish made) {
                return OrgUnit.establish(made.unit(), made.code(), state(made.standing(), made.parent()), basis, this);
            }
            if (unit == null) {
                return OrgUnit.unknown(step.unit(), basis);
            }
            return switch (step) {
                case UnitStep.Place place -> unit.reParent(place.parent(), basis, this);
                case UnitStep.End end -> unit.end(basis, this);
                default -> throw new IllegalArgumentException(step.toString());
            };
        }

        Map<UnitId, OrgUnit> changed() {
            return changed;
        }

        boolean canBeHome(UnitId unit, LocalDate from, @Nullable LocalDate to) {
            return !gone.contains(unit) && RandomTree.canBeHome(changed.getOrDefault(unit, now.get(unit)), from, to);
        }

        /** In the register: a change or an end is recorded for a later day. */
        boolean changesLater(UnitId unit) {
            return unit(unit)
                    .map(stored -> stored.states().last().from().isAfter(day)
                            || stored.states().end() != null)
                    .orElse(false);
        }

        @Override
        public Optional<Timeline<UnitState>> find(UnitId unit) {
            return gone.contains(unit)
                    ? Optional.empty()
                    : Optional.ofNullable(changed.getOrDefault(unit, now.get(unit)))
                            .map(OrgUnit::states);
        }

        @Override
        public List<UnitId> childrenDuring(UnitId unit, LocalDate from, @Nullable LocalDate to) {
            Map<UnitId, OrgUnit> all = new LinkedHashMap<>(now);
            all.putAll(changed);
            return all.values().stream()
                    .filter(child -> child.states().during(from, to).stream()
                            .anyMatch(slice -> unit.equals(slice.value().parent())))
                    .map(OrgUnit::id)
                    .toList();
        }

        @Override
        public boolean isHomeDuring(UnitId unit, LocalDate from, @Nullable LocalDate to) {
            return homes.isHomeDuring(unit, from, to);
        }
    }
}
