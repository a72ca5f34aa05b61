package tusoi.bench.nation;

import java.util.Locale;

/** How large a nation is made: 1 is 34 provinces, 3,321 communes, 52,000 bases, 200,000 branches and 5.6 million members. */
public record Size(int provinces, int communes, int bases, int branches, int members) {
    private static final int COMMUNES_A_REORGANISATION = 4;

    public static Size of(double scale) {
        return new Size(
                Math.max(2, part(34, scale)),
                part(3_321, scale),
                part(52_000, scale),
                part(200_000, scale),
                part(5_600_000, scale));
    }

    /** As many for a commune whatever the nation's size, so that a larger one is no quieter one. */
    int reorganisations() {
        return communes / COMMUNES_A_REORGANISATION;
    }

    int provinceOf(int commune) {
        return spread(commune, provinces, communes);
    }

    int communeOf(int base) {
        return spread(base, communes, bases);
    }

    int baseOf(int branch) {
        return spread(branch, bases, branches);
    }

    int branchOf(int member) {
        return spread(member, branches, members);
    }

    /** The first of the communes' bases, or of the bases' branches. */
    int firstBaseOf(int commune) {
        return first(commune, communes, bases);
    }

    int firstBranchOf(int base) {
        return first(base, bases, branches);
    }

    public String text() {
        return String.format(
                Locale.ROOT,
                "%d provinces, %d communes, %d bases, %d branches, %d members, %d reorganisations",
                provinces,
                communes,
                bases,
                branches,
                members,
                reorganisations());
    }

    private static int part(int whole, double scale) {
        return (int) Math.round(whole * scale);
    }

    private static int spread(int number, int wholes, int parts) {
        return (int) ((long) number * wholes / parts);
    }

    private static int first(int whole, int wholes, int parts) {
        return (int) (((long) whole * parts + wholes - 1) / wholes);
    }
}
