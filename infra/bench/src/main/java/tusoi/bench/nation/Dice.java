package tusoi.bench.nation;

/** Chance that depends on nothing but what it is about: rows can be made in any order. */
final class Dice {
    private static final long SEED = 20_081L;

    private Dice() {}

    /** From 0 to below the bound. */
    static int roll(String about, long number, int bound) {
        long mixed = (number + SEED) * 0x9E37_79B9_7F4A_7C15L ^ ((long) about.hashCode() << 17);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), bound);
    }
}
