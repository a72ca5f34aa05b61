package tusoi.reporting.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
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
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.platform.persistence.Loader;
import tusoi.platform.time.BusinessDays;
import tusoi.reporting.facts.FactChanges;
import tusoi.reporting.figures.FiguresView.FigureView;
import tusoi.reporting.indicators.Indicator;
import tusoi.scope.Units.Unit;

/**
 * Brings an earlier answer up to a later instant. A figure is kept where nothing of what it rests on was written since; where rows were
 * only added, it is that figure and what was recorded since, which is counted once for all who ask the same of other units. Everything
 * else is counted anew.
 */
@Component
class KeptAnswers {
    /** On these all rests, or which cycles and persons are meant. */
    private static final Set<String> STANDING = Set.of(FactChanges.TREE, "cycle", "joined_entry");

    private static final Set<String> MOVES = Set.of("movement");
    private static final UUID ANY_UNIT = new UUID(0, 0);
    private static final int REMEMBERED = 64;

    private final Answers answers;
    private final FiguresQueries queries;
    private final Since since;
    private final TransactionOperations transaction;
    private final Counter kept;
    private final Counter added;
    private final Counter anew;
    private final Map<Since.Wanted, CompletableFuture<Optional<Since.Found>>> found = new Few<>();
    private final Map<Kind, List<SideNote>> notes = new Few<>();

    KeptAnswers(
            Answers answers,
            FiguresQueries queries,
            Since since,
            @Loader TransactionOperations transaction,
            MeterRegistry meters) {
        this.answers = answers;
        this.queries = queries;
        this.since = since;
        this.transaction = transaction;
        this.kept = counter(meters, "kept");
        this.added = counter(meters, "added-to");
        this.anew = counter(meters, "anew");
    }

    private static Counter counter(MeterRegistry meters, String how) {
        return Counter.builder("tusoi.figures.standing").tag("how", how).register(meters);
    }

    /** The first that was put goes first. */
    private static final class Few<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** Questions that are alike but for the unit and the instant. */
    private record Kind(Question question, List<Indicator> indicators) {}

    /**
     * @param question completed
     * @param unit null where it was in no tree
     * @param facts as they stood before it was computed
     * @param sides how each may change
     */
    record Kept(
            Question question,
            @Nullable Unit unit,
            List<Indicator> indicators,
            FactChanges.State facts,
            FiguresView view,
            Map<Part.Side, Map<Integer, Counts>> counts,
            List<SideNote> sides) {
        /** Whether nothing but what was recorded meanwhile may have made a figure another one; some count the months that are over. */
        private boolean leadsTo(Question asked, List<Indicator> wanted, FactChanges.State now) {
            return unit != null
                    && !question.isOwn()
                    && question.among() == null
                    && indicators.equals(wanted)
                    && question.knownAs(asked.knownAt())
                            .with(asked.cycles())
                            .with(asked.persons())
                            .equals(asked)
                    && !asked.knownAt().isBefore(question.knownAt())
                    && dayOf(question).equals(dayOf(asked))
                    && isSame(STANDING, now);
        }

        private static LocalDate dayOf(Question question) {
            return LocalDate.ofInstant(question.knownAt(), BusinessDays.ZONE);
        }

        private boolean isSame(Set<String> which, FactChanges.State now) {
            return now.isSameSince(facts, question.knownAt(), which);
        }

        private boolean isOnlyAddedTo(Set<String> which, FactChanges.State now) {
            return now.isOnlyAddedTo(facts, question.knownAt(), which);
        }

        private @Nullable BigDecimal whole(Part.Side side, int figure) {
            Counts ofSide = counts.getOrDefault(side, Map.of()).get(figure);
            return ofSide == null ? null : ofSide.whole();
        }
    }

    /**
     * @param facts as they stand, read with the watermark that is the question's instant
     * @param before null where there is none
     */
    Kept answer(Question asked, List<Indicator> indicators, FactChanges.State facts, @Nullable Kept before) {
        Kept later = before != null && before.leadsTo(asked, indicators, facts)
                ? broughtTo(before.question().knownAs(asked.knownAt()), facts, before)
                : null;
        return later == null ? anew(asked, indicators, facts) : later;
    }

    private Kept anew(Question asked, List<Indicator> indicators, FactChanges.State facts) {
        Unit unit = answers.unit(asked);
        if (unit == null) {
            FiguresView nowhere = Answers.view(asked, null, Answers.nowhere(indicators));
            return new Kept(asked, null, indicators, facts, nowhere, Map.of(), List.of());
        }
        anew.increment(indicators.size());
        return transaction.execute(_ -> {
            Question question = queries.completed(asked, indicators);
            Map<Part.Side, Map<Integer, Counts>> counts = queries.count(question, indicators);
            Map<String, String> children = answers.children(question, unit);
            List<FigureView> figures = new ArrayList<>();
            for (int place = 0; place < indicators.size(); place++) {
                figures.add(answers.figure(
                        question, indicators.get(place), unit, new Answers.Sides(counts, place), children));
            }
            return new Kept(
                    question,
                    unit,
                    indicators,
                    facts,
                    Answers.view(asked, unit, figures),
                    counts,
                    notes(question, indicators));
        });
    }

    private List<SideNote> notes(Question question, List<Indicator> indicators) {
        Kind kind = new Kind(question.of(ANY_UNIT).knownAs(Instant.EPOCH), indicators);
        synchronized (notes) {
            List<SideNote> known = notes.get(kind);
            if (known != null) {
                return known;
            }
        }
        List<SideNote> read = new ArrayList<>();
        for (int figure = 0; figure < indicators.size(); figure++) {
            for (Part part : FiguresQueries.parts(figure, indicators.get(figure), question)) {
                read.add(SideNote.of(question, part));
            }
        }
        synchronized (notes) {
            notes.put(kind, read);
        }
        return read;
    }

    /** Null where it has to be counted anew. */
    private @Nullable Kept broughtTo(Question question, FactChanges.State facts, Kept before) {
        Set<Integer> afresh = new TreeSet<>();
        Set<SideNote> grown = new HashSet<>();
        for (SideNote side : before.sides()) {
            if (before.isSame(side.facts(), facts) || isNoFigureAnyway(side, before, facts)) {
                continue;
            }
            if (!side.counts().isEmpty()
                    && before.isSame(side.looksAt(), facts)
                    && before.isOnlyAddedTo(side.counts(), facts)) {
                grown.add(side);
            } else {
                afresh.add(side.figure());
            }
        }
        boolean nobodyMoved = before.isSame(MOVES, facts);
        if (!nobodyMoved && !before.isOnlyAddedTo(MOVES, facts)) {
            return null;
        }
        Map<Part.Side, Map<Integer, Counts>> counts = new HashMap<>();
        before.counts().forEach((side, ofSide) -> counts.put(side, new HashMap<>(ofSide)));
        Set<Integer> another = new TreeSet<>();
        if (!nobodyMoved || !grown.isEmpty()) {
            Since.Found between = found(new Since.Wanted(
                            question.of(ANY_UNIT), before.question().knownAt(), before.indicators(), grown))
                    .orElse(null);
            if (between == null) {
                return null;
            }
            for (SideNote side : grown) {
                add(side, between, question.unit(), counts, another, afresh);
            }
        }
        countAfresh(question, before, afresh, counts);
        another.removeAll(afresh);
        kept.increment(before.indicators().size() - another.size() - afresh.size());
        added.increment(another.size());
        another.addAll(afresh);
        return new Kept(
                question,
                before.unit(),
                before.indicators(),
                facts,
                view(question, before, counts, another),
                counts,
                before.sides());
    }

    /** Whatever this side has become, the figure stays absent for want of the other. */
    private static boolean isNoFigureAnyway(SideNote side, Kept before, FactChanges.State facts) {
        return side.side() == Part.Side.NUMERATOR
                && Answers.isNothingWithoutDenominator(before.indicators().get(side.figure()))
                && before.whole(Part.Side.DENOMINATOR, side.figure()) == null
                && before.sides().stream()
                        .filter(other -> other.figure() == side.figure() && other.side() == Part.Side.DENOMINATOR)
                        .allMatch(other -> before.isSame(other.facts(), facts));
    }

    private static void add(
            SideNote side,
            Since.Found between,
            UUID unit,
            Map<Part.Side, Map<Integer, Counts>> counts,
            Set<Integer> another,
            Set<Integer> afresh) {
        if (!side.isSum()) {
            if (between.isTouched(side, unit)) {
                afresh.add(side.figure());
            }
            return;
        }
        BigDecimal difference = between.difference(side, unit).orElse(null);
        if (difference == null) {
            afresh.add(side.figure());
        } else if (difference.signum() != 0) {
            counts.computeIfAbsent(side.side(), _ -> new HashMap<>())
                    .merge(side.figure(), Counts.of(difference), Counts::plus);
            another.add(side.figure());
        }
    }

    private void countAfresh(
            Question question, Kept before, Set<Integer> afresh, Map<Part.Side, Map<Integer, Counts>> counts) {
        if (afresh.isEmpty()) {
            return;
        }
        anew.increment(afresh.size());
        List<Integer> places = List.copyOf(afresh);
        List<Indicator> indicators =
                places.stream().map(before.indicators()::get).toList();
        Map<Part.Side, Map<Integer, Counts>> counted = transaction.execute(_ -> queries.count(question, indicators));
        counts.values().forEach(ofSide -> ofSide.keySet().removeAll(afresh));
        counted.forEach((side, ofSide) -> ofSide.forEach((n, ofFigure) ->
                counts.computeIfAbsent(side, _ -> new HashMap<>()).put(places.get(n), ofFigure)));
    }

    private FiguresView view(
            Question question, Kept before, Map<Part.Side, Map<Integer, Counts>> counts, Set<Integer> another) {
        Unit unit = Objects.requireNonNull(before.unit());
        List<FigureView> figures = new ArrayList<>(before.view().figures());
        Map<String, String> children = another.isEmpty() ? Map.of() : answers.children(question, unit);
        for (int place : another) {
            figures.set(
                    place,
                    answers.figure(
                            question,
                            before.indicators().get(place),
                            unit,
                            new Answers.Sides(counts, place),
                            children));
        }
        return Answers.view(question, unit, figures);
    }

    /** Who asks for what somebody else is looking for waits for it. */
    private Optional<Since.Found> found(Since.Wanted wanted) {
        CompletableFuture<Optional<Since.Found>> own = new CompletableFuture<>();
        CompletableFuture<Optional<Since.Found>> other;
        synchronized (found) {
            other = found.putIfAbsent(wanted, own);
        }
        if (other == null) {
            try {
                own.complete(since.found(wanted));
            } catch (RuntimeException | Error failed) {
                synchronized (found) {
                    found.remove(wanted);
                }
                own.completeExceptionally(failed);
            }
        }
        try {
            return (other == null ? own : other).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
