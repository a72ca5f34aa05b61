package tusoi.reporting.figures;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.reporting.facts.FactChanges;
import tusoi.reporting.figures.FreshAnswers.Asked;
import tusoi.reporting.figures.QuestionReader.Parameters;
import tusoi.reporting.indicators.Indicator;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/**
 * Questions that are asked again and again by pages that stay open. What several ask at the same instant is computed once, and of that
 * only the figures whose facts were written since it was asked before.
 */
@Component
public class StandingQuestions {
    private static final int KEPT = 256;

    private final FreshAnswers fresh;
    private final KeptAnswers answers;
    private final Scope scope;
    private final JsonMapper json;
    private final FactChanges changes;
    private final Map<Key, CompletableFuture<Computed>> computed = new Few<>();
    private final Map<Key, KeptAnswers.Kept> latest = new Few<>();

    StandingQuestions(FreshAnswers fresh, KeptAnswers answers, Scope scope, JsonMapper json, FactChanges changes) {
        this.fresh = fresh;
        this.answers = answers;
        this.scope = scope;
        this.json = json;
        this.changes = changes;
    }

    /** The first that was put goes first. */
    private static final class Few<V> extends LinkedHashMap<Key, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
            return size() > KEPT;
        }
    }

    /**
     * @param rights what the caller may see one by one
     * @param generation of the facts
     */
    private record Key(Question question, List<String> indicators, Set<Right> rights, long generation) {
        Key ofAnyTime() {
            return new Key(question.knownAs(Instant.EPOCH), indicators, rights, generation);
        }
    }

    private record Computed(KeptAnswers.Kept kept, String text) {}

    /** As {@code GET /figures} has them, but for the instant: that is always the latest. */
    public record Wanted(
            String unit,
            String indicators,
            @Nullable String from,
            @Nullable String to,
            @Nullable String asOf,
            @Nullable String cycle,
            @Nullable String by) {
        Parameters parameters() {
            return new Parameters(unit, from, to, asOf, null, cycle, by);
        }
    }

    /**
     * @param watermark all that was recorded up to here is in it
     * @param text the body as {@code GET /figures} would give it
     */
    public record Answer(Instant watermark, Object figures, String text) {
        /** Whether it tells the same, were it not for the instant. */
        public boolean tellsTheSameAs(Answer other) {
            return figures.equals(other.figures);
        }
    }

    /**
     * Somebody's question of whose right was seen to.
     *
     * @param rights what the caller may see one by one: it decides which small parts are left out
     */
    public record Standing(
            Wanted wanted, UUID unit, List<Indicator> indicators, Set<String> producers, Set<Right> rights) {
        private Parameters parameters() {
            return new Parameters(
                    unit.toString(), wanted.from(), wanted.to(), wanted.asOf(), null, wanted.cycle(), wanted.by());
        }

        /** Up to where everything is known that it rests on. */
        public Instant watermark(Moment moment) {
            return moment.facts().watermark(producers);
        }
    }

    /** What is known at one moment, shared by all who ask then. */
    public record Moment(Freshness.Facts facts, FactChanges.State changes) {}

    /** A problem where the caller has not, or no longer, the right. */
    public Standing stand(Wanted wanted) {
        Asked asked = fresh.read(wanted.indicators(), wanted.parameters());
        return new Standing(wanted, asked.question().unit(), asked.indicators(), asked.producers(), rights(asked));
    }

    public Moment now() {
        // The watermark first: what it tells of has been written, and noted, by then.
        Freshness.Facts facts = fresh.facts();
        return new Moment(facts, changes.now());
    }

    /** Bounds how many compute at a time; who waits for what another one computes takes no turn. */
    @FunctionalInterface
    public interface Turns {
        <T> T take(Supplier<T> computing);
    }

    /** As it stood at the moment. */
    public Answer answer(Standing standing, Moment moment, Turns turns) {
        Asked asked = fresh.at(standing.indicators(), standing.parameters(), moment.facts());
        if (asked.watermark().equals(Instant.EPOCH)) {
            throw FreshAnswers.rebuilding();
        }
        Computed found = computed(asked, standing.rights(), moment, turns);
        return new Answer(asked.watermark(), figures(found.kept().view()), found.text());
    }

    public long ageMillis(Instant watermark) {
        return fresh.ageMillis(watermark);
    }

    private Computed computed(Asked asked, Set<Right> rights, Moment moment, Turns turns) {
        Key key = new Key(
                asked.question(), asked.indicators().stream().map(Indicator::id).toList(), rights, asked.generation());
        CompletableFuture<Computed> own = new CompletableFuture<>();
        CompletableFuture<Computed> other;
        KeptAnswers.Kept before;
        synchronized (computed) {
            other = computed.putIfAbsent(key, own);
            before = latest.get(key.ofAnyTime());
        }
        if (other != null) {
            return join(other);
        }
        try {
            KeptAnswers.Kept kept =
                    turns.take(() -> answers.answer(asked.question(), asked.indicators(), moment.changes(), before));
            // A rebuild that began meanwhile has emptied the tables.
            fresh.requireBuilt(asked);
            synchronized (computed) {
                latest.put(key.ofAnyTime(), kept);
            }
            own.complete(new Computed(kept, json.writeValueAsString(kept.view())));
        } catch (RuntimeException | Error failed) {
            synchronized (computed) {
                computed.remove(key);
            }
            own.completeExceptionally(failed);
        }
        return join(own);
    }

    private static Computed join(CompletableFuture<Computed> computed) {
        try {
            return computed.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Set<Right> rights(Asked asked) {
        if (asked.question().by().isEmpty()) {
            return Set.of();
        }
        return asked.indicators().stream()
                .map(Indicator::detailRight)
                .filter(Objects::nonNull)
                .distinct()
                .filter(right -> scope.holds(right, asked.question().unit()))
                .collect(Collectors.toSet());
    }

    private static Object figures(FiguresView view) {
        return List.of(view.unit(), view.span(), view.asOf(), view.cycle(), view.figures());
    }
}
