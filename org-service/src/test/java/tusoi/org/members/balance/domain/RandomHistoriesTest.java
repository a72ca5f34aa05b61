package tusoi.org.members.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand registers, each of random commands with reorganisations, corrections and merges between them. The seed is printed;
 * {@code -Dtusoi.seed=…} runs it again, {@code -Dtusoi.histories=…} more or fewer.
 */
class RandomHistoriesTest {
    private static final int COMMANDS = 40;

    // ORG-01, ORG-02, ORG-11, ORG-12, ORG-68, ORG-71
    @Test
    void nobodyHasTwoHomesOrNoneNoUnitTwoSuperiorsEveryBalanceClosesPartsMakeTheWholeAndThePastStays() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        int histories = Integer.getInteger("tusoi.histories", 10_000);
        System.out.println("RandomHistoriesTest seed " + seed + ", " + histories + " histories");
        Random random = new Random(seed);
        long[] seeds = random.longs(histories).toArray();
        LongAdder accepted = new LongAdder();
        LongAdder reorganisations = new LongAdder();
        LongAdder revocations = new LongAdder();
        LongAdder answers = new LongAdder();
        IntStream.range(0, histories).parallel().forEach(i -> {
            Random own = new Random(seeds[i]);
            RandomCommands lived = RandomCommands.live(own, COMMANDS);
            accepted.add(lived.register().accepted());
            reorganisations.add(lived.reorganisations().inForce().size());
            revocations.add(lived.reorganisations().revoked());
            answers.add(lived.register().answers().size());
            new RegisterChecks(lived).check("seed " + seed + ", history " + i, own);
        });
        System.out.println("RandomHistoriesTest " + accepted + " commands accepted of " + (long) histories * COMMANDS
                + ", " + reorganisations + " reorganisations in force, " + revocations + " revoked, " + answers
                + " balances asked at random instants and again");
        assertThat(accepted.sum()).isGreaterThan((long) histories * COMMANDS / 4);
        assertThat(reorganisations.sum()).isGreaterThan(histories);
        assertThat(revocations.sum()).isGreaterThan(histories / 20);
    }
}
