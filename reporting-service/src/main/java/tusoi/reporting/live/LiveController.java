package tusoi.reporting.live;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.figures.StandingQuestions;
import tusoi.reporting.figures.StandingQuestions.Answer;
import tusoi.reporting.figures.StandingQuestions.Standing;
import tusoi.reporting.figures.StandingQuestions.Wanted;
import tusoi.scope.Scope;

/** Figures that keep themselves up to date. */
@RestController
@RequestMapping("/api/reporting/v1/figures/live")
class LiveController {
    private static final Logger LOG = LoggerFactory.getLogger(LiveController.class);

    private final LiveStreams streams;
    private final LiveReader reader;
    private final StandingQuestions questions;
    private final Pulse pulse;
    private final Scope scope;
    private final LiveProperties properties;
    private final Clock clock;

    LiveController(
            LiveStreams streams,
            LiveReader reader,
            StandingQuestions questions,
            Pulse pulse,
            Scope scope,
            LiveProperties properties,
            Clock clock) {
        this.streams = streams;
        this.reader = reader;
        this.questions = questions;
        this.pulse = pulse;
        this.scope = scope;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Server-sent events. {@code figures} holds {@code watermark}, {@code ageMs} and {@code answer}, the body of {@code GET /figures};
     * it comes at once and whenever the figures have changed. {@code fresh} holds the first two and says that the figures are the same.
     * {@code end} with a {@code code} says that the right is gone. The stream ends by itself after some minutes, and sooner with the
     * token; an EventSource opens the next one. 429 where the account has too many streams open, 503 where all are taken.
     *
     * @param unit code or id; the answer covers it and everything under it
     * @param indicators ids, separated by commas, at most 40
     * @param from first day of the span; the first day of {@code to}'s year unless told
     * @param to last day of the span; today in Viet Nam unless told
     * @param asOf the day whose tree decides; {@code to} unless told
     * @param cycle a review cycle's id or year, or {@code all}
     * @param by one or two dimensions, separated by a comma
     */
    @GetMapping
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    void live(
            @RequestParam String unit,
            @RequestParam String indicators,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String by,
            HttpServletResponse response)
            throws InterruptedException {
        UUID account = scope.account();
        Wanted wanted = new Wanted(unit, indicators, from, to, asOf, cycle, by);
        streams.enter(account);
        try {
            Pulse.Beat start = pulse.latest();
            Standing standing = questions.stand(wanted);
            Answer first = reader.answer(standing, questions.now());
            // From here on the account is asked for anew each time, and not taken from the request.
            RequestContextHolder.resetRequestAttributes();
            stream(standing, first, start, response);
        } finally {
            streams.leave(account);
        }
    }

    private void stream(Standing standing, Answer first, Pulse.Beat start, HttpServletResponse response)
            throws InterruptedException {
        try {
            LiveStream out = LiveStream.to(response);
            try {
                reader.read(standing, first, start, out, LiveReader.Ending.in(time()));
            } catch (ProblemException gone) {
                out.end(gone.code());
            }
        } catch (IOException closed) {
            LOG.debug("A page was closed");
        }
    }

    /** No longer than the token is good. */
    private Duration time() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        Instant end = caller != null && caller.getPrincipal() instanceof Jwt token ? token.getExpiresAt() : null;
        Duration left = end == null ? properties.atMost() : Duration.between(clock.instant(), end);
        return left.compareTo(properties.atMost()) < 0 ? left : properties.atMost();
    }
}
