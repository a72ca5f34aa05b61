package tusoi.org.members.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand registers, each of random commands with reorganisations, corrections and merges between them. The seed is printed;
 * {@code -Dtusoi.seed=…} runs it again, {@code -Dtusoi.histories=…} more or fewer.
 */
class RandomHistoriesTest {
    private static final int COMMANDS = 40;

    // ORG-11, ORG-12, ORG-68
    @Test
    void nobodyHasTwoHomesOrNoneEveryBalanceClosesAndThePastStays() {
        long seed = Long.getLong("tusoi.seed", System.nanoTime());
        int histories = Integer.getInteger("tusoi.histories", 10_000);
        System.out.println("RandomHistoriesTest seed " + seed + ", " + histories + " histories");
        Random random = new Random(seed);
        long accepted = 0;
        for (int i = 0; i < histories; i++) {
            RandomRegister register = new RandomRegister(new Random(random.nextLong()));
            accepted += register.live(COMMANDS);
            register.check("seed " + seed + ", history " + i);
        }
        System.out.println("RandomHistoriesTest " + accepted + " commands accepted of " + (long) histories * COMMANDS);
        assertThat(accepted).isGreaterThan((long) histories * COMMANDS / 4);
    }
}
