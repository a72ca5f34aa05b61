package tusoi.reporting.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.figures.QuestionReader.Parameters;
import tusoi.reporting.indicators.Indicator;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** What every way to ask for figures shares: the right to the unit, the watermark before the facts, and how fresh the answer is. */
@Component
class FreshAnswers {
    private static final String RETRY_SECONDS = "10";

    private final QuestionReader reader;
    private final Scope scope;
    private final Freshness freshness;
    private final Clock clock;

    FreshAnswers(QuestionReader reader, Scope scope, Freshness freshness, Clock clock) {
        this.reader = reader;
        this.scope = scope;
        this.freshness = freshness;
        this.clock = clock;
    }

    /**
     * @param watermark of those producers, read before anything else was
     * @param generation of the facts, read with it
     */
    record Asked(
            Question question, List<Indicator> indicators, Set<String> producers, Instant watermark, long generation) {}

    /** 404 where the unit is out of the caller's scope. */
    Asked read(String indicators, Parameters parameters) {
        return read("indicators", indicators, parameters);
    }

    /** @param place what the parameter with the indicators is called */
    Asked read(String place, String indicators, Parameters parameters) {
        Asked asked = readAnywhere(place, indicators, parameters);
        scope.require(Right.FIGURES_READ, asked.question().unit());
        return asked;
    }

    /**
     * Asks for no right to the unit: it stands, in the tree of the day, under one to which the right was asked for, and may stand
     * elsewhere today.
     *
     * @param isOwn of what stands with the very unit alone
     */
    Asked readUnder(UUID upper, String indicators, Parameters parameters, boolean isOwn) {
        Asked asked = readAnywhere("indicators", indicators, parameters);
        return new Asked(
                asked.question().under(upper, isOwn),
                asked.indicators(),
                asked.producers(),
                asked.watermark(),
                asked.generation());
    }

    private Asked readAnywhere(String place, String indicators, Parameters parameters) {
        return at(reader.indicators(place, indicators), parameters, freshness.now());
    }

    /** Asks for no right. */
    Asked at(List<Indicator> indicators, Parameters parameters, Freshness.Facts facts) {
        Set<String> producers = producers(indicators);
        Instant watermark = facts.watermark(producers);
        Question question = reader.read(parameters, watermark, indicators);
        return new Asked(question, indicators, producers, watermark, facts.generation());
    }

    Freshness.Facts facts() {
        return freshness.now();
    }

    Instant watermark(Collection<Indicator> indicators) {
        return freshness.now().watermark(producers(indicators));
    }

    private static Set<String> producers(Collection<Indicator> indicators) {
        return indicators.stream()
                .flatMap(indicator -> indicator.producers().stream())
                .collect(Collectors.toSet());
    }

    /** A further question of the same unit and indicators. */
    Question readOther(Asked asked, Parameters parameters) {
        return reader.read(parameters, asked.watermark(), asked.indicators());
    }

    /**
     * Puts how fresh an answer is into the headers; 503 where the facts were thrown away, to be read anew, or others put in their place,
     * before they were all counted.
     */
    void tell(Asked asked, HttpServletResponse response) {
        if (!isBuilt(asked)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            throw rebuilding();
        }
        response.setHeader("Tusoi-Watermark", asked.watermark().toString());
        response.setHeader("Tusoi-Watermark-Age-Ms", Long.toString(ageMillis(asked.watermark())));
    }

    void requireBuilt(Asked asked) {
        if (!isBuilt(asked)) {
            throw rebuilding();
        }
    }

    private boolean isBuilt(Asked asked) {
        Freshness.Facts still = freshness.now();
        return !asked.watermark().equals(Instant.EPOCH)
                && still.generation() == asked.generation()
                && !still.watermark(asked.producers()).isBefore(asked.watermark());
    }

    static ProblemException rebuilding() {
        return new ProblemException(
                503, "rebuilding", "The facts are being read anew", null, "Repeat in " + RETRY_SECONDS + " seconds");
    }

    long ageMillis(Instant watermark) {
        return Math.max(0, Duration.between(watermark, clock.instant()).toMillis());
    }
}
