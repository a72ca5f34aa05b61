package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.RandomHistory;
import tusoi.reporting.RandomRegister;
import tusoi.reporting.ReportingTest;
import tusoi.reporting.sums.Sealing;
import tusoi.reporting.sums.SumsHash;

/** Whatever is asked, an answer by sums is the answer by facts, to the byte; and sums added to are the sums made at once. */
@ReportingTest
class SumsAndFactsTest {
    private static final int HISTORIES = Integer.getInteger("tusoi.histories", 10);
    private static final int QUESTIONS = 60;
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 6 * 365;
    private static final String MEMBERS = "member.count,member.opening,member.closing";
    private static final String GRADES = "review.good-or-better,review.member-grades";
    private static final String REVIEWS =
            "review.members-reviewed,review.members-excluded,review.good-or-better,member.count";
    private static final List<String> ASKED = List.of(
            "indicators=" + MEMBERS,
            "indicators=" + MEMBERS + "&by=unit",
            "indicators=" + MEMBERS + "&by=state",
            "indicators=" + MEMBERS + "&by=unit,activity",
            "indicators=" + MEMBERS + "&by=level",
            "indicators=" + MEMBERS + "&by=kind,state",
            "indicators=" + GRADES,
            "indicators=" + GRADES + "&by=grade",
            "indicators=" + GRADES + "&by=unit,grade",
            "indicators=" + GRADES + "&by=year",
            "indicators=" + REVIEWS,
            "indicators=" + REVIEWS + "&by=unit",
            "indicators=review.members-excluded&by=reason",
            "indicators=discipline.members,member.admitted&by=unit");

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    private Sealing sealing;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private SumsHash hash;

    private int asked;

    @Test
    void everyAnswerBySumsIsTheOneByFacts() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        System.out.println("SumsAndFactsTest seed " + seed);
        Random random = new Random(seed);
        for (int n = 0; n < HISTORIES; n++) {
            RandomHistory made = RandomHistory.of(random);
            compare(made.events(), made.codes(), random, "seed " + seed + ", history " + n);
            History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
            UUID root = history.unit("R", "PROVINCE", "PARTY_ORGANISATION", null, null, LocalDate.of(2004, 1, 1));
            history.account("admin", "REGISTER_ADMINISTRATOR", root);
            List<String> codes = new ArrayList<>(List.of("R"));
            for (int one = 0; one < 4; one++) {
                RandomRegister register = new RandomRegister(new Random(random.nextLong()), history, root, "H" + one);
                register.live(30);
                codes.addAll(register.codes());
                codes.add("R");
            }
            compare(history.events(), codes, random, "seed " + seed + ", register " + n);
        }
        System.out.printf(
                "SumsAndFactsTest by node %.0f, by units %.0f, crossed %.0f, with recent steps %.0f, unsealed %.0f%n",
                counted("node"), counted("units"), counted("crossed"), counted("recent"), counted("unsealed"));
        assertThat(asked).isGreaterThan(HISTORIES * QUESTIONS);
        assertThat(counted("node")).isGreaterThan(asked / 20.0);
        assertThat(counted("units")).isGreaterThan(asked / 20.0);
        assertThat(counted("crossed")).isPositive();
        assertThat(counted("recent")).isGreaterThan(asked / 50.0);
    }

    private double counted(String how) {
        return meters.get("tusoi.figures.sums").tag("how", how).counter().count();
    }

    /** Sealed at a time between, then at the end, as the inbox goes on. */
    private void compare(List<ReceivedEvent> events, List<String> codes, Random random, String where) {
        feed.clear();
        feed.take(events);
        feed.watermark(events.getLast().recordedAt());
        Map<String, String> byFacts = new LinkedHashMap<>();
        for (int n = 0; n < QUESTIONS; n++) {
            String query = query(events, codes, random);
            if (asking.get("admin", "/api/reporting/v1/figures?" + query).getStatus() == 200) {
                byFacts.put(query, asking.body("admin", query));
            }
        }
        asked += byFacts.size();
        for (int times = 0; times < 3; times++) {
            feed.watermark(events.get(random.nextInt(events.size())).recordedAt());
            sealing.seal();
        }
        feed.watermark(events.getLast().recordedAt());
        byFacts.forEach((query, body) -> assertThat(asking.body("admin", query))
                .as(where + ", some of it recorded since: " + query)
                .isEqualTo(body));
        sealing.seal();
        byFacts.forEach((query, body) ->
                assertThat(asking.body("admin", query)).as(where + ": " + query).isEqualTo(body));
        SumsHash.SumsHashView added = hash.compute();
        assertThat(added.stored()).as(where).isEqualTo(added.derived());
    }

    private static String query(List<ReceivedEvent> events, List<String> codes, Random random) {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        LocalDate to = from.plusDays(random.nextInt(700));
        LocalDate asOf = random.nextBoolean() ? to : FIRST.plusDays(random.nextInt(DAYS));
        Instant knownAt = random.nextBoolean()
                ? events.getLast().recordedAt()
                : events.get(random.nextInt(events.size())).recordedAt();
        String cycle = random.nextInt(5) == 0 ? "all" : Integer.toString(2019 + random.nextInt(3));
        return "unit=%s&%s&from=%s&to=%s&asOf=%s&knownAt=%s&cycle=%s"
                .formatted(
                        codes.get(random.nextInt(codes.size())),
                        ASKED.get(random.nextInt(ASKED.size())),
                        from,
                        to,
                        asOf,
                        knownAt,
                        cycle);
    }
}
