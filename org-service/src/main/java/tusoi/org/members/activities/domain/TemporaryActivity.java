package tusoi.org.members.activities.domain;

import static tusoi.org.members.domain.MemberRules.ORG_16;
import static tusoi.org.members.domain.MemberRules.ORG_17;
import static tusoi.org.members.domain.MemberRules.ORG_56;
import static tusoi.org.members.domain.MemberRules.ORG_57;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.HomeLives;
import tusoi.org.members.domain.MemberHistory;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/**
 * Active elsewhere on {@code [from, to)}: at a host of the register, or at one that is a name only.
 *
 * @param home where the member is at home on the first day, and counted throughout
 */
public record TemporaryActivity(
        UUID id,
        MemberId member,
        UnitId home,
        @Nullable UnitId host,
        @Nullable String outside,
        Purpose purpose,
        LocalDate from,
        LocalDate to) {

    /** What for. */
    public enum Purpose {
        WORK,
        STUDY
    }

    /** What changed. */
    public enum Change {
        BEGUN,
        ENDED
    }

    /** Where to and what for, as asked. */
    public record Stay(
            @Nullable UnitId host, @Nullable String outside, Purpose purpose, LocalDate from, LocalDate to) {}

    /** ORG-16, ORG-17, ORG-57; ORG-56 warns of a time that is too short or too long for its purpose. */
    public static Decision<TemporaryActivity, Change> begin(
            UUID id,
            MemberHistory member,
            Stay stay,
            List<TemporaryActivity> others,
            RuleProfile profile,
            HomeLives hosts) {
        if (!stay.to().isAfter(stay.from())) {
            return Decision.refused(ORG_16, "It ends before it begins", Map.of("from", stay.from(), "to", stay.to()));
        }
        if (!member.slices().covers(stay.from(), stay.to())) {
            return Decision.refused(
                    ORG_17, "Not a member on all of these days", Map.of("from", stay.from(), "to", stay.to()));
        }
        boolean hostIsHome = member.slices().during(stay.from(), stay.to()).stream()
                .anyMatch(slice -> slice.value().home().equals(stay.host()));
        boolean twice = others.stream()
                .anyMatch(
                        other -> other.from().isBefore(stay.to()) && stay.from().isBefore(other.to()));
        boolean noHost = stay.host() != null && !hosts.canBeHome(stay.host(), stay.from(), stay.to());
        if (hostIsHome || twice || noHost) {
            return Decision.refused(
                    ORG_57,
                    hostIsHome
                            ? "At home there"
                            : twice ? "Active elsewhere on some of these days already" : "Not a branch that lives then",
                    Map.of("from", stay.from(), "to", stay.to()));
        }
        UnitId home = member.slices().on(stay.from()).orElseThrow().home();
        TemporaryActivity begun = new TemporaryActivity(
                id, member.id(), home, stay.host(), stay.outside(), stay.purpose(), stay.from(), stay.to());
        return begun.bounded(Decision.accepted(begun, Change.BEGUN), profile);
    }

    private Decision<TemporaryActivity, Change> bounded(
            Decision<TemporaryActivity, Change> decision, RuleProfile profile) {
        boolean work = purpose == Purpose.WORK;
        int fromMonths = profile.number(ORG_56, work ? "workFromMonths" : "studyFromMonths")
                .intValue();
        int bound = profile.number(ORG_56, work ? "workBelowMonths" : "studyThroughMonths")
                .intValue();
        LocalDate longest = from.plusMonths(bound);
        boolean tooShort = to.isBefore(from.plusMonths(fromMonths));
        boolean tooLong = work ? !to.isBefore(longest) : to.isAfter(longest);
        return decision.warnUnless(
                !tooShort && !tooLong,
                ORG_56,
                purpose + " from " + from + " to " + to + ": " + fromMonths + " to " + bound + " months",
                Map.of("from", from, "to", to, "fromMonths", fromMonths, "boundMonths", bound));
    }

    /** ORG-16: ends earlier than was meant. */
    public Decision<TemporaryActivity, Change> end(LocalDate on) {
        return on.isAfter(from) && on.isBefore(to)
                ? Decision.accepted(
                        new TemporaryActivity(id, member, home, host, outside, purpose, from, on), Change.ENDED)
                : Decision.refused(
                        ORG_16, "Not between its first and last day", Map.of("from", from, "to", to, "on", on));
    }
}
