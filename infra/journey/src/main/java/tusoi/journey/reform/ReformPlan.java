package tusoi.journey.reform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tusoi.journey.entry.UnitEntry;
import tusoi.journey.reform.NewWard.BranchMerger;
import tusoi.journey.register.BinhThuy;
import tusoi.journey.register.CaiRang;
import tusoi.journey.register.DemoUnit;
import tusoi.journey.register.District;

/**
 * What is decided. By the plan announced in April 2025 Lê Bình, Ba Láng, Hưng Thạnh and Thường Thạnh become phường Cái Răng, and
 * Trà An, Thới An Đông and Trà Nóc become phường Thới An Đông. Everything else is made up, so that nothing is left without
 * a destination: which branches become one, that the other wards and all other bases of the districts come to stand directly under the
 * city, the new names, the decision's number.
 */
public final class ReformPlan {
    public static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    public static final DemoUnit CITY = DemoUnit.organisation("CT", "Đảng bộ thành phố Cần Thơ", "PROVINCE", "");

    private static final LocalDate SIGNED = LocalDate.of(2025, 6, 27);
    private static final String OF_WARD = "Đảng bộ phường ";

    private final List<District> districts = List.of(CaiRang.generate(), BinhThuy.generate());
    private final List<NewWard> wards = List.of(
            new NewWard(
                    ward("CT.CR", "Cái Răng"),
                    units("CR.LB", "CR.BL", "CR.HT", "CR.TT"),
                    List.of(
                            BranchMerger.founding(agency("CT.CR", 1), "CR.LB.14", "CR.BL.05"),
                            BranchMerger.founding(agency("CT.CR", 2), "CR.HT.05", "CR.TT.05"))),
            new NewWard(
                    ward("CT.TAD", "Thới An Đông"),
                    units("BT.TA", "BT.TAD", "BT.TN"),
                    List.of(
                            BranchMerger.founding(agency("CT.TAD", 1), "BT.TAD.15", "BT.TN.15"),
                            BranchMerger.founding(agency("CT.TAD", 2), "BT.TAD.16", "BT.TN.16"),
                            BranchMerger.joining("BT.TA.06", "BT.TA.07"))));

    /** The new wards with those they were made of. */
    public Map<DemoUnit, List<DemoUnit>> mergers() {
        Map<DemoUnit, List<DemoUnit>> mergers = new LinkedHashMap<>();
        wards.forEach(ward -> mergers.put(ward.unit(), ward.wards()));
        return mergers;
    }

    /** The districts that end. */
    public List<DemoUnit> districts() {
        return districts.stream().map(District::unit).toList();
    }

    /** Where whoever has worked at a unit that ends goes on. */
    Map<String, String> successors() {
        Map<String, String> successors = new LinkedHashMap<>();
        districts().forEach(district -> successors.put(district.code(), CITY.code()));
        for (NewWard ward : wards) {
            ward.wards().forEach(old -> successors.put(old.code(), ward.unit().code()));
            ward.branches().forEach(merger -> merger.ending().forEach(branch -> successors.put(branch, merger.into())));
        }
        return successors;
    }

    Map<String, Object> draft() {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put(
                "decision",
                Map.of(
                        "number",
                        "GEN-QĐ/TU-2025",
                        "body",
                        "Ban Thường vụ Thành ủy Cần Thơ",
                        "signedOn",
                        SIGNED.toString(),
                        "effectiveOn",
                        DAY.toString()));
        draft.put("operations", operations());
        return draft;
    }

    List<Map<String, Object>> operations() {
        List<Map<String, Object>> operations = new ArrayList<>();
        for (NewWard ward : wards) {
            operations.add(merge(
                    ward.wards().stream().map(DemoUnit::code).toList(),
                    ward.unit().code(),
                    ward.unit()));
        }
        for (NewWard ward : wards) {
            ward.branches()
                    .forEach(merger -> operations.add(merge(merger.branches(), merger.into(), merger.founded())));
            names(ward).forEach(operations::add);
        }
        operations.add(Map.of("type", "RE_PARENT", "units", staying(), "parent", CITY.code()));
        districts().forEach(district -> operations.add(Map.of("type", "END", "unit", district.code())));
        return operations;
    }

    /** The districts' bases that are no part of a new ward: to the city. */
    private List<String> staying() {
        Set<String> ending = new HashSet<>(successors().keySet());
        return districts.stream()
                .flatMap(district -> district.bases().stream())
                .map(DemoUnit::code)
                .filter(code -> !ending.contains(code))
                .toList();
    }

    /** Four wards had a "Chi bộ khu vực 1" each: the former ward's name tells them apart. */
    private Stream<Map<String, Object>> names(NewWard ward) {
        Set<String> ending = new HashSet<>(ward.ending().toList());
        return ward.wards().stream().flatMap(old -> below(old.code())
                .filter(unit -> !ending.contains(unit.code()))
                .map(unit -> Map.of(
                        "type",
                        "RENAME",
                        "unit",
                        unit.code(),
                        "name",
                        unit.name() + " " + old.name().substring(OF_WARD.length()))));
    }

    private static Map<String, Object> merge(List<String> units, String into, @Nullable DemoUnit founded) {
        Map<String, Object> merge = new LinkedHashMap<>();
        merge.put("type", "MERGE");
        merge.put("units", units);
        if (founded == null) {
            merge.put("into", into);
        } else {
            merge.put("found", UnitEntry.found(founded));
        }
        return merge;
    }

    private Stream<DemoUnit> below(String code) {
        return districts.stream().flatMap(district -> district.within(code)).filter(unit -> !unit.code()
                .equals(code));
    }

    private List<DemoUnit> units(String... codes) {
        return Stream.of(codes)
                .map(code -> districts.stream()
                        .flatMap(district -> district.bases().stream())
                        .filter(base -> base.code().equals(code))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static DemoUnit ward(String code, String name) {
        return DemoUnit.organisation(code, OF_WARD + name, "GRASSROOTS", CITY.code());
    }

    private static DemoUnit agency(String ward, int number) {
        return DemoUnit.branch(ward + ".CQ" + number, "Chi bộ cơ quan phường số " + number, "BRANCH", "AGENCY", ward);
    }
}
