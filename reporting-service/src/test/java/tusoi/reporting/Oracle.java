package tusoi.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.ReceivedEvent;

/**
 * Figures as a person would count them with the events on the table: slowly, one by one, with nothing in common with the service
 * but the definitions. Answers are exact, unplaced facts included.
 */
public final class Oracle {
    private final Map<String, JsonNode> units = new HashMap<>();
    private final List<JsonNode> members = new ArrayList<>();
    private final List<JsonNode> reviews = new ArrayList<>();
    private final Set<Integer> years = new HashSet<>();
    private final LocalDate asOf;
    private final LocalDate to;
    private final String unit;

    public Oracle(List<ReceivedEvent> events, String code, LocalDate to, LocalDate asOf, Instant knownAt) {
        this.asOf = asOf;
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
        for (ReceivedEvent event : latest.values()) {
            if (event.type().startsWith("org.unit-")) {
                units.put(event.aggregateId().toString(), event.data());
            } else if (event.type().startsWith("org.member-")) {
                members.add(event.data());
            } else if (event.type().startsWith("review.cycle-")) {
                open(event.data());
            } else if (event.data().has("reviewId")) {
                reviews.add(event.data());
            }
        }
        unit = units.values().stream()
                .filter(picture -> picture.get("code").asString().equals(code))
                .map(picture -> picture.get("unitId").asString())
                .findFirst()
                .orElse("");
    }

    private void open(JsonNode cycle) {
        if (!LocalDate.parse(cycle.get("openedOn").asString()).isAfter(to)) {
            years.add(cycle.get("year").asInt());
        }
    }

    public boolean isCycleOpen(int year) {
        return years.contains(year);
    }

    public boolean isUnitInTree() {
        return units.containsKey(unit) && slice(unit, asOf) != null;
    }

    public int members(LocalDate day) {
        int count = 0;
        for (JsonNode member : members) {
            for (JsonNode slice : member.get("slices")) {
                if (covers(slice, day) && belongs(slice.get("homeUnitId").asString())) {
                    count++;
                }
            }
        }
        return count;
    }

    public int movements(LocalDate from, Set<String> kinds) {
        int count = 0;
        for (JsonNode member : members) {
            for (JsonNode movement : member.get("movements")) {
                if (isInSpan(movement, from)
                        && kinds.contains(movement.get("kind").asString())
                        && belongs(movement.get("unitId").asString())) {
                    count++;
                }
            }
        }
        return count;
    }

    public int transfers(LocalDate from, boolean in) {
        int count = 0;
        for (JsonNode member : members) {
            for (JsonNode movement : member.get("movements")) {
                if (isInSpan(movement, from) && movement.get("kind").asString().equals("TRANSFERRED")) {
                    boolean leaves = belongs(movement.get("unitId").asString());
                    boolean comes = belongs(movement.get("otherUnitId").asString());
                    count += in ? (comes && !leaves ? 1 : 0) : (leaves && !comes ? 1 : 0);
                }
            }
        }
        return count;
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

    /** Placed under the unit in the tree of the day; or placed nowhere, and under the unit when it last stood within the span. */
    private boolean belongs(String home) {
        String placed = placed(home);
        return placed != null ? isUnder(placed, asOf) : isUnder(home, lastDay(home));
    }

    private @Nullable String placed(String home) {
        String at = home;
        Set<String> passed = new HashSet<>();
        while (passed.add(at)) {
            if (slice(at, asOf) != null) {
                return at;
            }
            Set<String> next = successors(at);
            if (next.size() != 1) {
                break;
            }
            at = next.iterator().next();
        }
        at = home;
        passed.clear();
        while (passed.add(at)) {
            if (slice(at, asOf) != null) {
                return at;
            }
            Set<String> before = predecessors(at);
            if (before.size() != 1) {
                break;
            }
            at = before.iterator().next();
        }
        return null;
    }

    private Set<String> successors(String of) {
        Set<String> all = new HashSet<>(named(of, "successors"));
        units.keySet().stream()
                .filter(other -> named(other, "predecessors").contains(of))
                .forEach(all::add);
        return all;
    }

    private Set<String> predecessors(String of) {
        Set<String> all = new HashSet<>(named(of, "predecessors"));
        units.keySet().stream()
                .filter(other -> named(other, "successors").contains(of))
                .forEach(all::add);
        return all;
    }

    private Set<String> named(String of, String field) {
        Set<String> ids = new HashSet<>();
        JsonNode picture = units.get(of);
        if (picture != null) {
            picture.get(field).forEach(id -> ids.add(id.asString()));
        }
        return ids;
    }

    private LocalDate lastDay(String home) {
        LocalDate last = LocalDate.MIN;
        JsonNode picture = units.get(home);
        if (picture != null) {
            for (JsonNode slice : picture.get("slices")) {
                LocalDate from = LocalDate.parse(slice.get("validFrom").asString());
                if (!from.isAfter(to)) {
                    LocalDate end = slice.get("validTo").isNull()
                            ? to
                            : LocalDate.parse(slice.get("validTo").asString()).minusDays(1);
                    LocalDate day = end.isAfter(to) ? to : end;
                    last = day.isAfter(last) ? day : last;
                }
            }
        }
        return last;
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
