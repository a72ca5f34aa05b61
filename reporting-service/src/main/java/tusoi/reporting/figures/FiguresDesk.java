package tusoi.reporting.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.indicators.Indicator;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** The one way to figures for whoever asks, over HTTP or for a report: reads, checks the scope, counts, and says how fresh it is. */
@Component
public class FiguresDesk {
    private static final String RETRY_SECONDS = "10";

    private final QuestionReader reader;
    private final Answers answers;
    private final Scope scope;
    private final Watermarks watermarks;
    private final Clock clock;

    FiguresDesk(QuestionReader reader, Answers answers, Scope scope, Watermarks watermarks, Clock clock) {
        this.reader = reader;
        this.answers = answers;
        this.scope = scope;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /**
     * Answers 503 where the facts were thrown away, to be read anew, before they had all been counted.
     *
     * @param response gets the headers that tell how fresh the answer is
     */
    public FiguresView answer(FiguresRequest asked, HttpServletResponse response) {
        List<Indicator> wanted = reader.indicators(asked.indicators());
        Set<String> producers = producers(wanted);
        Instant watermark = watermarks.completeThrough(producers);
        Question question = reader.read(
                new QuestionReader.Parameters(
                        asked.unit(),
                        asked.from(),
                        asked.to(),
                        asked.asOf(),
                        asked.knownAt(),
                        asked.cycle(),
                        asked.by()),
                watermark,
                wanted);
        scope.require(Right.FIGURES_READ, question.unit());
        FiguresView answer = answers.answer(question, wanted);
        if (watermark.equals(Instant.EPOCH)
                || watermarks.completeThrough(producers).isBefore(question.knownAt())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            throw new ProblemException(
                    503,
                    "rebuilding",
                    "The facts are being read anew",
                    null,
                    "Repeat in " + RETRY_SECONDS + " seconds");
        }
        long ageMillis =
                Math.max(0, Duration.between(watermark, clock.instant()).toMillis());
        response.setHeader("Tusoi-Watermark", watermark.toString());
        response.setHeader("Tusoi-Watermark-Age-Ms", Long.toString(ageMillis));
        return answer;
    }

    /** Up to when everything is known that these indicators rest on. */
    public Instant watermark(Collection<Indicator> indicators) {
        return watermarks.completeThrough(producers(indicators));
    }

    private static Set<String> producers(Collection<Indicator> indicators) {
        return indicators.stream()
                .flatMap(indicator -> indicator.producers().stream())
                .collect(Collectors.toSet());
    }
}
