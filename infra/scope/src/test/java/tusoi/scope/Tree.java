package tusoi.scope;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.security.ActorIds;

/** Makes the events that org-service would send, each a microsecond later than the one before, and keeps them. */
class Tree {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final LocalDate BEGIN = LocalDate.of(2004, 1, 1);

    private final List<ReceivedEvent> events = new ArrayList<>();
    private final Map<UUID, List<Slice>> slices = new HashMap<>();
    private final Map<UUID, Long> versions = new HashMap<>();
    private final Map<UUID, String> codes = new HashMap<>();
    private final Set<Line> lineage = new LinkedHashSet<>();
    private Instant clock = Instant.parse("2025-01-01T00:00:00Z");

    record Slice(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String name,
            @Nullable UUID parentId) {
        Map<String, Object> asData() {
            Map<String, Object> data = new HashMap<>();
            data.put("validFrom", validFrom.toString());
            data.put("validTo", validTo == null ? null : validTo.toString());
            data.put("name", name);
            data.put("level", "BRANCH");
            data.put("form", "BRANCH");
            data.put("kind", null);
            data.put("parentId", parentId == null ? null : parentId.toString());
            return data;
        }
    }

    record Line(UUID predecessor, UUID successor, LocalDate on) {
        Map<String, String> asData() {
            return Map.of(
                    "predecessorId", predecessor.toString(),
                    "successorId", successor.toString(),
                    "on", on.toString(),
                    "kind", "SUCCESSION");
        }
    }

    List<ReceivedEvent> events() {
        return List.copyOf(events);
    }

    List<ReceivedEvent> takeEvents() {
        List<ReceivedEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    Map<UUID, List<Slice>> slices() {
        return slices;
    }

    Instant lastRecorded() {
        return clock;
    }

    UUID establish(String code, @Nullable UUID parent, LocalDate on, UUID... predecessors) {
        UUID unit = UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        codes.put(unit, code);
        slices.put(unit, List.of(new Slice(on, null, code, parent)));
        for (UUID predecessor : predecessors) {
            lineage.add(new Line(predecessor, unit, on));
        }
        emit("org.unit-established.v1", unit);
        return unit;
    }

    UUID establish(String code, @Nullable UUID parent) {
        return establish(code, parent, BEGIN);
    }

    void rename(UUID unit, String name, LocalDate on) {
        change(unit, on, last -> new Slice(on, null, name, last.parentId()));
        emit("org.unit-renamed.v1", unit);
    }

    void move(UUID unit, @Nullable UUID parent, LocalDate on) {
        change(unit, on, last -> new Slice(on, null, last.name(), parent));
        emit("org.unit-re-parented.v1", unit);
    }

    void end(UUID unit, LocalDate on, UUID... successors) {
        change(unit, on, last -> null);
        for (UUID successor : successors) {
            lineage.add(new Line(unit, successor, on));
        }
        emit("org.unit-ended.v1", unit);
    }

    /** An end taken back, with what it said of lineage. */
    void revokeEnd(UUID unit, LocalDate on) {
        lineage.removeIf(line -> line.predecessor().equals(unit) && line.on().equals(on));
        List<Slice> restored = new ArrayList<>(slices.getOrDefault(unit, List.of()));
        Slice last = restored.removeLast();
        restored.add(new Slice(last.validFrom(), null, last.name(), last.parentId()));
        slices.put(unit, restored);
        emit("org.unit-established.v1", unit);
    }

    private void change(UUID unit, LocalDate on, Function<Slice, @Nullable Slice> next) {
        List<Slice> changed = new ArrayList<>();
        Slice cut = null;
        for (Slice slice : slices.getOrDefault(unit, List.of())) {
            if (slice.validTo() != null && !slice.validTo().isAfter(on)) {
                changed.add(slice);
            } else if (cut == null) {
                cut = slice;
                if (slice.validFrom().isBefore(on)) {
                    changed.add(new Slice(slice.validFrom(), on, slice.name(), slice.parentId()));
                }
            }
        }
        if (cut == null) {
            throw new IllegalArgumentException("Not alive on " + on);
        }
        Slice added = next.apply(cut);
        if (added != null) {
            changed.add(added);
        }
        slices.put(unit, changed);
    }

    boolean isAliveOn(UUID unit, LocalDate day) {
        return slices.getOrDefault(unit, List.of()).stream()
                .anyMatch(slice -> !slice.validFrom().isAfter(day)
                        && (slice.validTo() == null || slice.validTo().isAfter(day)));
    }

    /** As org-service does: the unit's whole picture, what it has of lineage on either side with it. */
    private void emit(String type, UUID unit) {
        long version = versions.merge(unit, 1L, Long::sum);
        clock = clock.plusNanos(1_000_000);
        List<Line> own = lineage.stream()
                .filter(line ->
                        line.predecessor().equals(unit) || line.successor().equals(unit))
                .toList();
        events.add(event(
                type,
                unit,
                version,
                clock,
                Map.of(
                        "unitId", unit.toString(),
                        "code", codes.getOrDefault(unit, ""),
                        "slices",
                                slices.getOrDefault(unit, List.of()).stream()
                                        .map(Slice::asData)
                                        .toList(),
                        "predecessors", others(own, unit, Line::successor, Line::predecessor),
                        "successors", others(own, unit, Line::predecessor, Line::successor),
                        "lineage", own.stream().map(Line::asData).toList(),
                        "addedLater", "must be ignored")));
    }

    private static List<String> others(
            List<Line> own, UUID unit, Function<Line, UUID> side, Function<Line, UUID> other) {
        return own.stream()
                .filter(line -> side.apply(line).equals(unit))
                .map(line -> other.apply(line).toString())
                .distinct()
                .toList();
    }

    static ReceivedEvent event(String type, UUID id, long version, Instant recordedAt, Map<String, ?> data) {
        JsonNode json = JSON.valueToTree(data);
        return new ReceivedEvent("org.events", 0, 0, type, id, version, recordedAt, ActorIds.SYSTEM, json);
    }

    ReceivedEvent account(UUID account, long version, String subject, boolean locked) {
        clock = clock.plusNanos(1_000_000);
        return event(
                locked ? "org.account-locked.v1" : "org.account-registered.v1",
                account,
                version,
                clock,
                Map.of("accountId", account.toString(), "subject", subject, "locked", locked));
    }

    ReceivedEvent grant(UUID grant, UUID account, Role role, UUID unit, LocalDate from) {
        clock = clock.plusNanos(1_000_000);
        return event(
                "org.grant-given.v1",
                grant,
                1,
                clock,
                Map.of(
                        "grantId", grant.toString(),
                        "accountId", account.toString(),
                        "role", role.name(),
                        "unitId", unit.toString(),
                        "validFrom", from.toString()));
    }

    ReceivedEvent revoke(UUID grant, UUID account, Role role, UUID unit, LocalDate from, LocalDate to) {
        clock = clock.plusNanos(1_000_000);
        return event(
                "org.grant-revoked.v1",
                grant,
                2,
                clock,
                Map.of(
                        "grantId", grant.toString(),
                        "accountId", account.toString(),
                        "role", role.name(),
                        "unitId", unit.toString(),
                        "validFrom", from.toString(),
                        "validTo", to.toString()));
    }
}
