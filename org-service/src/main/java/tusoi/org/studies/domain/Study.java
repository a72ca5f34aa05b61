package tusoi.org.studies.domain;

import static tusoi.org.studies.domain.StudyRules.ORG_120;
import static tusoi.org.studies.domain.StudyRules.ORG_121;
import static tusoi.org.studies.domain.StudyRules.ORG_122;
import static tusoi.org.studies.domain.StudyRules.ORG_123;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.roster.AtHome;
import tusoi.org.roster.AttendanceStatus;
import tusoi.org.roster.Places;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/**
 * A study session that a unit holds.
 *
 * @param called the units whose members are expected, with everything under them
 * @param rollVersion the version that the roll was written with; 0 until there is one
 */
public record Study(
        UUID id,
        UUID unit,
        List<UUID> called,
        @Nullable String topic,
        String title,
        @Nullable LocalDate noticedOn,
        LocalDate heldOn,
        State state,
        long rollVersion,
        List<RollLine> roll,
        List<Published> lists) {
    public enum State {
        PLANNED,
        HELD
    }

    /** What happened to a session. */
    public enum Change {
        PLANNED,
        ATTENDED,
        CORRECTED,
        PUBLISHED
    }

    /** A list that has gone out. */
    public record Published(UUID listId, LocalDate publishedOn, String sha256, long rollVersion) {}

    /** A line as it is sent: the home comes from the register. */
    public record Line(
            UUID memberId,
            AttendanceStatus status,
            @Nullable String reason) {}

    /**
     * A roll as it is sent.
     *
     * @param others the status of whoever is expected and not named; null where all are to be named
     * @param reason why a roll is corrected; null for the first
     */
    public record Roll(
            List<Line> lines,
            @Nullable AttendanceStatus others,
            @Nullable String reason) {}

    /** ORG-120, ORG-121; {@code under} holds the unit and what stands under it on the day. */
    public static Decision<Study, Change> plan(Study study, Set<UUID> under, RuleProfile profile) {
        List<UUID> outside =
                study.called.stream().filter(unit -> !under.contains(unit)).toList();
        if (!outside.isEmpty()) {
            return Decision.refused(
                    ORG_121, "It does not stand under the holder on that day", Map.of("units", outside));
        }
        long least = profile.number(ORG_120, "noticeDays").longValueExact();
        LocalDate noticed = study.noticedOn;
        long days = noticed == null ? -1 : ChronoUnit.DAYS.between(noticed, study.heldOn);
        return Decision.accepted(study, Change.PLANNED)
                .warnUnless(
                        days >= least,
                        ORG_120,
                        noticed == null ? "There was no notice" : "Notice was given " + days + " days before",
                        Map.of("noticeDays", least, "profile", profile.code()));
    }

    /** ORG-122: everybody expected, by the register as it knows the day now. */
    public Decision<Study, Change> attend(Roll sent, List<AtHome> atHome, LocalDate today, long version) {
        boolean correction = state == State.HELD;
        if (heldOn.isAfter(today) || (correction && sent.reason() == null)) {
            return Decision.refused(
                    ORG_122,
                    correction ? "A correction gives its reason" : "The day has not come",
                    Map.of("heldOn", heldOn));
        }
        Places places = new Places();
        List<RollLine> lines = lines(sent, atHome, places);
        if (!places.isEmpty()) {
            return Decision.refused(ORG_122, places.summary(), places.facts());
        }
        return Decision.accepted(
                new Study(
                        id,
                        unit,
                        called,
                        topic,
                        title,
                        noticedOn,
                        heldOn,
                        State.HELD,
                        version,
                        List.copyOf(lines),
                        lists),
                correction ? Change.CORRECTED : Change.ATTENDED);
    }

    /** ORG-123. */
    public Decision<Study, StudyList> publish(UUID listId, LocalDate on) {
        if (state != State.HELD || lists.stream().anyMatch(list -> list.rollVersion() == rollVersion)) {
            return Decision.refused(
                    ORG_123,
                    state == State.HELD ? "This roll's list is published already" : "It has not been held",
                    Map.of("state", state));
        }
        StudyList list = new StudyList(
                listId, id, heldOn, on, roll.stream().filter(RollLine::isTold).toList());
        List<Published> more = new ArrayList<>(lists);
        more.add(new Published(listId, on, list.sha256(), rollVersion));
        return Decision.accepted(
                new Study(
                        id, unit, called, topic, title, noticedOn, heldOn, state, rollVersion, roll, List.copyOf(more)),
                list);
    }

    private static List<RollLine> lines(Roll sent, List<AtHome> atHome, Places places) {
        Map<UUID, UUID> homes = new HashMap<>();
        atHome.forEach(member -> homes.put(member.memberId(), member.unitId()));
        Set<UUID> named = new HashSet<>();
        List<RollLine> lines = new ArrayList<>();
        for (int i = 0; i < sent.lines().size(); i++) {
            Line line = sent.lines().get(i);
            String place = "attendance[" + i + "].memberId";
            UUID home = homes.get(line.memberId());
            places.addUnless(named.add(line.memberId()), place, line.memberId() + " is named twice");
            if (home == null) {
                places.add(place, line.memberId() + " is not at home in a unit that was called, on that day");
            } else {
                lines.add(new RollLine(line.memberId(), home, line.status(), line.reason()));
            }
        }
        for (AtHome member : atHome) {
            if (!member.isExpected() || named.contains(member.memberId())) {
                continue;
            }
            if (sent.others() == null) {
                places.add("attendance", member.memberId() + " is expected and not named, and others has no status");
            } else {
                lines.add(new RollLine(member.memberId(), member.unitId(), sent.others(), null));
            }
        }
        return lines;
    }
}
