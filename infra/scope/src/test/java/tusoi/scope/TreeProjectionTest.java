package tusoi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.inbox.ReceivedEvent;

/** The tables derived from unit events against what a plain walk up the superiors says. */
class TreeProjectionTest {
    private static final List<String> TABLES =
            List.of("lineage_told", "unit_record", "unit_version", "link", "closure", "unit_life", "lineage");

    private static ConfigurableApplicationContext service;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        service = ScopeService.start("local");
        jdbc = service.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void forget() {
        for (String table : TABLES) {
            jdbc.sql("delete from scope." + table).update();
        }
    }

    private static void apply(List<ReceivedEvent> events) {
        service.getBean(TransactionTemplate.class).executeWithoutResult(status -> service.getBean(UnitEvents.class)
                .apply(events));
    }

    @Test
    void anyOrderWithRepeatsEndsInTheSameRowsAndAgreesWithANaiveWalk() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            List<ReceivedEvent> events = randomHistory(random, 14, 50);
            Map<String, List<String>> first = rowsAfter(events, 1 + random.nextInt(5));
            agreesWithNaiveWalk(events, random, seed);
            forget();
            List<ReceivedEvent> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(shuffled, random);
            assertThat(rowsAfter(shuffled, 1 + random.nextInt(7)))
                    .as("seed %s", seed)
                    .isEqualTo(first);
            forget();
        }
    }

    private static List<ReceivedEvent> randomHistory(Random random, int units, int changes) {
        Tree tree = new Tree();
        List<UUID> known = new ArrayList<>(List.of(tree.establish("R", null)));
        for (int i = 1; i < units; i++) {
            known.add(tree.establish("U" + i, pick(known, random), Tree.BEGIN.plusDays(random.nextInt(100))));
        }
        for (int i = 0; i < changes; i++) {
            UUID unit = known.get(1 + random.nextInt(known.size() - 1));
            LocalDate day = Tree.BEGIN.plusDays(random.nextInt(1_000));
            if (!tree.isAliveOn(unit, day)) {
                continue;
            }
            switch (random.nextInt(6)) {
                case 0 -> tree.rename(unit, "Name " + i, day);
                case 1 -> tree.end(unit, day, pick(known, random));
                case 2 -> known.add(tree.establish("S" + i, pick(known, random), day, unit));
                default -> tree.move(unit, pick(known, random), day);
            }
        }
        return tree.events();
    }

    private static UUID pick(List<UUID> units, Random random) {
        return units.get(random.nextInt(units.size()));
    }

    private static Map<String, List<String>> rowsAfter(List<ReceivedEvent> events, int batch) {
        for (int from = 0; from < events.size(); from += batch) {
            apply(events.subList(from, Math.min(from + batch, events.size())));
        }
        Map<String, List<String>> rows = new HashMap<>();
        for (String table : TABLES) {
            rows.put(
                    table,
                    jdbc.sql("select t::text from scope." + table + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    /** Superiors by walking up the slices of the version known then, at days and instants around every change. */
    private static void agreesWithNaiveWalk(List<ReceivedEvent> events, Random random, long seed) {
        Set<UUID> units =
                new HashSet<>(events.stream().map(ReceivedEvent::aggregateId).toList());
        for (int sample = 0; sample < 60; sample++) {
            Instant known =
                    events.get(random.nextInt(events.size())).recordedAt().plusNanos(random.nextInt(2) * 1_000);
            LocalDate day = Tree.BEGIN.plusDays(random.nextInt(1_100));
            Set<String> walked = new TreeSet<>();
            for (UUID unit : units) {
                walk(unit, day, known, events, walked);
            }
            Set<String> kept = new TreeSet<>(jdbc.sql("""
                    select unit_id || ' under ' || ancestor_id || ' at ' || depth from scope.closure
                     where valid_from <= :day and :day < valid_to and recorded_from <= :known and :known < recorded_to
                    """)
                    .param("day", day)
                    .param("known", known.atOffset(java.time.ZoneOffset.UTC))
                    .query(String.class)
                    .list());
            assertThat(kept).as("seed %s, %s known %s", seed, day, known).isEqualTo(walked);
            assertThat(lineage(known))
                    .as("seed %s, lineage known %s", seed, known)
                    .isEqualTo(told(events, known));
        }
    }

    private static Set<String> lineage(Instant known) {
        return new TreeSet<>(jdbc.sql("""
                        select predecessor_id || ' ' || successor_id || ' ' || on_day from scope.lineage
                         where recorded_from <= :known and :known < recorded_to
                        """)
                .param("known", known.atOffset(java.time.ZoneOffset.UTC))
                .query(String.class)
                .list());
    }

    /** Of each line: what the one of its two units said that spoke last. */
    private static Set<String> told(List<ReceivedEvent> events, Instant known) {
        Set<String> held = new TreeSet<>();
        for (ReceivedEvent event : events) {
            if (!event.recordedAt().isAfter(known)) {
                String unit = event.aggregateId().toString();
                held.removeIf(line -> line.contains(unit));
                event.data()
                        .get("lineage")
                        .forEach(line -> held.add(line.get("predecessorId").asString() + " "
                                + line.get("successorId").asString() + " "
                                + line.get("on").asString()));
            }
        }
        return held;
    }

    /** A merger into a unit that is there already is told by the one that ends; the other tells it when next it speaks. */
    @Test
    void whatIsRevokedIsNoLineageAnyMoreWhoeverToldIt() {
        Tree tree = new Tree();
        UUID root = tree.establish("R", null);
        UUID gone = tree.establish("R.1", root);
        UUID heir = tree.establish("R.2", root);
        LocalDate day = LocalDate.of(2024, 7, 1);
        tree.end(gone, day, heir);
        tree.rename(heir, "Bigger", day);
        apply(tree.takeEvents());
        Instant between = tree.lastRecorded();
        tree.revokeEnd(gone, day);
        apply(tree.takeEvents());
        assertThat(lineage(between)).containsExactly(gone + " " + heir + " " + day);
        assertThat(lineage(tree.lastRecorded())).isEmpty();
    }

    /** Events recorded before lineage had days of its own. */
    @Test
    void predecessorsAndSuccessorsAloneAreOfTheFirstDayOrTheEnd() {
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        apply(List.of(
                Tree.event(
                        "org.unit-established.v1",
                        young,
                        1,
                        Instant.ofEpochSecond(1),
                        dayless(young, "2020-05-01", old, null)),
                Tree.event(
                        "org.unit-ended.v1",
                        old,
                        2,
                        Instant.ofEpochSecond(2),
                        dayless(old, "2004-01-01", null, young))));
        assertThat(lineage(Instant.ofEpochSecond(1))).containsExactly(old + " " + young + " 2020-05-01");
        assertThat(lineage(Instant.ofEpochSecond(2))).containsExactly(old + " " + young + " 2021-01-01");
    }

    private static Map<String, Object> dayless(
            UUID unit,
            String from,
            @org.jspecify.annotations.Nullable UUID before,
            @org.jspecify.annotations.Nullable UUID after) {
        return Map.of(
                "unitId",
                unit.toString(),
                "code",
                unit.toString(),
                "slices",
                List.of(Map.of(
                        "validFrom", from, "validTo", "2021-01-01", "name", "x", "level", "BRANCH", "form", "BRANCH")),
                "predecessors",
                before == null ? List.of() : List.of(before.toString()),
                "successors",
                after == null ? List.of() : List.of(after.toString()));
    }

    private static void walk(UUID unit, LocalDate day, Instant known, List<ReceivedEvent> events, Set<String> found) {
        Set<UUID> passed = new HashSet<>();
        if (superior(unit, day, known, events).isEmpty()) {
            return;
        }
        UUID at = unit;
        for (int depth = 0; passed.add(at); depth++) {
            found.add(unit + " under " + at + " at " + depth);
            List<String> superior = superior(at, day, known, events);
            if (superior.isEmpty() || superior.getFirst().isEmpty()) {
                return;
            }
            at = UUID.fromString(superior.getFirst());
        }
    }

    /** Empty where the unit is not alive; an empty text at the top. */
    private static List<String> superior(UUID unit, LocalDate day, Instant known, List<ReceivedEvent> events) {
        return events.stream()
                .filter(event ->
                        event.aggregateId().equals(unit) && !event.recordedAt().isAfter(known))
                .max(java.util.Comparator.comparingLong(ReceivedEvent::version))
                .stream()
                .flatMap(event -> java.util.stream.StreamSupport.stream(
                        event.data().get("slices").spliterator(), false))
                .filter(slice ->
                        !LocalDate.parse(slice.get("validFrom").asString()).isAfter(day)
                                && (slice.get("validTo").isNull()
                                        || LocalDate.parse(slice.get("validTo").asString())
                                                .isAfter(day)))
                .map(slice -> slice.get("parentId").isNull()
                        ? ""
                        : slice.get("parentId").asString())
                .toList();
    }

    @Test
    void aRenameTouchesNoClosure() {
        Tree tree = new Tree();
        UUID root = tree.establish("R", null);
        tree.establish("A", root);
        apply(tree.takeEvents());
        List<String> before = jdbc.sql("select t::text || xmin from scope.closure t order by 1")
                .query(String.class)
                .list();
        tree.rename(root, "Other", Tree.BEGIN.plusYears(1));
        apply(tree.takeEvents());
        assertThat(jdbc.sql("select t::text || xmin from scope.closure t order by 1")
                        .query(String.class)
                        .list())
                .isEqualTo(before);
    }

    @Test
    void unitsAnswerByDayAndByKnowledge() {
        Units units = service.getBean(Units.class);
        Tree tree = new Tree();
        UUID root = tree.establish("R", null);
        UUID b = tree.establish("R.B", root);
        UUID a = tree.establish("R.A", root);
        UUID child = tree.establish("R.B.1", b);
        apply(tree.takeEvents());
        Instant before = tree.lastRecorded();
        LocalDate day = LocalDate.of(2020, 5, 1);
        tree.move(child, a, day);
        apply(tree.takeEvents());

        assertThat(units.subtree(root, day, null))
                .extracting(Units.Unit::code)
                .containsExactly("R", "R.A", "R.B.1", "R.B");
        assertThat(units.subtree(root, day, before))
                .extracting(Units.Unit::code)
                .containsExactly("R", "R.A", "R.B", "R.B.1");
        assertThat(units.subtree(root, day.minusDays(1), null))
                .extracting(Units.Unit::code)
                .containsExactly("R", "R.A", "R.B", "R.B.1");
        assertThat(units.path(child, day, null)).extracting(Units.Unit::code).containsExactly("R", "R.A", "R.B.1");
        assertThat(units.children(a, day, null)).extracting(Units.Unit::id).containsExactly(child);
        assertThat(units.isUnder(child, b, day)).isFalse();
        assertThat(units.isUnder(child, b, day.minusDays(1))).isTrue();
        assertThat(units.isUnder(child, child, day)).isTrue();
        assertThat(units.byCode("r.b.1", day, null)).map(Units.Unit::parent).contains(a);
        assertThat(units.byCode("R.B.1", Tree.BEGIN.minusDays(1), null)).isEmpty();
        assertThat(units.idOf("r.b.1")).contains(child);
        assertThat(units.idOf("R.X")).isEmpty();
        assertThat(units.find(child, day, before)).map(Units.Unit::version).contains(1L);
    }

    /** As org-service tells it where a reorganisation is revoked: the unit's picture has no day. */
    @Test
    void aFoundingThatIsRevokedLeavesNoUnitAndKeepsWhatWasKnown() {
        Units units = service.getBean(Units.class);
        Tree tree = new Tree();
        UUID root = tree.establish("R", null);
        UUID founded = tree.establish("R.N", root);
        apply(tree.takeEvents());
        Instant before = tree.lastRecorded();
        tree.end(founded, Tree.BEGIN);
        apply(tree.takeEvents());
        assertThat(units.find(founded, Tree.BEGIN, null)).isEmpty();
        assertThat(units.subtree(root, Tree.BEGIN, null))
                .extracting(Units.Unit::code)
                .containsExactly("R");
        assertThat(units.subtree(root, Tree.BEGIN, before))
                .extracting(Units.Unit::code)
                .containsExactly("R", "R.N");
    }

    @Test
    void aDistrictIsFastEnough() {
        Tree tree = new Tree();
        UUID root = tree.establish("R", null);
        UUID west = tree.establish("W", root);
        UUID east = tree.establish("E", root);
        List<UUID> wards = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            wards.add(tree.establish("W" + i, i < 32 ? west : east));
        }
        UUID moved = tree.establish("M", west);
        for (int i = 0; i < 2_000; i++) {
            tree.establish("M." + i, moved);
        }
        for (int i = 0; i < 150; i++) {
            tree.establish("B." + i, wards.get(i % 40));
        }
        long imported = millis(() -> apply(tree.takeEvents()));
        long oneByOne = millis(() -> {
            for (int i = 0; i < 300; i++) {
                tree.establish("N." + i, wards.get(i % 40));
                apply(tree.takeEvents());
            }
        });
        tree.move(moved, east, LocalDate.of(2024, 1, 1));
        long move = millis(() -> apply(tree.takeEvents()));
        jdbc.sql("""
                insert into scope.grant_version
                values (gen_random_uuid(), 1, now() - interval '1 day', 'infinity', :account, 'OBSERVER', :unit, '2004-01-01', 'infinity')
                """).param("account", new UUID(7, 7)).param("unit", root).update();
        String list = """
                select count(*) from (select v.unit_id from scope.unit_version v
                 where v.recorded_to = 'infinity' and v.unit_id in (select scope.covered_units()) order by v.code limit 50) p
                """;
        long[] covered = new long[1];
        double listMillis = service.getBean(TransactionTemplate.class).execute(status -> {
            jdbc.sql("select set_config('tusoi.account', :account, true)")
                    .param("account", new UUID(7, 7).toString())
                    .query()
                    .singleRow();
            covered[0] = jdbc.sql("select count(*) from scope.covered_units()")
                    .query(Long.class)
                    .single();
            for (int i = 0; i < 30; i++) {
                jdbc.sql(list).query(Long.class).single();
            }
            return medianMillis(50, () -> jdbc.sql(list).query(Long.class).single());
        });
        System.out.printf(
                "2,193 units at once %d ms, 300 one by one %d ms, moving 2,001 %d ms, list under %d covered units %.1f ms%n",
                imported, oneByOne, move, covered[0], listMillis);
        assertThat(covered[0]).isEqualTo(2_494);
        assertThat(imported).isLessThan(10_000);
        assertThat(oneByOne).isLessThan(10_000);
        assertThat(move).isLessThan(5_000);
        assertThat(listMillis).isLessThan(50);
    }

    private static double medianMillis(int times, Runnable work) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos[times / 2] / 1e6;
    }

    private static long millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1_000_000;
    }
}
