package tusoi.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.time.BusinessDays;

/**
 * Figures as a person would count them with the events on the table: slowly, one by one, with nothing in common with the service
 * but the definitions. Answers are exact, unplaced facts included.
 */
public final class Oracle {
    private static final Set<String> ENTRIES = Set.of("REGISTERED", "ADMITTED", "READMITTED", "REINSTATED");

    private final Map<String, JsonNode> units = new HashMap<>();
    private final List<JsonNode> members = new ArrayList<>();
    private final List<JsonNode> reviews = new ArrayList<>();
    private final Map<String, JsonNode> entries = new HashMap<>();
    private final List<JsonNode> cases = new ArrayList<>();
    private final Set<Line> lines = new HashSet<>();
    private final List<JsonNode> branchLife = new ArrayList<>();
    private final List<JsonNode> targets = new ArrayList<>();
    private final Set<Integer> years = new HashSet<>();
    private final LocalDate asOf;
    private final LocalDate known;
    private final LocalDate to;
    private final String unit;

    public Oracle(List<ReceivedEvent> events, String code, LocalDate to, LocalDate asOf, Instant knownAt) {
        this.asOf = asOf;
        this.known = LocalDate.ofInstant(knownAt, BusinessDays.ZONE);
        this.to = to;
        Map<String, ReceivedEvent> latest = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (!event.recordedAt().isAfter(knownAt)) {
                latest.merge(
                        event.aggregateId().toString(),
                        event,
                        (one, other) -> one.version() > other.version() ? one : other);
            }
        }
        events.stream()
                .filter(event -> event.type().startsWith("org.unit-")
                        && !event.recordedAt().isAfter(knownAt))
                .sorted(Comparator.comparing(ReceivedEvent::recordedAt))
                .forEach(this::hearLines);
        for (ReceivedEvent event : latest.values()) {
            if (event.type().startsWith("org.unit-")) {
                units.put(event.aggregateId().toString(), event.data());
            } else if (event.type().startsWith("org.member-")) {
                members.add(event.data());
                entries.put(event.aggregateId().toString(), event.data());
            } else if (event.type().startsWith("discipline.decision-")) {
                cases.add(event.data());
            } else if (event.type().startsWith("review.cycle-")) {
                open(event.data());
            } else if (event.data().has("reviewId")) {
                reviews.add(event.data());
            } else if (event.data().has("targetId")) {
                targets.add(event.data());
            } else {
                branchLife.add(event.data());
            }
        }
        unit = units.values().stream()
                .filter(picture -> picture.get("code").asString().equals(code))
                .map(picture -> picture.get("unitId").asString())
                .findFirst()
                .orElse("");
    }

    private record Line(String predecessor, String successor, LocalDate on) {}

    /** A picture is whole: what it does not tell of its unit's lines is not so any more. */
    private void hearLines(ReceivedEvent event) {
        String of = event.aggregateId().toString();
        JsonNode picture = event.data();
        lines.removeIf(line -> line.predecessor().equals(of) || line.successor().equals(of));
        if (picture.has("lineage")) {
            picture.get("lineage")
                    .forEach(line -> lines.add(new Line(
                            line.get("predecessorId").asString(),
                            line.get("successorId").asString(),
                            LocalDate.parse(line.get("on").asString()))));
        } else if (!picture.get("slices").isEmpty()) {
            JsonNode slices = picture.get("slices");
            LocalDate first = LocalDate.parse(slices.get(0).get("validFrom").asString());
            JsonNode end = slices.get(slices.size() - 1).get("validTo");
            picture.get("predecessors").forEach(id -> lines.add(new Line(id.asString(), of, first)));
            picture.get("successors")
                    .forEach(id -> lines.add(new Line(of, id.asString(), LocalDate.parse(end.asString()))));
        }
    }

    private void open(JsonNode cycle) {
        if (!LocalDate.parse(cycle.get("openedOn").asString()).isAfter(to)) {
            years.add(cycle.get("year").asInt());
        }
    }

    /** What units planned and reached, of targets that begin from the day on. */
    public OracleTargets targets(LocalDate from) {
        return new OracleTargets(this, targets, from, to);
    }

    String unit() {
        return unit;
    }

    /**
     * The child of the unit asked for under which all places of the home stand; its own code for its own and for what lines lead to it
     * from, but not for what has only ended under it; empty where there is no such one.
     */
    String childOf(String home) {
        Map<String, Boolean> places = places(home);
        Set<String> children = new HashSet<>();
        for (String place : places.keySet()) {
            boolean hasOnlyEnded = place.equals(unit) && Boolean.FALSE.equals(places.get(place));
            if (hasOnlyEnded || !isUnder(place, asOf)) {
                return "";
            }
            children.add(child(place));
        }
        return children.size() == 1 ? children.iterator().next() : "";
    }

    private String child(String place) {
        String at = place;
        for (String above = parent(at); !at.equals(unit) && !above.equals(unit); above = parent(at)) {
            at = above;
        }
        return code(at);
    }

    /** In the tree of the day; empty for its root, and for what is not in it. */
    private String parent(String of) {
        return parent(of, asOf);
    }

    private String parent(String of, LocalDate day) {
        JsonNode slice = slice(of, day);
        return slice == null || slice.get("parentId").isNull()
                ? ""
                : slice.get("parentId").asString();
    }

    private String code(String of) {
        JsonNode picture = units.get(of);
        return picture == null ? "" : picture.get("code").asString();
    }

    public boolean isCycleOpen(int year) {
        return years.contains(year);
    }

    public boolean isUnitInTree() {
        return units.containsKey(unit) && slice(unit, asOf) != null;
    }

    public int members(LocalDate day) {
        return members(day, _ -> true);
    }

    /** To whom working rules in force on the last day give a task, be it under another entry of theirs. */
    public int membersWithTask() {
        Set<String> named = new HashSet<>();
        for (JsonNode node : branchLife) {
            if (node.has("workingRulesId") && covers(node, to)) {
                node.get("membersWithTasks").forEach(id -> named.add(person(id.asString())));
            }
        }
        return members(to, named::contains);
    }

    /** Persons with a post at a unit inside on the last day, by all the posts that they hold then, wherever. */
    public Map<String, Integer> holders() {
        Map<String, Set<String>> posts = new HashMap<>();
        Set<String> inside = new HashSet<>();
        for (JsonNode node : branchLife) {
            if (node.has("postHoldingId") && covers(node, to)) {
                String person = person(node.get("memberId").asString());
                posts.computeIfAbsent(person, _ -> new TreeSet<>())
                        .add(node.get("post").asString());
                if (belongs(node.get("unitId").asString())) {
                    inside.add(person);
                }
            }
        }
        Map<String, Integer> count = new HashMap<>();
        inside.forEach(person -> count.merge(String.join("-", posts.getOrDefault(person, Set.of())), 1, Integer::sum));
        return count;
    }

    private int members(LocalDate day, Predicate<String> which) {
        int count = 0;
        for (JsonNode member : members) {
            for (JsonNode slice : member.get("slices")) {
                if (covers(slice, day)
                        && which.test(member.get("memberId").asString())
                        && belongs(member, slice.get("homeUnitId").asString(), day, Integer.MAX_VALUE)) {
                    count++;
                }
            }
        }
        return count;
    }

    public int movements(LocalDate from, Set<String> kinds) {
        int count = 0;
        for (JsonNode member : members) {
            JsonNode movements = member.get("movements");
            for (int n = 0; n < movements.size(); n++) {
                JsonNode movement = movements.get(n);
                String kind = movement.get("kind").asString();
                int place = ENTRIES.contains(kind) ? n : n - 1;
                if (isInSpan(movement, from)
                        && kinds.contains(kind)
                        && belongs(member, movement.get("unitId").asString(), on(movement), place)) {
                    count++;
                }
            }
        }
        return count;
    }

    public int transfers(LocalDate from, boolean in) {
        int count = 0;
        for (JsonNode member : members) {
            JsonNode movements = member.get("movements");
            for (int n = 0; n < movements.size(); n++) {
                JsonNode movement = movements.get(n);
                if (isInSpan(movement, from)
                        && movement.get("kind").asString().equals("TRANSFERRED")
                        && !isCollective(movement)) {
                    boolean leaves = isSide(member, movement, "unitId", n - 1);
                    boolean comes = isSide(member, movement, "otherUnitId", n);
                    count += in ? (comes && !leaves ? 1 : 0) : (leaves && !comes ? 1 : 0);
                }
            }
        }
        return count;
    }

    private boolean isSide(JsonNode member, JsonNode movement, String side, int place) {
        JsonNode at = movement.get(side);
        return at != null && !at.isNull() && belongs(member, at.asString(), on(movement), place);
    }

    private static boolean isCollective(JsonNode movement) {
        return movement.has("reorganisationId")
                && !movement.get("reorganisationId").isNull();
    }

    private static LocalDate on(JsonNode movement) {
        return LocalDate.parse(movement.get("on").asString());
    }

    /** Persons, whatever entry of theirs the case names. */
    public int disciplined(LocalDate from) {
        Set<String> persons = new HashSet<>();
        for (JsonNode one : cases) {
            LocalDate day = LocalDate.parse(one.at("/decision/effectiveOn").asString());
            String person = person(one.get("subjectId").asString());
            JsonNode entry = entries.get(person);
            boolean inSpan = !day.isBefore(from) && !day.isAfter(to);
            if (inSpan && entry != null && belongs(entry, one.get("unitId").asString(), day, Integer.MAX_VALUE)) {
                persons.add(person);
            }
        }
        return persons.size();
    }

    private String person(String entry) {
        JsonNode told = entries.get(entry);
        return told == null || !told.has("mergedInto")
                ? entry
                : person(told.get("mergedInto").asString());
    }

    /** The codes of the units that stand directly under the one asked for in the tree of the day. */
    public List<String> children() {
        return units.entrySet().stream()
                .filter(entry -> {
                    JsonNode slice = slice(entry.getKey(), asOf);
                    return slice != null
                            && !slice.get("parentId").isNull()
                            && slice.get("parentId").asString().equals(unit);
                })
                .map(entry -> entry.getValue().get("code").asString())
                .toList();
    }

    public int graded(int year, Predicate<String> grade) {
        return (int) reviews(year, "MEMBER")
                .filter(review -> grade(review).filter(grade).isPresent())
                .count();
    }

    public int unitsObliged(int year) {
        return (int) reviews(year, "UNIT").count();
    }

    public int unitsCompleted(int year) {
        return (int) reviews(year, "UNIT")
                .filter(review ->
                        firstDecided(review).filter(day -> !day.isAfter(to)).isPresent())
                .filter(review -> !review.get("reportedOn").isNull()
                        && !LocalDate.parse(review.get("reportedOn").asString()).isAfter(to))
                .count();
    }

    public int branches(boolean withWorkingRules) {
        return (int) units.keySet().stream()
                .filter(id -> isBranchOn(id, to) && belongs(id))
                .filter(id -> !withWorkingRules
                        || branchLife.stream()
                                .anyMatch(node -> node.has("workingRulesId")
                                        && node.get("unitId").asString().equals(id)
                                        && covers(node, to)))
                .count();
    }

    /** Of months that were over when it was known. */
    public int branchMonths(LocalDate from, boolean held) {
        int count = 0;
        LocalDate last = known.isBefore(to) ? known : to;
        for (YearMonth month = YearMonth.from(from); !month.atEndOfMonth().isAfter(last); month = month.plusMonths(1)) {
            for (String id : units.keySet()) {
                if (isBranchOn(id, month.atEndOfMonth()) && belongs(id) && (!held || hasMet(id, month))) {
                    count++;
                }
            }
        }
        return count;
    }

    private boolean hasMet(String branch, YearMonth month) {
        return branchLife.stream()
                .anyMatch(node -> node.has("meetingId")
                        && node.get("unitId").asString().equals(branch)
                        && node.get("month").asString().equals(month.toString())
                        && node.get("state").asString().equals("HELD"));
    }

    private boolean isBranchOn(String id, LocalDate day) {
        JsonNode slice = slice(id, day);
        return slice != null && slice.get("form").asString().equals("BRANCH");
    }

    public int attended(LocalDate from, Set<String> statuses) {
        int count = 0;
        for (JsonNode session : branchLife) {
            if (session.has("sessionId")) {
                LocalDate day = LocalDate.parse(session.get("heldOn").asString());
                for (JsonNode line : session.get("attendance")) {
                    if (!day.isBefore(from)
                            && !day.isAfter(to)
                            && statuses.contains(line.get("status").asString())
                            && cameFromInside(line, day)) {
                        count++;
                    }
                }
            }
        }
        return count;
    }

    private boolean cameFromInside(JsonNode line, LocalDate day) {
        JsonNode member = entries.get(line.get("memberId").asString());
        String home = line.get("unitId").asString();
        return member == null ? belongs(home) : belongs(member, home, day, Integer.MAX_VALUE);
    }

    private java.util.stream.Stream<JsonNode> reviews(int year, String type) {
        return reviews.stream()
                .filter(review -> review.get("year").asInt() == year)
                .filter(review -> review.get("subjectType").asString().equals(type))
                .filter(review ->
                        !LocalDate.parse(review.get("obligedFrom").asString()).isAfter(to))
                .filter(review -> belongs(review.get("unitId").asString()));
    }

    private static Optional<LocalDate> firstDecided(JsonNode review) {
        return review.get("grades")
                .valueStream()
                .map(grade -> LocalDate.parse(grade.get("decidedOn").asString()))
                .min(LocalDate::compareTo);
    }

    /** The latest revision decided by the end of {@code to}. */
    private Optional<String> grade(JsonNode review) {
        return review.get("grades")
                .valueStream()
                .filter(grade ->
                        !LocalDate.parse(grade.get("decidedOn").asString()).isAfter(to))
                .max((one, other) -> Integer.compare(
                        one.get("revision").asInt(), other.get("revision").asInt()))
                .map(grade -> grade.get("grade").asString());
    }

    private boolean isInSpan(JsonNode movement, LocalDate from) {
        LocalDate day = LocalDate.parse(movement.get("on").asString());
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** A member's fact: first as reorganisations took the member between its day and the tree's, then as the unit went. */
    private boolean belongs(JsonNode member, String home, LocalDate day, int place) {
        String at = home;
        LocalDate now = day;
        int then = place;
        JsonNode movements = member.get("movements");
        for (boolean moved = true; moved; ) {
            moved = false;
            int best = -1;
            for (int n = 0; n < movements.size(); n++) {
                JsonNode movement = movements.get(n);
                LocalDate on = on(movement);
                if (!isCollective(movement)) {
                    continue;
                }
                boolean later = on.isAfter(now) || on.equals(now) && n > then;
                if (later
                        && !on.isAfter(asOf)
                        && movement.get("unitId").asString().equals(at)) {
                    best = best < 0 || on.isBefore(on(movements.get(best))) ? n : best;
                }
                if (!later
                        && on.isAfter(asOf)
                        && movement.get("otherUnitId").asString().equals(at)) {
                    best = best < 0 || !on.isBefore(on(movements.get(best))) ? n : best;
                }
            }
            if (best >= 0) {
                boolean onward = !on(movements.get(best)).isAfter(asOf);
                at = movements.get(best).get(onward ? "otherUnitId" : "unitId").asString();
                now = on(movements.get(best));
                then = onward ? best : best - 1;
                moved = true;
            }
        }
        return belongs(at);
    }

    /** All that it could be placed in stands under the unit; under the root stands what could be placed in nothing. */
    boolean belongs(String home) {
        Set<String> places = places(home).keySet();
        return places.isEmpty()
                ? units.containsKey(home) && isRoot()
                : places.stream().allMatch(place -> isUnder(place, asOf));
    }

    private boolean isRoot() {
        JsonNode own = slice(unit, asOf);
        return own != null && own.get("parentId").isNull();
    }

    /**
     * Whether a target of the one holds instead of one of the other: of its superior in the tree or, where it is not in that, of its
     * place's; of the place itself only if it was its superior when it ended (or is to begin). What has no place of its own is under
     * whom it was under then. What is itself not in the tree holds instead of those that were under it as long as both lived.
     */
    boolean overrules(String upper, String lower) {
        return isOver(upper, lower) || wasOver(upper, lower) && !isOver(lower, upper);
    }

    /** Of one that is not in the tree: whether it was a superior when one of the two ended, or the second of them began. */
    private boolean wasOver(String upper, String lower) {
        JsonNode above = units.get(upper);
        JsonNode below = units.get(lower);
        if (slice(upper, asOf) != null || above == null || below == null) {
            return false;
        }
        if (above.get("slices").isEmpty() || below.get("slices").isEmpty()) {
            return false;
        }
        LocalDate began = later(firstDay(above), firstDay(below));
        LocalDate ended = earlier(end(above), end(below));
        return isAbove(upper, lower, end(above).isAfter(asOf) ? began : ended.minusDays(1));
    }

    private static LocalDate firstDay(JsonNode picture) {
        return LocalDate.parse(picture.at("/slices/0/validFrom").asString());
    }

    private static LocalDate end(JsonNode picture) {
        JsonNode slices = picture.get("slices");
        JsonNode end = slices.get(slices.size() - 1).get("validTo");
        return end.isNull() ? LocalDate.of(2999, 1, 1) : LocalDate.parse(end.asString());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean isOver(String upper, String lower) {
        if (slice(lower, asOf) != null) {
            return isAbove(upper, lower, asOf);
        }
        Map<String, Boolean> places = places(lower);
        JsonNode picture = units.get(lower);
        boolean wasAbove = picture != null
                && !picture.get("slices").isEmpty()
                && isAbove(upper, lower, lastDay(picture.get("slices")));
        if (places.size() == 1 && places.containsValue(true)) {
            String place = places.keySet().iterator().next();
            return isAbove(upper, place, asOf) || place.equals(upper) && wasAbove;
        }
        return upper.equals(unit) || wasAbove;
    }

    private boolean isAbove(String upper, String lower, LocalDate day) {
        for (String at = parent(lower, day); !at.isEmpty(); at = parent(at, day)) {
            if (at.equals(upper)) {
                return true;
            }
        }
        return false;
    }

    /** In a tree; the first where it has not begun on the tree's day. */
    private LocalDate lastDay(JsonNode slices) {
        LocalDate turn = turn(slices);
        return turn.isAfter(asOf) ? turn : turn.minusDays(1);
    }

    private LocalDate turn(JsonNode slices) {
        JsonNode last = slices.get(slices.size() - 1);
        return LocalDate.parse(
                (hasEnded(last) ? last.get("validTo") : slices.get(0).get("validFrom")).asString());
    }

    private boolean hasEnded(JsonNode last) {
        return !last.get("validTo").isNull()
                && !LocalDate.parse(last.get("validTo").asString()).isAfter(asOf);
    }

    /** Each with whether only lines lead there. */
    private Map<String, Boolean> places(String home) {
        Map<String, Boolean> places = new HashMap<>();
        place(home, true, places, new HashSet<>());
        return places;
    }

    private void place(String at, boolean linked, Map<String, Boolean> places, Set<String> passed) {
        JsonNode picture = units.get(at);
        if (!passed.add(at + linked) || picture == null || picture.get("slices").isEmpty()) {
            return;
        }
        if (slice(at, asOf) != null) {
            places.merge(at, linked, Boolean::logicalAnd);
            return;
        }
        JsonNode slices = picture.get("slices");
        JsonNode last = slices.get(slices.size() - 1);
        boolean hasEnded = hasEnded(last);
        LocalDate turn = turn(slices);
        Set<String> next = new HashSet<>();
        for (Line line : lines) {
            if (line.on().equals(turn) && (hasEnded ? line.predecessor() : line.successor()).equals(at)) {
                next.add(hasEnded ? line.successor() : line.predecessor());
            }
        }
        boolean isLine = !next.isEmpty();
        if (!isLine) {
            JsonNode parent = (hasEnded ? last : slices.get(0)).get("parentId");
            if (!parent.isNull()) {
                next.add(parent.asString());
            }
        }
        next.forEach(one -> place(one, linked && isLine, places, passed));
    }

    private boolean isUnder(String start, LocalDate day) {
        @Nullable String at = start;
        while (at != null) {
            JsonNode slice = slice(at, day);
            if (slice == null) {
                return false;
            }
            if (at.equals(unit)) {
                return true;
            }
            at = slice.get("parentId").isNull() ? null : slice.get("parentId").asString();
        }
        return false;
    }

    private @Nullable JsonNode slice(String of, LocalDate day) {
        JsonNode picture = units.get(of);
        if (picture != null) {
            for (JsonNode slice : picture.get("slices")) {
                if (covers(slice, day)) {
                    return slice;
                }
            }
        }
        return null;
    }

    private static boolean covers(JsonNode slice, LocalDate day) {
        return !day.isBefore(LocalDate.parse(slice.get("validFrom").asString()))
                && (slice.get("validTo").isNull()
                        || day.isBefore(LocalDate.parse(slice.get("validTo").asString())));
    }
}
