package tusoi.org.meetings.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tusoi.org.meetings.domain.Minutes.Line;
import tusoi.org.meetings.domain.Minutes.Owner;
import tusoi.org.roster.AtHome;
import tusoi.org.roster.AttendanceStatus;
import tusoi.org.roster.Places;

/** ORG-102: holds a record against what the register knows, entry by entry. */
final class MinutesCheck {
    private final Known known;
    private final Set<UUID> members;
    private final Places places = new Places();

    MinutesCheck(Known known) {
        this.known = known;
        this.members = known.atHome().stream().map(AtHome::memberId).collect(Collectors.toUnmodifiableSet());
    }

    Places places() {
        return places;
    }

    /** The record with a line for everybody expected: those not named get the status of the others, if there is one. */
    Minutes complete(Minutes minutes, @Nullable AttendanceStatus others) {
        Set<UUID> named = new HashSet<>();
        for (int i = 0; i < minutes.attendance().size(); i++) {
            UUID member = minutes.attendance().get(i).memberId();
            String place = "attendance[" + i + "].memberId";
            places.addUnless(members.contains(member), place, member + " is not at home in the branch on that day");
            places.addUnless(named.add(member), place, member + " is named twice");
        }
        List<Line> lines = new ArrayList<>(minutes.attendance());
        for (AtHome expected : known.atHome()) {
            if (!expected.isExpected() || named.contains(expected.memberId())) {
                continue;
            }
            if (others == null) {
                places.add("attendance", expected.memberId() + " is expected and not named, and others has no status");
            } else {
                lines.add(new Line(expected.memberId(), others, null));
            }
        }
        checkAnswers(minutes);
        checkOwners(minutes);
        return minutes.withAttendance(lines);
    }

    /** Ids of tasks are given here; a caller names only those of the version that is corrected. */
    void tasksKept(Set<UUID> kept, Minutes before) {
        Set<UUID> there = before.tasks().stream().map(Minutes.Task::taskId).collect(Collectors.toSet());
        for (UUID task : kept) {
            places.addUnless(there.contains(task), "tasks", task + " is no task of this meeting");
        }
    }

    private void checkAnswers(Minutes minutes) {
        Set<UUID> answered = new HashSet<>();
        for (int i = 0; i < minutes.answers().size(); i++) {
            UUID task = minutes.answers().get(i).taskId();
            String place = "answers[" + i + "].taskId";
            places.addUnless(known.openTasks().contains(task), place, task + " is no open task of a former meeting");
            places.addUnless(answered.add(task), place, task + " is answered twice");
        }
    }

    private void checkOwners(Minutes minutes) {
        for (int i = 0; i < minutes.tasks().size(); i++) {
            Minutes.Task task = minutes.tasks().get(i);
            checkOwner("tasks[" + i + "].memberId", task.owner(), task.memberId());
        }
        for (int i = 0; i < minutes.shortcomings().size(); i++) {
            Minutes.Shortcoming noted = minutes.shortcomings().get(i);
            checkOwner("shortcomings[" + i + "].memberId", noted.owner(), noted.memberId());
        }
    }

    private void checkOwner(String place, Owner owner, @Nullable UUID member) {
        if (owner == Owner.COLLECTIVE) {
            places.addUnless(member == null, place, "What is the collective's names no member");
        } else if (member == null) {
            places.add(place, "The member is missing");
        } else {
            places.addUnless(members.contains(member), place, member + " is not at home in the branch on that day");
        }
    }
}
