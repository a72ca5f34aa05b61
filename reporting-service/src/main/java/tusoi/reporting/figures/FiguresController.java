package tusoi.reporting.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.inbox.Watermarks;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.indicators.Indicator;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Figures of a unit with everything under it. Freshness stands in the headers, so that the body can be compared to the byte. */
@RestController
@RequestMapping("/api/reporting/v1/figures")
class FiguresController {
    private static final String RETRY_SECONDS = "10";

    private final QuestionReader reader;
    private final Answers answers;
    private final Scope scope;
    private final Watermarks watermarks;
    private final Clock clock;

    FiguresController(QuestionReader reader, Answers answers, Scope scope, Watermarks watermarks, Clock clock) {
        this.reader = reader;
        this.answers = answers;
        this.scope = scope;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /**
     * Answers 503 where the facts were thrown away, to be read anew, before they had all been counted.
     *
     * @param unit code or id; the answer covers it and everything under it
     * @param indicators ids, separated by commas, at most 40
     * @param from first day of the span; the first day of {@code to}'s year unless told
     * @param to last day of the span; the day of {@code knownAt} in Viet Nam unless told
     * @param asOf the day whose tree decides; {@code to} unless told
     * @param knownAt the instant whose knowledge is used, at or below the watermark of the services that the indicators rest on; that
     *     watermark unless told
     * @param cycle a review cycle's id or year, or {@code all}; the year of {@code to} unless told, or all where {@code by} has the year
     * @param by one or two dimensions, separated by a comma
     */
    @GetMapping
    ResponseEntity<FiguresView> figures(
            @RequestParam String unit,
            @RequestParam String indicators,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String by,
            HttpServletResponse response) {
        List<Indicator> wanted = reader.indicators(indicators);
        Set<String> producers = wanted.stream()
                .flatMap(indicator -> indicator.producers().stream())
                .collect(Collectors.toSet());
        Instant watermark = watermarks.completeThrough(producers);
        Question question =
                reader.read(new QuestionReader.Parameters(unit, from, to, asOf, knownAt, cycle, by), watermark, wanted);
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
        return ResponseEntity.ok()
                .header("Tusoi-Watermark", watermark.toString())
                .header("Tusoi-Watermark-Age-Ms", Long.toString(ageMillis))
                .body(answer);
    }
}
