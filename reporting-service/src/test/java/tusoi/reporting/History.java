package tusoi.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.ids.Ids;
import tusoi.platform.inbox.ReceivedEvent;

/** The object mother: tells what happened as the owners' events would, each a minute after the one before. */
public final class History {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<ReceivedEvent> events = new ArrayList<>();
    private final Map<UUID, Long> versions = new HashMap<>();
    private Instant now;
    private boolean together;

    public History(Instant start) {
        now = start;
    }

    public List<ReceivedEvent> events() {
        return List.copyOf(events);
    }

    /** When the last event was recorded. */
    public Instant now() {
        return now;
    }

    /** What is told within has one instant, as one transaction of the owner has. */
    public void together(Runnable told) {
        now = now.plus(Duration.ofMinutes(1));
        together = true;
        told.run();
        together = false;
    }

    public UUID unit(
            String code, String level, String form, @Nullable String kind, @Nullable UUID parent, LocalDate since) {
        UUID id = Ids.next();
        unitPicture(
                id,
                "org.unit-established.v1",
                code,
                List.of(unitSlice(since, null, level, form, kind, parent)),
                List.of());
        return id;
    }

    public static Map<String, @Nullable Object> unitSlice(
            LocalDate from,
            @Nullable LocalDate to,
            String level,
            String form,
            @Nullable String kind,
            @Nullable UUID parent) {
        Map<String, @Nullable Object> slice = new LinkedHashMap<>();
        slice.put("validFrom", from);
        slice.put("validTo", to);
        slice.put("name", "Tổ chức " + level);
        slice.put("level", level);
        slice.put("form", form);
        slice.put("kind", kind);
        slice.put("parentId", parent);
        return slice;
    }

    public void unitPicture(
            UUID id, String type, String code, List<Map<String, @Nullable Object>> slices, List<UUID> successors) {
        unitPicture(id, type, code, slices, List.of(), successors);
    }

    public void unitPicture(
            UUID id,
            String type,
            String code,
            List<Map<String, @Nullable Object>> slices,
            List<UUID> predecessors,
            List<UUID> successors) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("unitId", id);
        data.put("code", code);
        data.put("slices", slices);
        data.put("predecessors", predecessors);
        data.put("successors", successors);
        add("org.events", type, id, data);
    }

    /** One unit follows another from a day on. */
    public record Line(UUID predecessor, UUID successor, LocalDate on) {}

    public void unitWithLines(
            UUID id, String type, String code, List<Map<String, @Nullable Object>> slices, Collection<Line> lines) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("unitId", id);
        data.put("code", code);
        data.put("slices", slices);
        data.put(
                "predecessors",
                lines.stream()
                        .filter(line -> line.successor().equals(id))
                        .map(Line::predecessor)
                        .toList());
        data.put(
                "successors",
                lines.stream()
                        .filter(line -> line.predecessor().equals(id))
                        .map(Line::successor)
                        .toList());
        data.put(
                "lineage",
                lines.stream()
                        .filter(line -> line.predecessor().equals(id)
                                || line.successor().equals(id))
                        .map(line -> Map.of(
                                "predecessorId", line.predecessor(),
                                "successorId", line.successor(),
                                "on", line.on()))
                        .toList());
        add("org.events", type, id, data);
    }

    /** A member from the first day on in one unit, who came by that movement. */
    public UUID member(UUID unit, LocalDate since, String movement) {
        UUID id = Ids.next();
        memberPicture(
                id,
                "org.member-registered.v1",
                List.of(slice(since, null, unit, "OFFICIAL")),
                List.of(movement(since, movement, unit, null)));
        return id;
    }

    public static Map<String, @Nullable Object> slice(LocalDate from, @Nullable LocalDate to, UUID unit, String state) {
        Map<String, @Nullable Object> slice = new LinkedHashMap<>();
        slice.put("validFrom", from);
        slice.put("validTo", to);
        slice.put("homeUnitId", unit);
        slice.put("state", state);
        slice.put("exempt", false);
        slice.put("suspended", false);
        return slice;
    }

    public static Map<String, @Nullable Object> movement(
            LocalDate on, String kind, @Nullable UUID unit, @Nullable UUID other) {
        Map<String, @Nullable Object> movement = new LinkedHashMap<>();
        movement.put("on", on);
        movement.put("kind", kind);
        movement.put("unitId", unit);
        movement.put("otherUnitId", other);
        return movement;
    }

    /** The same as part of a reorganisation. */
    public static Map<String, @Nullable Object> collective(LocalDate on, UUID unit, UUID other, UUID reorganisation) {
        Map<String, @Nullable Object> movement = movement(on, "TRANSFERRED", unit, other);
        movement.put("reorganisationId", reorganisation);
        return movement;
    }

    public void memberPicture(
            UUID id,
            String type,
            List<Map<String, @Nullable Object>> slices,
            List<Map<String, @Nullable Object>> movements) {
        memberPicture(id, type, slices, movements, null);
    }

    /** An entry that was joined with another one tells nothing but that. */
    public void joined(UUID entry, UUID into) {
        memberPicture(entry, "org.member-merged.v1", List.of(), List.of(), into);
    }

    private void memberPicture(
            UUID id,
            String type,
            List<Map<String, @Nullable Object>> slices,
            List<Map<String, @Nullable Object>> movements,
            @Nullable UUID mergedInto) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("memberId", id);
        data.put("slices", slices);
        data.put("movements", movements);
        if (mergedInto != null) {
            data.put("mergedInto", mergedInto);
        }
        add("org.events", type, id, data);
    }

    public UUID cycle(int year, UUID openedBy, LocalDate openedOn) {
        UUID id = Ids.next();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("cycleId", id);
        data.put("kind", "ANNUAL");
        data.put("year", year);
        data.put("openedByUnitId", openedBy);
        data.put("openedOn", openedOn);
        data.put("dueOn", openedOn.plusMonths(3));
        data.put("profile", "132+21-HD");
        data.put("subjectTypes", List.of("MEMBER", "UNIT"));
        add("review.events", "review.cycle-opened.v1", id, data);
        return id;
    }

    /** One subject's review; each picture of it is told anew. */
    public record Review(
            UUID id, UUID cycle, int year, String subjectType, UUID subject, UUID unit, LocalDate obliged) {}

    public Review review(UUID cycle, int year, String subjectType, UUID subject, UUID unit, LocalDate obliged) {
        Review review = new Review(Ids.next(), cycle, year, subjectType, subject, unit, obliged);
        tell(review, "review.subject-obliged.v1", null, null, List.of());
        return review;
    }

    public void excluded(UUID cycle, int year, UUID subject, UUID unit, LocalDate day, String reason) {
        Review review = new Review(Ids.next(), cycle, year, "MEMBER", subject, unit, day);
        tell(review, "review.subject-excluded.v1", reason, null, List.of());
    }

    public record Grade(String grade, LocalDate decidedOn) {}

    public void graded(Review review, @Nullable LocalDate reported, Grade... grades) {
        String type = reported != null ? "review.completion-reported.v1" : "review.grade-decided.v1";
        tell(review, type, null, reported, List.of(grades));
    }

    private void tell(
            Review review, String type, @Nullable String excluded, @Nullable LocalDate reported, List<Grade> grades) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("reviewId", review.id());
        data.put("cycleId", review.cycle());
        data.put("year", review.year());
        data.put("subjectType", review.subjectType());
        data.put("subjectId", review.subject());
        data.put("unitId", review.unit());
        data.put("obligedFrom", excluded == null ? review.obliged() : null);
        data.put("excludedReason", excluded);
        List<Map<String, Object>> revisions = new ArrayList<>();
        for (int n = 0; n < grades.size(); n++) {
            revisions.add(Map.of(
                    "revision",
                    n + 1,
                    "grade",
                    grades.get(n).grade(),
                    "decidedOn",
                    grades.get(n).decidedOn(),
                    "deciderUnitId",
                    review.unit()));
        }
        data.put("grades", revisions);
        data.put("reportedOn", reported);
        data.put("profile", "132+21-HD");
        add("review.events", type, review.id(), data);
    }

    public void target(UUID unit, LocalDate from, LocalDate to, int planned) {
        UUID id = Ids.next();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("targetId", id);
        data.put("unitId", unit);
        data.put("indicator", "member.admitted");
        data.put("from", from);
        data.put("to", to);
        data.put("planned", planned);
        add("review.events", "review.target-set.v1", id, data);
    }

    public void target(TargetPlan target, String type) {
        add("review.events", type, target.id(), target.picture(false));
    }

    public void cancelled(TargetPlan target) {
        add("review.events", "review.target-cancelled.v1", target.id(), target.picture(true));
    }

    public UUID discipline(
            String subjectType, UUID subject, UUID unit, String form, LocalDate effective, List<String> contents) {
        UUID id = Ids.next();
        discipline(id, subjectType, subject, unit, form, effective, contents, null);
        return id;
    }

    public void discipline(
            UUID id,
            String subjectType,
            UUID subject,
            UUID unit,
            String form,
            LocalDate effective,
            List<String> contents,
            @Nullable LocalDate annulled) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("caseId", id);
        data.put("subjectType", subjectType);
        data.put("subjectId", subject);
        data.put("unitId", unit);
        data.put("state", "ANNOUNCED");
        data.put("contents", contents);
        data.put(
                "decision",
                Map.of(
                        "number", "1-QĐ",
                        "form", form,
                        "deciderUnitId", unit,
                        "decidingLevel", "GRASSROOTS",
                        "signedOn", effective,
                        "announcedOn", effective,
                        "effectiveOn", effective,
                        "profile", "22+69"));
        data.put("annulledOn", annulled);
        add("discipline.events", "discipline.decision-announced.v1", id, data);
    }

    public UUID removal(String kind, UUID member, UUID unit, LocalDate effective, List<String> grounds) {
        UUID id = Ids.next();
        removal(id, kind, member, unit, effective, grounds, null);
        return id;
    }

    public void removal(
            UUID id,
            String kind,
            UUID member,
            UUID unit,
            LocalDate effective,
            List<String> grounds,
            @Nullable LocalDate annulled) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("caseId", id);
        data.put("kind", kind);
        data.put("memberId", member);
        data.put("unitId", unit);
        data.put("state", annulled == null ? "DECIDED" : "CLOSED");
        data.put("grounds", grounds);
        data.put(
                "decision",
                Map.of("number", "2-QĐ", "deciderUnitId", unit, "signedOn", effective, "effectiveOn", effective));
        data.put("annulledOn", annulled);
        add(
                "discipline.events",
                annulled == null ? "discipline.member-removed.v1" : "discipline.removal-closed.v1",
                id,
                data);
    }

    /** The register could not apply what the case decided. */
    public void conflict(UUID id, UUID caseId, UUID member, boolean settled) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("conflictId", id);
        data.put("caseId", caseId);
        data.put("memberId", member);
        data.put("kind", "STRIKE_OFF");
        data.put("reason", "ORG-17");
        add("org.events", settled ? "org.removal-conflict-settled.v1" : "org.removal-conflicted.v1", id, data);
    }

    /** A regular meeting for a month; null where it did not take place. */
    public void meeting(UUID id, UUID unit, YearMonth month, @Nullable LocalDate heldOn) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("meetingId", id);
        data.put("unitId", unit);
        data.put("kind", "REGULAR");
        data.put("month", month.toString());
        data.put("state", heldOn == null ? "NOT_HELD" : "HELD");
        data.put("heldOn", heldOn);
        add("org.events", heldOn == null ? "org.meeting-dropped.v1" : "org.meeting-held.v1", id, data);
    }

    /** A line of a session's roll: a member, the home on that day, and whether he came. */
    public static Map<String, Object> line(UUID member, UUID home, String status) {
        return Map.of("memberId", member, "unitId", home, "status", status);
    }

    public void session(UUID id, UUID unit, LocalDate heldOn, List<Map<String, Object>> lines) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("sessionId", id);
        data.put("unitId", unit);
        data.put("calledUnitIds", List.of(unit));
        data.put("heldOn", heldOn);
        data.put("state", "HELD");
        data.put("attendance", lines);
        data.put("lists", List.of());
        add("org.events", "org.study-corrected.v1", id, data);
    }

    public void workingRules(UUID id, UUID unit, LocalDate from, @Nullable LocalDate to) {
        workingRules(id, unit, from, to, List.of());
    }

    /** With those whom they give a task. */
    public void workingRules(UUID id, UUID unit, LocalDate from, @Nullable LocalDate to, List<UUID> members) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("workingRulesId", id);
        data.put("unitId", unit);
        data.put("validFrom", from);
        data.put("validTo", to);
        data.put("membersWithTasks", members);
        add("org.events", to == null ? "org.working-rules-filed.v1" : "org.working-rules-ended.v1", id, data);
    }

    /** A post of the party's, or an external one, held on days in {@code [from, to)}. */
    public void post(
            UUID id, UUID member, UUID unit, String post, boolean external, LocalDate from, @Nullable LocalDate to) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("postHoldingId", id);
        data.put("memberId", member);
        data.put("unitId", unit);
        data.put("post", post);
        data.put("external", external);
        data.put("validFrom", from);
        data.put("validTo", to);
        data.put("mode", "OTHER");
        add("org.events", to == null ? "org.post-held.v1" : "org.post-left.v1", id, data);
    }

    /** An account with a role at a unit; its token's subject is the role's name. Answers the account's id. */
    public UUID account(String subject, String role, UUID unit) {
        return given(subject, role, unit).account();
    }

    /** The same with its grant, which can be revoked. */
    public Given given(String subject, String role, UUID unit) {
        UUID account = Ids.next();
        add(
                "org.events",
                "org.account-registered.v1",
                account,
                Map.of("accountId", account, "subject", subject, "locked", false));
        return grant(account, role, unit);
    }

    public record Given(UUID grant, UUID account, String role, UUID unit) {}

    public Given grant(UUID account, String role, UUID unit) {
        Given given = new Given(Ids.next(), account, role, unit);
        grant("org.grant-given.v1", given, null);
        return given;
    }

    public void revoked(Given given) {
        grant("org.grant-revoked.v1", given, LocalDate.of(2020, 1, 1));
    }

    private void grant(String type, Given given, @Nullable LocalDate validTo) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("grantId", given.grant());
        data.put("accountId", given.account());
        data.put("role", given.role());
        data.put("unitId", given.unit());
        data.put("validFrom", LocalDate.of(2000, 1, 1));
        data.put("validTo", validTo);
        add("org.events", type, given.grant(), data);
    }

    private void add(String topic, String type, UUID aggregate, Map<String, ?> data) {
        if (!together) {
            now = now.plus(Duration.ofMinutes(1));
        }
        long version = versions.merge(aggregate, 1L, Long::sum);
        events.add(new ReceivedEvent(
                topic,
                0,
                events.size(),
                type,
                aggregate,
                version,
                now,
                new UUID(0, 0),
                JSON.readTree(JSON.writeValueAsString(data))));
    }
}
