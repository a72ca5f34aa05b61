package tusoi.org.reorganisations.works;

import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_33;
import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_39;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.HomeMoves;
import tusoi.org.members.HomeMoves.Move;
import tusoi.org.members.HomeMoves.Resident;
import tusoi.org.reorganisations.domain.Operation;
import tusoi.org.reorganisations.domain.Plan;
import tusoi.org.reorganisations.domain.Plan.Way;
import tusoi.org.reorganisations.domain.Register;
import tusoi.org.reorganisations.drafts.Reorganisation;
import tusoi.org.units.Homes;
import tusoi.org.units.TreeDraft;
import tusoi.org.units.TreeWorks;
import tusoi.org.units.UnitStep;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.rules.Warning;

/** Works a reorganisation out on the register as it is: the same for a preview and for the confirmation of what it showed. */
@Component
public class Workshop {
    private final TreeWorks tree;
    private final HomeMoves members;
    private final Homes homes;
    private final Touched touched;
    private final RuleProfiles profiles;

    public Workshop(TreeWorks tree, HomeMoves members, Homes homes, Touched touched, RuleProfiles profiles) {
        this.tree = tree;
        this.members = members;
        this.homes = homes;
        this.touched = touched;
        this.profiles = profiles;
    }

    /** What would be done, what refuses it, what has to be answered for, and a fingerprint of all this rests on. */
    public record Work(
            TreeDraft tree,
            List<Way> ways,
            HomeMoves.Planned moves,
            Touched.Things things,
            List<RuleViolation> refusals,
            List<Warning> warnings,
            String fingerprint) {}

    /** In a transaction; for a confirmation nobody else changes the tree or these members until its end. */
    public Work work(Reorganisation reorganisation, boolean confirming) {
        if (confirming) {
            tree.lock();
        } else {
            tree.holdStill();
        }
        LocalDate day = reorganisation.decision().effectiveOn();
        HomesAfter after = new HomesAfter(homes);
        TreeDraft draft = tree.draft(reorganisation.decision(), after);
        Set<UnitId> wanted = new HashSet<>(reorganisation.named());
        wanted.addAll(ending(reorganisation.operations()));
        draft.preload(wanted);
        Map<UnitId, List<Resident>> residents = residents(reorganisation.operations(), day, after);
        Plan plan = Plan.of(reorganisation.operations(), register(draft, residents));
        after.go(plan.ways());
        List<RuleViolation> refusals = new ArrayList<>(plan.refusals());
        for (UnitStep step : plan.steps()) {
            draft.take(step).ifPresent(refusals::add);
        }
        plan.lines().forEach(draft::link);
        List<RuleViolation> noHomes = noHomes(plan.ways(), draft, day);
        refusals.addAll(noHomes);
        List<Move> moves = plan.ways().stream()
                .map(way -> new Move(way.member(), way.from(), way.to()))
                .toList();
        HomeMoves.Planned planned = members.plan(
                noHomes.isEmpty() ? moves : List.of(), day, reorganisation.id(), draft::canBeHome, confirming);
        refusals.addAll(planned.refusals().values());
        Touched.Things things = touched.by(ending(reorganisation.operations()), plan.ways(), day);
        refusals.addAll(things.refusals());
        List<Warning> warnings = new ArrayList<>(draft.warnings());
        warnings.addAll(things.warnings());
        warnings.addAll(tooSmall(plan.ways(), residents, draft, day));
        return new Work(
                draft,
                plan.ways(),
                planned,
                things,
                refusals,
                warnings,
                Fingerprint.of(reorganisation, draft, residents, things));
    }

    private Map<UnitId, List<Resident>> residents(List<Operation> operations, LocalDate day, HomesAfter after) {
        Set<UnitId> left = new LinkedHashSet<>(ending(operations));
        for (Operation operation : operations) {
            if (operation instanceof Operation.Split split) {
                left.add(split.unit());
            }
        }
        Map<UnitId, List<Resident>> residents =
                members.residents(left, day).stream().collect(Collectors.groupingBy(Resident::home));
        for (UnitId unit : left) {
            after.counted(
                    unit, residents.computeIfAbsent(unit, none -> List.of()).size());
        }
        return residents;
    }

    private static Set<UnitId> ending(List<Operation> operations) {
        return Plan.ending(operations);
    }

    private static Register register(TreeDraft draft, Map<UnitId, List<Resident>> residents) {
        return new Register() {
            @Override
            public List<UnitId> childrenOf(UnitId unit) {
                return draft.childrenOf(unit);
            }

            @Override
            public List<MemberId> residentsOf(UnitId unit) {
                return residents.getOrDefault(unit, List.of()).stream()
                        .map(Resident::member)
                        .toList();
            }

            @Override
            public boolean changesLater(UnitId unit) {
                return draft.changesLater(unit);
            }
        };
    }

    private static List<RuleViolation> noHomes(List<Way> ways, TreeDraft draft, LocalDate day) {
        return ways.stream()
                .map(Way::to)
                .distinct()
                .filter(to -> !draft.canBeHome(to, day, null))
                .map(to -> new RuleViolation(
                        ORG_33, "Not a branch that lives from " + day + " on", Map.of("unit", to.value(), "on", day)))
                .toList();
    }

    private List<Warning> tooSmall(
            List<Way> ways, Map<UnitId, List<Resident>> residents, TreeDraft draft, LocalDate day) {
        int fewest =
                profiles.on("org", day).number(ORG_39, "minOfficialMembers").intValue();
        Set<MemberId> official = residents.values().stream()
                .flatMap(List::stream)
                .filter(Resident::official)
                .map(Resident::member)
                .collect(Collectors.toSet());
        Map<UnitId, Integer> counts = new HashMap<>();
        Set<UnitId> homes = new HashSet<>();
        for (Way way : ways) {
            homes.add(way.to());
            homes.add(way.from());
            int weight = official.contains(way.member()) ? 1 : 0;
            counts.merge(way.to(), weight, Integer::sum);
            counts.merge(way.from(), -weight, Integer::sum);
        }
        members.residents(homes, day).stream()
                .filter(Resident::official)
                .forEach(resident -> counts.merge(resident.home(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() < fewest && draft.livesOnTheDay(entry.getKey()))
                .map(entry -> new Warning(
                        ORG_39,
                        "A branch would have " + entry.getValue() + " official members",
                        Map.of("unit", entry.getKey().value(), "official", entry.getValue(), "fewest", fewest)))
                .toList();
    }
}
