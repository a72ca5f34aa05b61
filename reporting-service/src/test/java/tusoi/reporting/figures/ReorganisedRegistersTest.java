package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.Oracle;
import tusoi.reporting.RandomRegister;
import tusoi.reporting.ReportingTest;

/**
 * Random registers with mergers, splits, spin-offs, ends, moves, revocations, corrections and joined entries: every figure is the one
 * counted by hand, every balance closes for every unit, span, tree and knowledge, and an answer given stays. The seed is printed;
 * {@code -Dtusoi.seed=…} runs it again, {@code -Dtusoi.histories=…} more or fewer.
 */
@ReportingTest
class ReorganisedRegistersTest {
    private static final int TOGETHER = 40;
    private static final int QUESTIONS = 3;
    private static final List<String> INDICATORS = List.of(
            "member.opening",
            "member.closing",
            "member.admitted",
            "member.readmitted",
            "member.registered",
            "member.transferred-in",
            "member.transferred-out",
            "member.struck-off",
            "member.withdrew",
            "member.expelled",
            "member.deceased",
            "discipline.members",
            "post.holders");

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    private final Map<String, String> given = new LinkedHashMap<>();
    private int asked;
    private int elsewhen;
    private int unplaced;

    @Test
    void everyFigureIsTheOneCountedByHandAndEveryBalanceCloses() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        int histories = Integer.getInteger("tusoi.histories", 200);
        System.out.println("ReorganisedRegistersTest seed " + seed + ", " + histories + " histories");
        Random random = new Random(seed);
        for (int first = 0; first < histories; first += TOGETHER) {
            batch(random, Math.min(TOGETHER, histories - first), "seed " + seed + ", histories from " + first);
        }
        System.out.printf(
                "ReorganisedRegistersTest %d questions, %d of them of the tree of another day, %d with something unplaced%n",
                asked, elsewhen, unplaced);
        assertThat(elsewhen).isPositive();
        assertThat(unplaced).as("seed " + seed).isPositive();
    }

    private void batch(Random random, int size, String where) {
        feed.clear();
        given.clear();
        History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
        UUID root = history.unit("R", "PROVINCE", "PARTY_ORGANISATION", null, null, LocalDate.of(2004, 1, 1));
        history.account("admin", "REGISTER_ADMINISTRATOR", root);
        List<ReceivedEvent> above = history.events();
        List<RandomRegister> registers = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            RandomRegister register = new RandomRegister(new Random(random.nextLong()), history, root, "H" + n);
            register.live(25);
            registers.add(register);
        }
        feed.all(history);
        registers.forEach(register -> ask(register, above, random, where));
        registers.forEach(register -> register.live(15));
        feed.all(history);
        given.forEach((query, body) ->
                assertThat(asking.body("admin", query)).as(where + ": " + query).isEqualTo(body));
        given.clear();
        registers.forEach(register -> ask(register, above, random, where));
    }

    private void ask(RandomRegister register, List<ReceivedEvent> above, Random random, String where) {
        List<ReceivedEvent> events = new ArrayList<>(above);
        events.addAll(register.events());
        for (int n = 0; n < QUESTIONS; n++) {
            String code = register.codes().get(random.nextInt(register.codes().size()));
            LocalDate from = day(random);
            LocalDate to = from.plusDays(random.nextInt(900));
            LocalDate asOf = random.nextBoolean() ? to : day(random);
            Instant knownAt =
                    (random.nextBoolean() ? events.getLast() : events.get(random.nextInt(events.size()))).recordedAt();
            ask(events, code, from, to, asOf, knownAt, where);
        }
        // Who joined a founded unit has no one place in the tree from before its founding: asked of the top, where none
        // falls outside.
        LocalDate before = register.lastFounding().minusDays(1);
        LocalDate to = before.plusDays(1 + random.nextInt(900));
        ask(
                events,
                register.codes().getFirst(),
                before,
                to,
                before,
                events.getLast().recordedAt(),
                where);
    }

    private static LocalDate day(Random random) {
        return RandomRegister.FIRST.plusDays(random.nextInt(RandomRegister.DAYS) - 100);
    }

    private void ask(
            List<ReceivedEvent> events,
            String code,
            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            Instant knownAt,
            String where) {
        Oracle oracle = new Oracle(events, code, to, asOf, knownAt);
        if (!oracle.isUnitInTree()) {
            return;
        }
        String query = "unit=%s&indicators=%s&from=%s&to=%s&asOf=%s&knownAt=%s&by=unit"
                .formatted(code, String.join(",", INDICATORS), from, to, asOf, knownAt);
        String body = asking.body("admin", query);
        given.put(query, body);
        JsonNode figures = JsonMapper.shared().readTree(body).get("figures");
        String as = where + ": " + query;
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("member.opening", oracle.members(from.minusDays(1)));
        expected.put("member.closing", oracle.members(to));
        expected.put("member.admitted", oracle.movements(from, Set.of("ADMITTED")));
        expected.put("member.readmitted", oracle.movements(from, Set.of("READMITTED")));
        expected.put("member.registered", oracle.movements(from, Set.of("REGISTERED")));
        expected.put("member.transferred-in", oracle.transfers(from, true));
        expected.put("member.transferred-out", oracle.transfers(from, false));
        expected.put("member.struck-off", oracle.movements(from, Set.of("STRUCK_OFF")));
        expected.put("member.withdrew", oracle.movements(from, Set.of("WITHDREW")));
        expected.put("member.expelled", oracle.movements(from, Set.of("EXPELLED")));
        expected.put("member.deceased", oracle.movements(from, Set.of("DECEASED")));
        expected.put("discipline.members", oracle.disciplined(from));
        expected.put(
                "post.holders",
                oracle.holders().values().stream().mapToInt(n -> n).sum());
        Map<String, Integer> counted = new LinkedHashMap<>();
        figures.forEach(figure -> counted.put(
                figure.get("indicator").asString(), figure.get("numerator").asInt()));
        assertThat(counted).as(as).isEqualTo(expected);
        int opening = sum(counted, "opening");
        int in = sum(counted, "admitted", "readmitted", "registered", "transferred-in");
        int out = sum(counted, "transferred-out", "struck-off", "withdrew", "expelled", "deceased");
        assertThat(opening + in - out).as("the balance of %s", as).isEqualTo(sum(counted, "closing"));
        checkParts(figures, events, oracle, from, to, asOf, knownAt, as);
        asked++;
        elsewhen += asOf.equals(to) ? 0 : 1;
    }

    /** Parts sum to the whole with what is unplaced, and each is what is answered for that unit itself. */
    private void checkParts(
            JsonNode figures,
            List<ReceivedEvent> events,
            Oracle oracle,
            LocalDate from,
            LocalDate to,
            LocalDate asOf,
            Instant knownAt,
            String as) {
        boolean some = false;
        for (JsonNode node : figures) {
            Asking.Figure figure = new Asking.Figure(node);
            if (!node.get("indicator").asString().equals("discipline.members")) {
                assertThat(figure.sumOfParts())
                        .as("the parts of %s of %s", node.get("indicator"), as)
                        .isEqualByComparingTo(figure.numerator());
            }
            some |= figure.unplaced().signum() > 0;
        }
        unplaced += some ? 1 : 0;
        Map<String, String> opening = new Asking.Figure(figures.get(0)).parts();
        Map<String, String> closing = new Asking.Figure(figures.get(1)).parts();
        for (String child : oracle.children()) {
            Oracle ofChild = new Oracle(events, child, to, asOf, knownAt);
            assertThat(opening.get(child))
                    .as("opening of %s of %s", child, as)
                    .isEqualTo(Integer.toString(ofChild.members(from.minusDays(1))));
            assertThat(closing.get(child))
                    .as("closing of %s of %s", child, as)
                    .isEqualTo(Integer.toString(ofChild.members(to)));
        }
    }

    private static int sum(Map<String, Integer> counted, String... indicators) {
        int sum = 0;
        for (String indicator : indicators) {
            sum += counted.getOrDefault("member." + indicator, 0);
        }
        return sum;
    }
}
