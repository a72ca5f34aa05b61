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
    private final Recent recent;
    private final Strays strays;
    private final Concerned concerned;
    private final DSLContext dsl;
    private final Counter ofNode;
    private final Counter ofUnits;
    private final Counter crossed;
    private final Counter crowded;
    private final Counter later;
    private final Counter unsealed;

    SummedFigures(
            Sums sums,
            Recent recent,
            Strays strays,
            Concerned concerned,
            MeterRegistry meters,
            @Loader DataSource loader) {
        this.ofNode = counter(meters, "node");
        this.ofUnits = counter(meters, "units");
        this.crossed = counter(meters, "crossed");
        this.crowded = counter(meters, "crowded");
        this.later = counter(meters, "recent");
        this.unsealed = counter(meters, "unsealed");
        this.sums = sums;
        this.recent = recent;
        this.strays = strays;
        this.concerned = concerned;
        this.dsl = DSL.using(new TransactionAwareDataSourceProxy(loader), SQLDialect.POSTGRES);
    }

    /**
     * How sides of figures that are summed were had: by node or by units, crossed if persons were put elsewhere beside it, recent if
     * more was recorded since the last sealing; and by facts where these were too many (crowded), or what was recorded since (unsealed).
     */
    private static Counter counter(MeterRegistry meters, String how) {
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
        Sums.Node node = question.isOwn() ? null : sealed.node();
        List<Steps> byNode = new ArrayList<>();
        List<Steps> byUnits = new ArrayList<>();
        steps(question, told, sealed, changed)
                .forEach(steps -> (node != null && steps.isOfNoPlace() ? byNode : byUnits).add(steps));
        Tally tally = new Tally();
        if (node == null || !isCountedBeside(node, question, byNode, tally)) {
            byNode.clear();
        }
        if (!byUnits.isEmpty() && !isCounted(question, byUnits, false, tally)) {
            byUnits.clear();
        }
        Set<UUID> settled = settled(question, byNode, sealed);
        List<Sums.On> asked = byNode.stream()
                .flatMap(steps -> steps.sealed().stream())
                .distinct()
                .toList();
        Sums.Amounts amounts =
                sums.amounts(question.unit(), asked, sealed.through()).orElse(null);
        if (amounts == null || amounts.arrangement() != sealed.arrangement()) {
            return List.of(); // the sums were thrown away meanwhile, and perhaps made anew, or units settled elsewhere
        }
        byNode.forEach(steps -> steps.ofNode(amounts, settled).forEach(tally::add));
        counts.addAll(tally.counts());
        ofNode.increment(byNode.size());
        ofUnits.increment(byUnits.size());
        List<Part> done = Stream.concat(byNode.stream(), byUnits.stream())
                .map(Steps::part)
                .toList();
        if (!changed.isEmpty()) {
            later.increment(done.size());
        }
        return done;
    }

    private static Stock stock(Part part) {
        return Objects.requireNonNull(part.measure().stock());
    }

    private List<Steps> steps(Question question, List<Part> parts, Sums.Sealed sealed, List<UUID> changed) {
        Map<Sums.Kind, List<Recent.Step>> since = new HashMap<>();
        for (Part part : parts) {
            since.computeIfAbsent(
                    kind(part),
                    kind -> changed.isEmpty()
                            ? List.of()
                            : recent.steps(
                                    kind.measure(), kind.cycle(), changed, sealed.through(), question.knownAt()));
        }
        Map<Sums.Kind, List<Series>> series = sums.series(since.keySet());
        return parts.stream()
                .map(part -> Steps.of(
                        part,
                        series.getOrDefault(kind(part), List.of()),
                        sealed.through(),
                        since.getOrDefault(kind(part), List.of())))
                .toList();
    }

    private static Sums.Kind kind(Part part) {
        return new Sums.Kind(stock(part).measure(), stock(part).cycle());
    }

    /** What a node's own sums do not hold: most have nothing of it. */
    private boolean isCountedBeside(Sums.Node node, Question question, List<Steps> parts, Tally tally) {
        boolean isNothing = node.apart().isEmpty()
                && !(node.isCrossed() && question.persons().moved());
        return parts.isEmpty() || isNothing || isCounted(question.among(node.apart()), parts, true, tally);
    }

    private Set<UUID> settled(Question question, List<Steps> parts, Sums.Sealed sealed) {
        Set<UUID> units = parts.stream()
                .flatMap(steps -> steps.recent().stream())
                .map(Steps.RecentStep::unit)
                .collect(Collectors.toSet());
        return units.isEmpty() ? units : recent.settled(question.unit(), units, sealed.through());
    }

    /** By steps of units, with persons put where they went. Not where they are too many. */
    private boolean isCounted(Question question, List<Steps> parts, boolean isNode, Tally tally) {
        List<Part> bySteps =
                parts.stream().flatMap(steps -> steps.ofUnits().stream()).toList();
        List<Count> found = fetch(question.with(Persons.PLAIN), bySteps, crossings(question, parts, isNode));
        List<Count> crossings = found.stream()
                .filter(count -> count.figure() == Crossings.FIGURE)
                .toList();
        Optional<Concerned.Persons> persons = crossings.isEmpty() ? Optional.empty() : concerned.by(crossings);
        if (persons.isEmpty() && !crossings.isEmpty()) {
            crowded.increment(parts.size());
            return false;
        }
        found.stream().filter(count -> count.figure() != Crossings.FIGURE).forEach(tally::add);
        persons.ifPresent(them -> {
            List<Part> ofThem = parts.stream().map(steps -> steps.ofFacts(them)).toList();
            Question there = question.among(them.units());
            fetch(there.with(Persons.PLAIN), ofThem, null).forEach(tally::subtract);
            fetch(there.with(question.persons().of(them.persons())), ofThem, null)
                    .forEach(tally::add);
            crossed.increment(parts.size());
        });
        return true;
    }

    private static @Nullable Select<Record> crossings(Question question, List<Steps> parts, boolean isNode) {
        if (!question.persons().moved()) {
            return null;
        }
        List<LocalDate> days =
                parts.stream().map(steps -> steps.stock().factDay()).distinct().toList();
        return isNode ? Crossings.overBorder(question, days) : Crossings.of(question, days);
    }

    private List<Count> fetch(Question question, List<Part> parts, @Nullable Select<Record> beside) {
        return dsl.fetch(Composer.compose(question, strays.of(question), parts, beside)).stream()
                .map(Count::of)
                .toList();
    }
}
