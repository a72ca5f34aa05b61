package tusoi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.time.BusinessDays;

/** What is asked of one unit from below is what the set from above says: of every unit and account of random trees. */
class CoversOneUnitTest {
    private static final LocalDate TODAY = BusinessDays.today(Clock.systemUTC());
    private static final int ROUNDS = 6;
    private static final int UNITS = 16;
    private static final int CHANGES = 60;
    private static final int ACCOUNTS = 14;

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = ScopeService.start("local");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private record Compared(long covered, long outside, long endedCovered, long comingCovered) {}

    @Test
    void oneUnitIsCoveredWhereTheSetHoldsIt() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        long covered = 0;
        long outside = 0;
        long ended = 0;
        long coming = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Tree tree = new Tree();
            List<UUID> units = grow(tree, random, "R" + round + ".");
            List<UUID> accounts = hire(tree, random, units);
            units.add(UUID.randomUUID());
            for (UUID account : accounts) {
                for (String right : new String[] {null, Right.MEMBER_READ.name(), Right.UNIT_WRITE.name(), "NO_SUCH"}) {
                    Compared compared = compare(account, right, units, seed);
                    covered += compared.covered();
                    outside += compared.outside();
                    ended += compared.endedCovered();
                    coming += compared.comingCovered();
                }
            }
            assertThat(compare(UUID.randomUUID(), null, units, seed).covered()).isZero();
        }
        assertThat(List.of(covered, outside, ended, coming))
                .as("seed %s: covered, outside, ended and covered, coming and covered", seed)
                .allMatch(found -> found > 20);
    }

    /** Units that are established, moved, ended and succeeded on days around today, some of them to come. */
    private static List<UUID> grow(Tree tree, Random random, String prefix) {
        List<UUID> units = new ArrayList<>(List.of(tree.establish(prefix, null)));
        for (int i = 1; i < UNITS; i++) {
            units.add(tree.establish(prefix + i, pick(units, random), Tree.BEGIN.plusDays(random.nextInt(100))));
        }
        for (int i = 0; i < CHANGES; i++) {
            UUID unit = units.get(1 + random.nextInt(units.size() - 1));
            LocalDate day = TODAY.plusDays(random.nextInt(400) - 320);
            if (!tree.isAliveOn(unit, day)) {
                continue;
            }
            switch (random.nextInt(7)) {
                case 0 -> tree.end(unit, day);
                case 1 -> tree.end(unit, day, pick(units, random));
                case 2 -> {
                    UUID successor = tree.establish(prefix + "S" + i, pick(units, random), day, unit);
                    units.add(successor);
                    tree.end(unit, day, successor);
                }
                case 3 -> units.add(tree.establish(prefix + "O" + i, pick(units, random), day, unit));
                case 4 -> {
                    UUID founded = tree.establish(prefix + "N" + i, pick(units, random), day);
                    units.add(founded);
                    if (random.nextBoolean()) {
                        tree.end(founded, day);
                    }
                }
                default -> tree.move(unit, pick(units, random), day);
            }
        }
        UUID coming = tree.establish(prefix + "C", units.getFirst(), TODAY.plusDays(30));
        units.add(coming);
        units.add(tree.establish(prefix + "C.1", coming, TODAY.plusDays(40)));
        apply(tree.takeEvents());
        return units;
    }

    /** Accounts with a grant or three: of today, of tomorrow, revoked; some are locked. The first one has the root. */
    private static List<UUID> hire(Tree tree, Random random, List<UUID> units) {
        List<UUID> accounts = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            UUID account = UUID.randomUUID();
            accounts.add(account);
            List<ReceivedEvent> events =
                    new ArrayList<>(List.of(tree.account(account, 1, "subject-" + account, i % 7 == 6)));
            for (int grants = 1 + random.nextInt(3); grants > 0; grants--) {
                UUID grant = UUID.randomUUID();
                UUID unit = pick(units, random);
                Role role = Role.values()[random.nextInt(Role.values().length)];
                LocalDate from = random.nextInt(5) == 0 ? TODAY.plusDays(1) : Tree.BEGIN;
                events.add(tree.grant(grant, account, role, unit, from));
                if (from.isBefore(TODAY) && random.nextInt(5) == 0) {
                    events.add(tree.revoke(grant, account, role, unit, from, TODAY));
                }
            }
            apply(events);
        }
        return accounts;
    }

    private static Compared compare(UUID account, @Nullable String right, List<UUID> units, long seed) {
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        return service.getBean(TransactionTemplate.class).execute(status -> {
            jdbc.sql("select set_config('tusoi.account', ?, true)")
                    .param(account.toString())
                    .query()
                    .singleRow();
            String set = right == null ? "scope.covered_units()" : "scope.units_with('" + right + "')";
            String one = right == null ? "scope.covers(u)" : "scope.covers(u, '" + right + "')";
            assertThat(jdbc.sql("select u from unnest(:units::uuid[]) u where " + one
                                    + " is distinct from (u in (select " + set + "))")
                            .param("units", SqlArrays.of("uuid", units, unit -> unit))
                            .query(UUID.class)
                            .list())
                    .as("seed %s, account %s, right %s", seed, account, right)
                    .isEmpty();
            return jdbc.sql("""
                            select count(*) filter (where c), count(*) filter (where not c),
                                   count(*) filter (where c and l.end_day <= :today),
                                   count(*) filter (where c and l.first_day > :today)
                              from (select u, %s as c from unnest(:units::uuid[]) u) asked
                              left join scope.unit_life l on l.unit_id = asked.u
                            """.formatted(one))
                    .param("units", SqlArrays.of("uuid", units, unit -> unit))
                    .param("today", TODAY)
                    .query((row, n) -> new Compared(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                    .single();
        });
    }

    @Test
    void nothingIsNotCovered() {
        assertThat(service.getBean(JdbcClient.class)
                        .sql("select scope.covers(null)")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private static void apply(List<ReceivedEvent> events) {
        service.getBean(TransactionTemplate.class).executeWithoutResult(status -> service.getBean(UnitEvents.class)
                .apply(events));
    }

    private static UUID pick(List<UUID> units, Random random) {
        return units.get(random.nextInt(units.size()));
    }
}
