package tusoi.journey.entry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tusoi.journey.api.Pages;
import tusoi.journey.register.DemoUnit;

/**
 * One base organisation's review of a year: members first, then branches, sections, the base's leadership collective and the base
 * itself, each reviewed, proposed, decided and reported in that order.
 */
final class BaseReview {
    private final Desk desk;
    private final Cycle cycle;
    private final Bulk bulk;
    private final String cycleId;
    private final Base base;

    /**
     * @param units the base and all under it
     * @param secretariesOfBranches whether the branches and sections have secretaries who enter their own
     * @param offices whether the base has a committee office of its own beside its secretary
     * @param disciplined ids of members graded NOT_COMPLETED for a measure in the year
     * @param decidedOn when the district decides on the base
     */
    record Base(
            DemoUnit unit,
            List<DemoUnit> units,
            boolean secretariesOfBranches,
            boolean offices,
            Set<String> disciplined,
            LocalDate decidedOn) {
        String decider() {
            return offices ? Desk.committee(unit.code()) : Desk.secretary(unit.code());
        }
    }

    private record Line(String reviewId, String subjectType, String subjectId, String unitId) {
        static Line of(JsonNode line) {
            return new Line(
                    line.path("reviewId").asString(),
                    line.path("subjectType").asString(),
                    line.path("subjectId").asString(),
                    line.path("unitId").asString());
        }
    }

    BaseReview(Desk desk, Cycle cycle, String cycleId, Base base) {
        this.desk = desk;
        this.cycle = cycle;
        this.cycleId = cycleId;
        this.bulk = new Bulk(desk, cycleId);
        this.base = base;
    }

    void enter() {
        List<Line> all = lines();
        members(all.stream().filter(line -> line.subjectType().equals("MEMBER")).toList());
        LocalDate opened = cycle.openedOn();
        review(
                "branches",
                ofLevel(all, "BRANCH", "UNIT"),
                new Days(opened.plusDays(15), opened.plusDays(17), opened.plusDays(19)));
        review(
                "collectives",
                ofLevel(all, "SECTION_ORGANISATION", "LEADERSHIP_COLLECTIVE"),
                new Days(opened.plusDays(12), opened.plusDays(19), opened.plusDays(21)));
        review(
                "sections",
                ofLevel(all, "SECTION_ORGANISATION", "UNIT"),
                new Days(opened.plusDays(20), opened.plusDays(21), opened.plusDays(22)));
        LocalDate decided = base.decidedOn();
        review(
                "collective",
                ofLevel(all, "GRASSROOTS", "LEADERSHIP_COLLECTIVE"),
                new Days(decided.minusDays(12), decided.minusDays(4), decided));
        review(
                "base",
                ofLevel(all, "GRASSROOTS", "UNIT"),
                new Days(decided.minusDays(3), decided.minusDays(2), decided));
    }

    private record Days(LocalDate selfReviewed, LocalDate proposed, LocalDate decided) {}

    private record Due(Line line, DemoUnit unit) {}

    private List<Line> lines() {
        return Pages.all(
                        desk.api(),
                        Desk.secretary(base.unit().code()),
                        "/api/review/v1/cycles/" + cycleId + "/reviews?unit="
                                + desk.unit(base.unit().code()))
                .stream()
                .filter(line -> !line.path("state").asString().equals("EXCLUDED"))
                .map(Line::of)
                .toList();
    }

    /** The reviews of the base's units of a level; an organisation has a collective, a branch has none. */
    private List<Due> ofLevel(List<Line> lines, String level, String type) {
        Map<String, Line> bySubject = lines.stream()
                .filter(line -> line.subjectType().equals(type))
                .collect(Collectors.toMap(Line::subjectId, line -> line));
        boolean collective = type.equals("LEADERSHIP_COLLECTIVE");
        return base.units().stream()
                .filter(unit -> unit.level().equals(level) && !(collective && unit.isBranch()))
                .map(unit -> new Due(
                        Objects.requireNonNull(bySubject.get(desk.unit(unit.code())), unit.code() + " as " + type),
                        unit))
                .toList();
    }

    /** Grades are shared out over the base; each branch's secretary enters its own, the base's committee decides. */
    private void members(List<Line> members) {
        List<Line> ordered = members.stream()
                .sorted(Comparator.comparing((Line line) -> !base.disciplined().contains(line.subjectId()))
                        .thenComparing(Line::subjectId))
                .toList();
        List<String> grades = Grades.ofMembers(ordered.size(), cycle.lower());
        List<Graded> graded = IntStream.range(0, ordered.size())
                .mapToObj(i -> new Graded(ordered.get(i), gradeOf(ordered.get(i), grades.get(i))))
                .toList();
        LocalDate opened = cycle.openedOn();
        byEnterer(graded, "self-reviews", opened.plusDays(5));
        byEnterer(graded, "proposals", opened.plusDays(10));
        bulk.send(
                base.decider(),
                "decisions",
                base.unit().code() + "/members",
                graded.stream()
                        .map(line -> decision(
                                line.line(),
                                line.grade(),
                                opened.plusDays(13),
                                base.unit().code()))
                        .toList());
    }

    private record Graded(Line line, String grade) {}

    private String gradeOf(Line line, String shared) {
        return base.disciplined().contains(line.subjectId()) ? "NOT_COMPLETED" : shared;
    }

    private void byEnterer(List<Graded> graded, String step, LocalDate on) {
        Map<String, List<Graded>> byUnit = graded.stream()
                .collect(Collectors.groupingBy(
                        line -> base.secretariesOfBranches() ? line.line().unitId() : "",
                        LinkedHashMap::new,
                        Collectors.toList()));
        Parallel.each(
                byUnit.keySet(),
                unit -> bulk.send(
                        unit.isEmpty() ? Desk.secretary(base.unit().code()) : Desk.secretary(codeOf(unit)),
                        step,
                        (unit.isEmpty() ? base.unit().code() : unit) + "/members",
                        byUnit.getOrDefault(unit, List.of()).stream()
                                .map(line -> item(line.line(), line.grade(), on))
                                .toList()));
    }

    private String codeOf(String unitId) {
        return base.units().stream()
                .map(DemoUnit::code)
                .filter(code -> desk.unit(code).equals(unitId))
                .findFirst()
                .orElseThrow();
    }

    /** Units or collectives through all four steps; their superior decides: a section's branches too by the base. */
    private void review(String what, List<Due> due, Days days) {
        String key = base.unit().code() + "/" + what;
        Map<String, List<Due>> bySecretary =
                due.stream().collect(Collectors.groupingBy(this::secretary, LinkedHashMap::new, Collectors.toList()));
        Parallel.each(bySecretary.entrySet(), own -> {
            bulk.send(own.getKey(), "self-reviews", key + own.getKey(), items(own.getValue(), days.selfReviewed()));
            bulk.send(own.getKey(), "proposals", key + own.getKey(), items(own.getValue(), days.proposed()));
        });
        if (!due.isEmpty()) {
            DemoUnit first = due.getFirst().unit();
            String superior = first.isBase() ? first.parent() : base.unit().code();
            bulk.send(
                    first.isBase() ? Desk.committee(superior) : base.decider(),
                    "decisions",
                    key,
                    due.stream()
                            .map(one -> decision(one.line(), "GOOD", days.decided(), superior))
                            .toList());
        }
        Parallel.each(
                bySecretary.entrySet(),
                own -> bulk.send(
                        own.getKey(),
                        "reports",
                        key + own.getKey(),
                        own.getValue().stream()
                                .map(one -> report(one.line(), days.decided().plusDays(1)))
                                .toList()));
    }

    private String secretary(Due due) {
        boolean own = base.secretariesOfBranches() || due.unit().isBase();
        return Desk.secretary(own ? due.unit().code() : base.unit().code());
    }

    private static List<Map<String, Object>> items(List<Due> due, LocalDate on) {
        return due.stream().map(one -> item(one.line(), "GOOD", on)).toList();
    }

    private static Map<String, Object> item(Line line, String grade, LocalDate on) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("reviewId", line.reviewId());
        item.put("on", on.toString());
        item.put("grade", grade);
        return item;
    }

    private Map<String, Object> decision(Line line, String grade, LocalDate on, String decider) {
        Map<String, Object> item = item(line, grade, on);
        item.put("deciderUnitId", desk.unit(decider));
        return item;
    }

    private static Map<String, Object> report(Line line, LocalDate on) {
        return new LinkedHashMap<>(Map.of("reviewId", line.reviewId(), "on", on.toString()));
    }
}
