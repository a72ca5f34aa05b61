package tusoi.journey.reform;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tusoi.journey.register.DemoUnit;

/**
 * A ward of 1/7/2025.
 *
 * @param wards the wards that become one
 * @param branches the branches of theirs that become one too
 */
record NewWard(DemoUnit unit, List<DemoUnit> wards, List<BranchMerger> branches) {
    /**
     * Branches of several wards become one.
     *
     * @param founded null where one of them goes on and takes the other in
     */
    record BranchMerger(
            List<String> branches, String into, @Nullable DemoUnit founded) {
        static BranchMerger founding(DemoUnit founded, String... branches) {
            return new BranchMerger(List.of(branches), founded.code(), founded);
        }

        static BranchMerger joining(String into, String joined) {
            return new BranchMerger(List.of(joined, into), into, null);
        }

        /** Those that end by it. */
        Stream<String> ending() {
            return branches.stream().filter(branch -> !branch.equals(into));
        }
    }

    /** The units that end by it. */
    Stream<String> ending() {
        return Stream.concat(
                wards.stream().map(DemoUnit::code), branches.stream().flatMap(BranchMerger::ending));
    }
}
