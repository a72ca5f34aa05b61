package tusoi.journey.reform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tusoi.journey.register.BinhThuy;
import tusoi.journey.register.CaiRang;
import tusoi.journey.register.DemoUnit;
import tusoi.journey.register.District;

class ReformPlanTest {
    private final ReformPlan plan = new ReformPlan();
    private final List<District> districts = List.of(CaiRang.generate(), BinhThuy.generate());

    @Test
    void theWardsMergeAsWasAnnounced() {
        Map<String, List<String>> mergers = plan.mergers().entrySet().stream()
                .collect(Collectors.toMap(
                        merger -> merger.getKey().name(),
                        merger -> merger.getValue().stream().map(DemoUnit::name).toList()));
        assertThat(mergers)
                .containsOnly(
                        Map.entry(
                                "Đảng bộ phường Cái Răng",
                                List.of(
                                        "Đảng bộ phường Lê Bình",
                                        "Đảng bộ phường Ba Láng",
                                        "Đảng bộ phường Hưng Thạnh",
                                        "Đảng bộ phường Thường Thạnh")),
                        Map.entry(
                                "Đảng bộ phường Thới An Đông",
                                List.of(
                                        "Đảng bộ phường Trà An",
                                        "Đảng bộ phường Thới An Đông",
                                        "Đảng bộ phường Trà Nóc")));
    }

    /** Every base of a district either merges or is told where it goes; none is left to the end of the district. */
    @Test
    void everyBaseHasADestination() {
        Set<String> told = new HashSet<>();
        for (Map<String, Object> operation : plan.operations()) {
            if (operation.get("units") instanceof Collection<?> units) {
                units.forEach(unit -> assertThat(told.add(String.valueOf(unit)))
                        .as("%s goes two ways", unit)
                        .isTrue());
            }
        }
        assertThat(told).containsAll(bases().map(DemoUnit::code).toList());
    }

    @Test
    void pairsOfBranchesMergeInBothWards() {
        List<Map<String, Object>> mergers = plan.operations().stream()
                .filter(operation -> "MERGE".equals(operation.get("type")))
                .toList();
        assertThat(mergers).hasSize(2 + 5);
        assertThat(mergers.stream().filter(merger -> merger.containsKey("into")))
                .as("one branch takes another in")
                .hasSize(1);
    }

    @Test
    void noTwoBranchesOfANewWardHaveOneName() {
        List<String> names = plan.operations().stream()
                .filter(operation -> "RENAME".equals(operation.get("type")))
                .map(operation -> String.valueOf(operation.get("name")))
                .toList();
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void whoeverWasAtAUnitThatEndsGoesSomewhereThatDoesNot() {
        Map<String, String> successors = plan.successors();
        assertThat(successors.values()).doesNotContainAnyElementsOf(successors.keySet());
        assertThat(successors).containsEntry("CR.LB", "CT.CR").containsEntry("BT", "CT");
    }

    private Stream<DemoUnit> bases() {
        return districts.stream().flatMap(district -> district.bases().stream());
    }
}
