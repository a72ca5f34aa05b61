package tusoi.reporting.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.sums.AllSeries;
import tusoi.reporting.sums.Hops;
import tusoi.reporting.sums.Recent;
import tusoi.reporting.sums.Series;
import tusoi.reporting.sums.Sums;

/**
 * Counts measures that stand in the sums: by the steps of the units inside or, of a node of many, by the node's own sums and the steps of the
 * few units that may stand elsewhere. Persons whom reorganisations took over a border are then put where they went, by their facts.
 */
@Component
class SummedFigures {
    private static final int APART_AT_MOST = 5_000;

    private final Sums sums;
    private final AllSeries everySeries;
    private final Recent recent;
    private final Hops hops;
    private final Strays strays;
    private final CrossedPersons persons;
    private final DSLContext dsl;
    private final Counter ofNode;
    private final Counter ofUnits;
    private final Counter later;
    private final Counter unsealed;

    SummedFigures(
            Sums sums,
            AllSeries everySeries,
            Recent recent,
            Hops hops,
            Strays strays,
            CrossedPersons persons,
            MeterRegistry meters,
            @Loader DataSource loader) {
        this.ofNode = counter(meters, "node");
        this.ofUnits = counter(meters, "units");
        this.later = counter(meters, "recent");
        this.unsealed = counter(meters, "unsealed");
        this.sums = sums;
        this.everySeries = everySeries;
        this.recent = recent;
        this.hops = hops;
        this.strays = strays;
        this.persons = persons;
        this.dsl = DSL.using(new TransactionAwareDataSourceProxy(loader), SQLDialect.POSTGRES);
    }

    /**
     * How sides of figures that are summed were had: by node or by units, crossed if persons were put elsewhere beside it, recent if
     * more was recorded since the last sealing; and by facts where these were too many (crowded), or what was recorded since (unsealed).
     */
    static Counter counter(MeterRegistry meters, String how) {
        return Counter.builder("tusoi.figures.sums").tag("how", how).register(meters);
    }

    /** Adds the counts of the parts that the sums tell, and returns these parts. The others are to be counted by facts. */
    List<Part> count(Question question, List<Part> parts, List<Count> counts) {
        List<Part> told = parts.stream().filter(Steps::isSummed).toList();
        if (told.isEmpty()) {
            return List.of();
        }
        List<LocalDate> days = Stream.concat(
                        Stream.of(question.asOf()),
                        told.stream().map(part -> stock(part).factDay()))
                .sorted()
                .toList();
        Sums.Sealed sealed = sums.known(
                        question.unit(), question.knownAt(), days.getFirst(), days.getLast(), APART_AT_MOST)
                .orElse(null);
        List<UUID> changed = sealed == null
                ? null
                : sealed.through().isBefore(question.knownAt())
                        ? recent.changed(sealed.through(), question.knownAt()).orElse(null)
                        : List.of();
        if (sealed == null || changed == null) {
            unsealed.increment(told.size());
            return List.of();
        }
        List<Steps> byName = new ArrayList<>();
        List<Steps> byTree = new ArrayList<>();
        steps(question, told, sealed, changed)
                .forEach(steps -> (steps.isOfNoPlace() && !question.isOwn() ? byName : byTree).add(steps));
        Sums.Node node = question.isOwn() ? null : sealed.node();
        List<UUID> inside =
                byName.isEmpty() ? List.of() : inside(question, node).orElse(null);
        if (inside == null) {
            byTree.addAll(byName);
            byName.clear();
            inside = List.of();
        }
        Tally tally = new Tally();
        if (!byName.isEmpty()
                && !persons.isAdjusted(question, byName, crossings(question, node, byName, inside), tally)) {
            byName.clear();
        }
        if (!byTree.isEmpty() && !isCounted(question, byTree, tally)) {
            byTree.clear();
        }
        if (!isSummed(question, byName, inside, sealed, tally)) {
            return List.of(); // the sums were thrown away meanwhile, and perhaps made anew, or units settled elsewhere
        }
        counts.addAll(tally.counts());
        (node == null ? ofUnits : ofNode).increment(byName.size());
        ofUnits.increment(byTree.size());
        List<Part> done =
                Stream.concat(byName.stream(), byTree.stream()).map(Steps::part).toList();
        if (!changed.isEmpty()) {
            later.increment(done.size());
        }
        return done;
    }

    /** Named, so that what stands with them is had by their names. Of a node, only those that are not settled in it. */
    private Optional<List<UUID>> inside(Question question, Sums.@Nullable Node node) {
        if (node == null) {
            return strays.inside(question);
        }
        return Optional.of(node.apart().isEmpty() ? List.of() : strays.inside(question, node.apart()));
    }

    private static Stock stock(Part part) {
        return Objects.requireNonNull(part.measure().stock());
    }

    private List<Steps> steps(Question question, List<Part> parts, Sums.Sealed sealed, List<UUID> changed) {
        Map<AllSeries.Kind, List<Recent.Step>> since = new HashMap<>();
        for (Part part : parts) {
            since.computeIfAbsent(
                    kind(part),
                    kind -> changed.isEmpty()
                            ? List.of()
                            : recent.steps(
                                    kind.measure(), kind.cycle(), changed, sealed.through(), question.knownAt()));
        }
        Map<AllSeries.Kind, List<Series>> series = everySeries.of(since.keySet(), sealed);
        return parts.stream()
                .map(part -> Steps.of(
                        part,
                        series.getOrDefault(kind(part), List.of()),
                        sealed.through(),
                        since.getOrDefault(kind(part), List.of())))
                .toList();
    }

    private static AllSeries.Kind kind(Part part) {
        return new AllSeries.Kind(stock(part).measure(), stock(part).cycle());
    }

    private List<Hops.Hop> crossings(
            Question question, Sums.@Nullable Node node, List<Steps> parts, List<UUID> inside) {
        if (!question.persons().moved() || (node != null && !node.isCrossed())) {
            return List.of();
        }
        Hops.When when = Crossings.when(question, factDays(parts));
        return node == null ? hops.over(inside, when) : hops.over(question.unit(), inside, when);
    }

    private static List<LocalDate> factDays(List<Steps> parts) {
        return parts.stream().map(steps -> steps.stock().factDay()).distinct().toList();
    }

    /** By the sums of the node, where there is one, and of the units by name. Whether they are still those that were looked at first. */
    private boolean isSummed(Question question, List<Steps> parts, List<UUID> inside, Sums.Sealed sealed, Tally tally) {
        List<Sums.On> asked = parts.stream()
                .flatMap(steps -> steps.sealed().stream())
                .distinct()
                .toList();
        Map<Sums.On, Long> together =
                new HashMap<>(inside.isEmpty() ? Map.of() : sums.amounts(inside, asked, sealed.through()));
        Set<UUID> ofRecent = recentInside(question, parts, inside, sealed);
        Sums.Amounts ofNode = sums.amounts(question.unit(), sealed.node() == null ? List.of() : asked, sealed.through())
                .orElse(null);
        if (ofNode == null || ofNode.arrangement() != sealed.arrangement()) {
            return false;
        }
        ofNode.sums().forEach((on, amount) -> together.merge(on, amount, Long::sum));
        parts.forEach(steps -> steps.ofAmounts(together, ofRecent).forEach(tally::add));
        return true;
    }

    /** Of the units with recent steps, those inside. */
    private Set<UUID> recentInside(Question question, List<Steps> parts, List<UUID> inside, Sums.Sealed sealed) {
        Set<UUID> units = parts.stream()
                .flatMap(steps -> steps.recent().stream())
                .map(Steps.RecentStep::unit)
                .collect(Collectors.toSet());
        if (units.isEmpty()) {
            return units;
        }
        Set<UUID> found = sealed.node() == null ? Set.of() : recent.settled(question.unit(), units, sealed.through());
        units.retainAll(Set.copyOf(inside));
        units.addAll(found);
        return units;
    }

    /** By steps of units that are found in the same statement, with persons put where they went. Not where they are too many. */
    private boolean isCounted(Question question, List<Steps> parts, Tally tally) {
        List<Part> bySteps =
                parts.stream().flatMap(steps -> steps.ofUnits().stream()).toList();
        Select<Record> crossings = question.persons().moved() ? Crossings.of(question, factDays(parts)) : null;
        Select<Record> all = Composer.compose(question.with(Persons.PLAIN), strays.of(question), bySteps, crossings);
        List<Count> found = dsl.fetch(all).stream().map(Count::of).toList();
        List<Hops.Hop> hopped = found.stream()
                .filter(count -> count.figure() == Crossings.FIGURE)
                .map(Crossings::hop)
                .toList();
        if (!persons.isAdjusted(question, parts, hopped, tally)) {
            return false;
        }
        found.stream().filter(count -> count.figure() != Crossings.FIGURE).forEach(tally::add);
        return true;
    }
}
