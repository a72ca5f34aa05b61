package tusoi.reporting.figures;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.reporting.figures.FreshAnswers.Asked;
import tusoi.reporting.figures.QuestionReader.Parameters;
import tusoi.reporting.indicators.Indicator;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Questions that are asked again and again by pages that stay open. What several ask at the same instant is computed once. */
@Component
public class StandingQuestions {
    private static final int KEPT = 256;

    private final FreshAnswers fresh;
    private final Answers answers;
    private final Scope scope;
    private final JsonMapper json;
    private final Map<Key, CompletableFuture<Computed>> computed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<Computed>> eldest) {
            return size() > KEPT;
        }
    };

    StandingQuestions(FreshAnswers fresh, Answers answers, Scope scope, JsonMapper json) {
        this.fresh = fresh;
        this.answers = answers;
        this.scope = scope;
        this.json = json;
    }

    /** @param rights what the caller may see one by one: it decides which small parts are left out */
    private record Key(Question question, List<String> indicators, Set<Right> rights) {}

    private record Computed(FiguresView view, String text) {}

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

    /** As it stands now. A problem where the caller has lost the right since. */
    public Answer answer(Wanted wanted) {
        Asked asked = fresh.read(wanted.indicators(), wanted.parameters());
        fresh.requireBuilt(asked);
        Key key = new Key(
                asked.question(), asked.indicators().stream().map(Indicator::id).toList(), rights(asked));
        Computed found = computed(key, asked);
        return new Answer(asked.watermark(), figures(found.view()), found.text());
    }

    /** A problem where the caller has lost the right. */
    public void requireRight(Wanted wanted) {
        fresh.read(wanted.indicators(), wanted.parameters());
    }

    public Instant watermark(Wanted wanted) {
        return fresh.watermark(wanted.indicators());
    }

    public long ageMillis(Instant watermark) {
        return fresh.ageMillis(watermark);
    }

    private Computed computed(Key key, Asked asked) {
        CompletableFuture<Computed> own = new CompletableFuture<>();
        CompletableFuture<Computed> other;
        synchronized (computed) {
            other = computed.putIfAbsent(key, own);
        }
        if (other != null) {
            return join(other);
        }
        try {
            FiguresView view = answers.answer(asked.question(), asked.indicators());
            // A rebuild that began meanwhile has emptied the tables.
            fresh.requireBuilt(asked);
            own.complete(new Computed(view, json.writeValueAsString(view)));
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
