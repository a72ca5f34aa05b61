package tusoi.review.cycles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.platform.ids.Ids;
import tusoi.platform.rules.RuleProfile;
import tusoi.review.contract.ExclusionReason;
import tusoi.review.contract.ReviewId;
import tusoi.review.contract.SubjectId;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;
import tusoi.review.cycles.domain.Cycle;
import tusoi.review.cycles.domain.MemberOnDay;
import tusoi.review.cycles.domain.UnitOnDay;
import tusoi.review.members.MembersOnDay;
import tusoi.review.reviews.SubjectEntries;
import tusoi.review.reviews.SubjectEntries.Entry;
import tusoi.scope.Units;

/** Who stands under the opening unit on the opening day, and in which way each is a subject. */
@Component
class OpeningDay {
    private final Units units;
    private final MembersOnDay members;
    private final SubjectEntries subjects;

    OpeningDay(Units units, MembersOnDay members, SubjectEntries subjects) {
        this.units = units;
        this.members = members;
        this.subjects = subjects;
    }

    /** The opening unit itself is no subject of its own cycle: its superior reviews it. */
    List<Entry> subjectsOf(Cycle cycle, RuleProfile profile) {
        Tree tree = treeOn(cycle.openedBy(), cycle.openedOn());
        List<Entry> entries = new ArrayList<>();
        for (SubjectType type : cycle.subjectTypes()) {
            if (type == SubjectType.MEMBER) {
                addMembers(cycle, profile, tree, entries);
            } else {
                addUnits(cycle, type, tree, entries);
            }
        }
        return entries;
    }

    private void addUnits(Cycle cycle, SubjectType type, Tree tree, List<Entry> entries) {
        List<Units.Unit> reviewed = tree.below().stream()
                .filter(unit ->
                        new UnitOnDay(unit.level(), unit.form()).reviewedAs().contains(type))
                .toList();
        Set<SubjectId> elsewhere = subjects.reviewedElsewhere(
                type,
                cycle.year(),
                cycle.kind(),
                reviewed.stream().map(unit -> new SubjectId(unit.id())).toList());
        for (Units.Unit unit : reviewed) {
            UnitId id = new UnitId(unit.id());
            SubjectId subject = new SubjectId(unit.id());
            entries.add(new Entry(
                    new ReviewId(Ids.next()),
                    type,
                    subject,
                    id,
                    tree.superiorOf(id),
                    elsewhere.contains(subject) ? ExclusionReason.OTHER : null));
        }
    }

    private void addMembers(Cycle cycle, RuleProfile profile, Tree tree, List<Entry> entries) {
        List<MembersOnDay.Standing> standings = members.under(cycle.openedBy(), cycle.openedOn());
        Set<SubjectId> elsewhere = subjects.reviewedElsewhere(
                SubjectType.MEMBER,
                cycle.year(),
                cycle.kind(),
                standings.stream().map(MembersOnDay.Standing::member).toList());
        for (var standing : standings) {
            var onDay = new MemberOnDay(
                    standing.exempt(),
                    standing.suspended(),
                    standing.admittedOn(),
                    elsewhere.contains(standing.member()));
            entries.add(new Entry(
                    new ReviewId(Ids.next()),
                    SubjectType.MEMBER,
                    standing.member(),
                    standing.home(),
                    tree.baseOf(standing.home()),
                    onDay.exclusion(cycle.openedOn(), profile).orElse(null)));
        }
    }

    private Tree treeOn(UnitId unit, LocalDate day) {
        List<Units.Unit> below = units.subtree(unit.value(), day, null).stream()
                .filter(found -> !found.id().equals(unit.value()))
                .toList();
        Map<UUID, Units.Unit> byId = new HashMap<>();
        Stream.concat(units.path(unit.value(), day, null).stream(), below.stream())
                .forEach(found -> byId.put(found.id(), found));
        return new Tree(below, byId);
    }

    /** The opening unit's subtree with the way up to the root. */
    private record Tree(List<Units.Unit> below, Map<UUID, Units.Unit> byId) {
        /** The base organisation at or above a home; the home itself where there is none. */
        UnitId baseOf(UnitId home) {
            for (var unit = byId.get(home.value()); unit != null; unit = parentOf(unit)) {
                if (unit.level().equals("GRASSROOTS")) {
                    return new UnitId(unit.id());
                }
            }
            return home;
        }

        UnitId superiorOf(UnitId id) {
            Units.Unit unit = byId.get(id.value());
            return unit == null || unit.parent() == null ? id : new UnitId(unit.parent());
        }

        private Units.@Nullable Unit parentOf(Units.Unit unit) {
            return unit.parent() == null ? null : byId.get(unit.parent());
        }
    }
}
