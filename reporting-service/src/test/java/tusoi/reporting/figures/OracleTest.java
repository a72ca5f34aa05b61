package tusoi.reporting.figures;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.Oracle;
import tusoi.reporting.OracleTargets;
import tusoi.reporting.RandomHistory;
import tusoi.reporting.ReportingTest;
import tusoi.reporting.sums.Sealing;

/** Any figure, of any unit, as of any day, as known at any time, equals what is counted by hand over the events. */
@ReportingTest
class OracleTest {
    private static final int HISTORIES = Integer.getInteger("tusoi.histories", 15);
    private static final int QUESTIONS = Integer.getInteger("tusoi.questions", 40);
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 5 * 365;
    private static final String INDICATORS = String.join(
            ",",
            "member.count",
            "member.opening",
            "member.closing",
            "member.admitted",
            "member.registered",
            "member.transferred-in",
            "member.transferred-out",
            "member.struck-off",
            "member.withdrew",
            "member.expelled",
            "member.deceased",
            "review.good-or-better",
            "review.units-completed",
            "unit.with-working-rules",
            "meeting.held",
            "attendance.rate",
            "member.with-task",
            "post.holders",
            "target.achieved");
    private static final Set<String> THERE = Set.of("PRESENT", "LATE", "LEFT_EARLY");
    private static final Set<String> CALLED = Set.of("PRESENT", "LATE", "LEFT_EARLY", "ABSENT", "ABSENT_EXCUSED");

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    @Autowired
    private Sealing sealing;

    @Test
    void everyFigureEqualsTheOneCountedByHand() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int n = 0; n < HISTORIES; n++) {
            RandomHistory made = RandomHistory.of(random);
            feed.clear();
            feed.all(made.history());
            seal(made.events(), random);
            for (int question = 0; question < QUESTIONS; question++) {
                ask(made, random, "seed " + seed + ", history " + n);
            }
        }
        System.out.printf(
                "OracleTest: %d histories, %d questions of up to %d figures each%n",
                HISTORIES, HISTORIES * QUESTIONS, INDICATORS.split(",").length);
    }

    /** Nothing, some or all of it stands in the sums. */
    private void seal(List<ReceivedEvent> events, Random random) {
        int sealed = random.nextInt(3);
        if (sealed > 0) {
            int last = events.size() - 1;
            feed.watermark(events.get(sealed == 1 ? random.nextInt(events.size()) : last)
                    .recordedAt());
            sealing.seal();
            feed.watermark(events.get(last).recordedAt());
        }
    }

    private void ask(RandomHistory made, Random random, String where) {
        List<ReceivedEvent> events = made.events();
        String code = made.codes().get(random.nextInt(made.codes().size()));
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        LocalDate to = from.plusDays(random.nextInt(700));
        LocalDate asOf = random.nextBoolean() ? to : FIRST.plusDays(random.nextInt(DAYS));
        Instant last = events.getLast().recordedAt();
        Instant knownAt = random.nextBoolean()
                ? last
                : events.get(random.nextInt(events.size())).recordedAt();
        int year = 2019 + random.nextInt(3);
        String asked = "unit=%s&indicators=%s&from=%s&to=%s&asOf=%s&knownAt=%s&cycle=%d"
                .formatted(code, INDICATORS, from, to, asOf, knownAt, year);
        String query = asked + (random.nextBoolean() ? "&by=unit" : "");
        Oracle oracle = new Oracle(events, code, to, asOf, knownAt);
        JsonNode figures =
                JsonMapper.shared().readTree(asking.body("admin", query)).get("figures");
        String as = where + ": " + query;
        if (!oracle.isUnitInTree()) {
            assertThat(figures.at("/0/absent").asString()).as(as).isEqualTo("unit-not-in-tree");
            return;
        }
        int opening = oracle.members(from.minusDays(1));
        int closing = oracle.members(to);
        check(as, figures.get(0), closing, null);
        check(as, figures.get(1), opening, null);
        check(as, figures.get(2), closing, null);
        check(as, figures.get(3), oracle.movements(from, Set.of("ADMITTED")), null);
        check(as, figures.get(4), oracle.movements(from, Set.of("REGISTERED")), null);
        check(as, figures.get(5), oracle.transfers(from, true), null);
        check(as, figures.get(6), oracle.transfers(from, false), null);
        check(as, figures.get(7), oracle.movements(from, Set.of("STRUCK_OFF")), null);
        check(as, figures.get(8), oracle.movements(from, Set.of("WITHDREW")), null);
        check(as, figures.get(9), oracle.movements(from, Set.of("EXPELLED")), null);
        check(as, figures.get(10), oracle.movements(from, Set.of("DECEASED")), null);
        if (!oracle.isCycleOpen(year)) {
            assertThat(figures.at("/11/absent").asString()).as(as).isEqualTo("no-cycle");
        } else {
            int good = oracle.graded(year, Set.of("GOOD", "EXCELLENT")::contains);
            check(as, figures.get(11), good, oracle.graded(year, _ -> true));
            check(as, figures.get(12), oracle.unitsCompleted(year), oracle.unitsObliged(year));
        }
        check(as, figures.get(13), oracle.branches(true), oracle.branches(false));
        check(as, figures.get(14), oracle.branchMonths(from, true), oracle.branchMonths(from, false));
        check(as, figures.get(15), oracle.attended(from, THERE), oracle.attended(from, CALLED));
        check(as, figures.get(16), oracle.membersWithTask(), closing);
        Map<String, Integer> holders = oracle.holders();
        check(as, figures.get(17), holders.values().stream().mapToInt(n -> n).sum(), null);
        assertThat(asking.figure(asked.replace(INDICATORS, "post.holders") + "&by=posts")
                        .parts())
                .as("what is held together, of %s", as)
                .isEqualTo(holders.entrySet().stream().collect(toMap(Map.Entry::getKey, part -> part.getValue()
                        .toString())));
        OracleTargets targets = oracle.targets(from);
        check(as, figures.get(18), targets.achieved(null), targets.set(null));
        checkTargets(where, asked, targets);
        // Before all is told, a merger may be known and its members' new homes not: only the owner tells both in one
        // instant.
        if (asOf.equals(to) && knownAt.equals(last)) {
            assertThat(count(figures, 1)
                            + count(figures, 3)
                            + count(figures, 4)
                            + count(figures, 5)
                            - count(figures, 6)
                            - count(figures, 7)
                            - count(figures, 8)
                            - count(figures, 9)
                            - count(figures, 10))
                    .as("the balance of %s", as)
                    .isEqualTo(count(figures, 2));
        }
    }

    private void checkTargets(String where, String asked, OracleTargets targets) {
        String achieved = asked.replace(INDICATORS, "target.achieved") + "&by=main";
        assertThat(asking.figure(achieved).parts())
                .as("%s: %s", where, achieved)
                .isEqualTo(Map.of(
                        "MAIN", targets.achieved(true) + "/" + targets.set(true),
                        "OTHER", targets.achieved(false) + "/" + targets.set(false)));
        String values = asked.replace(INDICATORS, "target.value");
        Asking.Figure whole = asking.figure(values);
        assertThat(whole.node().get("numerator").isNull() ? null : whole.over())
                .as("%s: %s", where, values)
                .isEqualTo(targets.value());
        assertThat(asking.figure(values + "&by=target").parts())
                .as("each target of %s: %s", where, values)
                .isEqualTo(targets.values());
        assertThat(asking.figure(values + "&by=unit,target").parts())
                .as("each unit's of %s: %s", where, values)
                .isEqualTo(targets.valuesByChild());
    }

    private static int count(JsonNode figures, int place) {
        return figures.get(place).get("numerator").asInt();
    }

    private static void check(
            String as, JsonNode node, int numerator, @org.jspecify.annotations.Nullable Integer denominator) {
        Asking.Figure figure = new Asking.Figure(node);
        String indicator = node.get("indicator").asString();
        assertThat(figure.numerator()).as("%s of %s", indicator, as).isEqualByComparingTo(Integer.toString(numerator));
        if (denominator != null) {
            assertThat(node.get("denominator").decimalValue())
                    .as("what %s of %s is measured against", indicator, as)
                    .isEqualByComparingTo(denominator.toString());
        }
        if (as.endsWith("&by=unit")) {
            assertThat(figure.sumOfParts())
                    .as("the parts of %s of %s", indicator, as)
                    .isEqualByComparingTo(figure.numerator());
        }
    }
}
