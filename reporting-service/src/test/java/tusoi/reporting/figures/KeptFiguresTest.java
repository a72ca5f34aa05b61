package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.problems.ProblemException;
import tusoi.reporting.Feed;
import tusoi.reporting.RandomHistory;
import tusoi.reporting.ReportingTest;
import tusoi.reporting.facts.FactChanges;
import tusoi.reporting.figures.FiguresView.FigureView;
import tusoi.reporting.figures.FreshAnswers.Asked;
import tusoi.reporting.figures.QuestionReader.Parameters;
import tusoi.reporting.indicators.Catalogue;
import tusoi.reporting.indicators.Indicator;
import tusoi.reporting.sums.Sealing;

/** While a history comes in, late and mended events among it, an answer with figures kept from the last one is the answer computed anew. */
@ReportingTest
class KeptFiguresTest {
    private static final int HISTORIES = Integer.getInteger("tusoi.histories", 4);
    private static final int QUESTIONS = 8;
    private static final int STEPS = 30;
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 5 * 365;

    @Autowired
    private Feed feed;

    @Autowired
    private FreshAnswers fresh;

    @Autowired
    private Answers answers;

    @Autowired
    private KeptAnswers keptAnswers;

    @Autowired
    private FactChanges changes;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Sealing sealing;

    @Autowired
    private MeterRegistry meters;

    private int kept;
    private int computed;

    @AfterEach
    void signedOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAnswerWithKeptFiguresIsTheOneComputedAnew() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        System.out.println("KeptFiguresTest seed " + seed);
        SecurityContextHolder.getContext()
                .setAuthentication(new JwtAuthenticationToken(Jwt.withTokenValue("token")
                        .header("alg", "none")
                        .subject("admin")
                        .build()));
        Random random = new Random(seed);
        double addedBefore =
                meters.counter("tusoi.figures.standing", "how", "added-to").count();
        for (int n = 0; n < HISTORIES; n++) {
            RandomHistory made = RandomHistory.of(random);
            // As recorded over the years, and all that comes one after another within a day, which is when figures are
            // added to.
            List<ReceivedEvent> events = n % 2 == 0 ? made.events() : withinADay(made.events());
            follow(events, made.codes(), random, "seed " + seed + ", history " + n);
        }
        double added =
                meters.counter("tusoi.figures.standing", "how", "added-to").count() - addedBefore;
        System.out.printf(
                "KeptFiguresTest: %d figures kept, %d others, %.0f of these added to%n", kept, computed, added);
        assertThat(kept).isGreaterThan(computed / 20);
        assertThat(computed).isGreaterThan(kept / 20);
        assertThat(added).isGreaterThan(10);
    }

    private static List<ReceivedEvent> withinADay(List<ReceivedEvent> events) {
        Instant last =
                events.getLast().recordedAt().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS);
        Map<Instant, Instant> recorded = new HashMap<>();
        events.forEach(event -> recorded.computeIfAbsent(event.recordedAt(), _ -> last.plusSeconds(recorded.size())));
        return events.stream()
                .map(event -> new ReceivedEvent(
                        event.topic(),
                        event.partition(),
                        event.offset(),
                        event.type(),
                        event.aggregateId(),
                        event.version(),
                        recorded.getOrDefault(event.recordedAt(), last),
                        event.actor(),
                        event.data()))
                .toList();
    }

    private void follow(List<ReceivedEvent> events, List<String> codes, Random random, String where) {
        feed.clear();
        feed.watermark(Instant.EPOCH);
        List<Parameters> questions = IntStream.range(0, QUESTIONS)
                .mapToObj(_ -> question(codes, random))
                .toList();
        Map<Parameters, KeptAnswers.Kept> latest = new HashMap<>();
        List<ReceivedEvent> late = new ArrayList<>();
        int next = 0;
        int told = 0;
        for (int step = 0; step < STEPS; step++) {
            // The register first, then one or a few at a time, so that most steps leave most facts as they were.
            int until = step == 0
                    ? events.size() / 2
                    : Math.min(events.size(), next + (step % 6 == 0 ? random.nextInt(60) : step % 3 == 0 ? 0 : 1));
            List<ReceivedEvent> coming = new ArrayList<>(events.subList(next, until));
            if (step > 0 && !coming.isEmpty() && random.nextInt(4) == 0) {
                late.add(coming.remove(random.nextInt(coming.size())));
            } else if (!late.isEmpty() && random.nextBoolean()) {
                coming.add(late.removeLast());
            }
            feed.take(coming);
            // Not always all of what has come is told to be complete.
            told = Math.max(told, random.nextInt(3) == 0 ? until - 2 : until);
            feed.watermark(events.get(told - 1).recordedAt());
            if (random.nextInt(5) == 0) {
                sealing.seal();
            }
            next = until;
            for (Parameters question : questions) {
                ask(question, latest, where + ", step " + step + ", " + question);
            }
        }
    }

    private static Parameters question(List<String> codes, Random random) {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        LocalDate to = from.plusDays(random.nextInt(900));
        boolean isToday = random.nextInt(4) == 0;
        return new Parameters(
                codes.get(random.nextInt(codes.size())),
                isToday ? null : from.toString(),
                isToday ? null : to.toString(),
                random.nextBoolean()
                        ? null
                        : FIRST.plusDays(random.nextInt(DAYS)).toString(),
                null,
                random.nextBoolean() ? Integer.toString(2019 + random.nextInt(3)) : "all",
                random.nextInt(3) == 0 ? "unit" : null);
    }

    private void ask(Parameters parameters, Map<Parameters, KeptAnswers.Kept> latest, String where) {
        Freshness.Facts facts = fresh.facts();
        FactChanges.State state = changes.now();
        List<Indicator> indicators = catalogue.all().stream()
                .filter(indicator -> parameters.by() == null
                        || indicator.dimensions().stream()
                                .anyMatch(d -> d.code().equals("unit")))
                .toList();
        Asked asked;
        try {
            asked = fresh.at(indicators, parameters, facts);
        } catch (ProblemException notYet) {
            return;
        }
        KeptAnswers.Kept before = latest.get(parameters);
        KeptAnswers.Kept now = keptAnswers.answer(asked.question(), indicators, state, before);
        FiguresView anew = answers.answer(asked.question(), indicators);
        assertThat(now.view().figures()).as(where).containsExactlyElementsOf(anew.figures());
        assertThat(now.view()).as(where).isEqualTo(anew);
        Map<String, FigureView> former = before == null
                ? Map.of()
                : before.view().figures().stream().collect(Collectors.toMap(FigureView::indicator, figure -> figure));
        for (FigureView figure : now.view().figures()) {
            if (figure == former.get(figure.indicator())) {
                kept++;
            } else {
                computed++;
            }
        }
        latest.put(parameters, now);
    }
}
