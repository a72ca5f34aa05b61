package tusoi.org.posts.domain;

import static tusoi.org.posts.domain.PostRules.ORG_82;
import static tusoi.org.posts.domain.PostRules.ORG_83;
import static tusoi.org.posts.domain.PostRules.ORG_84;
import static tusoi.org.posts.domain.PostRules.ORG_85;
import static tusoi.org.posts.domain.PostRules.ORG_88;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tusoi.org.ids.MemberId;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.Warning;

/**
 * Who sits on a unit's committees on a day.
 *
 * @param level the unit's
 * @param officialMembers at home in the unit itself
 */
public record Committee(String level, int officialMembers, List<Seat> seats) {
    public Committee {
        seats = List.copyOf(seats);
    }

    /** A party post held at the unit. */
    public record Seat(UUID holding, MemberId member, PostType post) {}

    /** A size that holds whenever a seat is added. ORG-82, ORG-83, ORG-84's upper bounds. */
    public List<Warning> overfull(RuleProfile profile) {
        List<Warning> found = new ArrayList<>();
        int branch = membersOf(PostType.Body.BRANCH);
        boolean hasBranchCommittee = has(PostType.BRANCH_COMMITTEE_MEMBER);
        int most = number(profile, ORG_82, "maxMembers");
        if (hasBranchCommittee && branch > most) {
            found.add(new Warning(
                    ORG_82, "The branch committee has " + branch + " members", Map.of("members", branch, "max", most)));
        }
        int from = number(profile, ORG_83, "committeeFromOfficialMembers");
        if (hasBranchCommittee && officialMembers < from) {
            found.add(new Warning(
                    ORG_83,
                    "The branch has " + officialMembers + " official members",
                    Map.of("officialMembers", officialMembers, "committeeFrom", from)));
        }
        int inspectors = membersOf(PostType.Body.INSPECTION);
        int mostInspectors = inspectionBound(profile, "Max");
        if (inspectors > mostInspectors) {
            found.add(inspectionSize(inspectors, mostInspectors, "max"));
        }
        int deputies = members(seat -> seat.post() == PostType.INSPECTION_DEPUTY_CHAIR);
        int mostDeputies = number(profile, ORG_84, "maxDeputyChairs");
        if (deputies > mostDeputies) {
            found.add(new Warning(
                    ORG_84,
                    "The inspection committee has " + deputies + " deputy chairs",
                    Map.of("deputyChairs", deputies, "max", mostDeputies)));
        }
        return found;
    }

    /** ORG-84's lower bound, where there is such a committee. */
    public List<Warning> understaffed(RuleProfile profile) {
        int inspectors = membersOf(PostType.Body.INSPECTION);
        int least = inspectionBound(profile, "Min");
        return inspectors < least ? List.of(inspectionSize(inspectors, least, "min")) : List.of();
    }

    /** ORG-85. */
    public List<Warning> chairs() {
        Set<MemberId> leading = seats.stream()
                .filter(seat -> seat.post().isStanding() && seat.post() != PostType.SECRETARY)
                .map(Seat::member)
                .collect(Collectors.toSet());
        return seats.stream()
                .filter(seat -> seat.post() == PostType.INSPECTION_CHAIR && !leading.contains(seat.member()))
                .map(seat -> new Warning(
                        ORG_85,
                        "The chair is neither deputy secretary nor on the standing committee here",
                        Map.of("member", seat.member().value())))
                .toList();
    }

    /** Everything that is to be said of the committees as they stand. */
    public List<Warning> findings(RuleProfile profile) {
        List<Warning> found = new ArrayList<>(overfull(profile));
        if (membersOf(PostType.Body.INSPECTION) > 0) {
            found.addAll(understaffed(profile));
        }
        found.addAll(chairs());
        int standing = members(seat -> seat.post().isStanding());
        int all = membersOf(PostType.Body.COMMITTEE);
        int per = number(profile, ORG_88, "committeeMembersPerStandingMember");
        if (standing * per > all) {
            found.add(new Warning(
                    ORG_88,
                    standing + " of the committee's " + all + " members sit on the standing committee",
                    Map.of("standing", standing, "committee", all, "onePer", per)));
        }
        return found;
    }

    public Committee with(Seat seat) {
        List<Seat> more = new ArrayList<>(without(seat.holding()).seats());
        more.add(seat);
        return new Committee(level, officialMembers, more);
    }

    public Committee without(UUID holding) {
        return new Committee(
                level,
                officialMembers,
                seats.stream().filter(seat -> !seat.holding().equals(holding)).toList());
    }

    private int inspectionBound(RuleProfile profile, String bound) {
        return switch (level) {
            case "GRASSROOTS" -> number(profile, ORG_84, "commune" + bound);
            case "PROVINCE" -> number(profile, ORG_84, "province" + bound);
            default -> bound.equals("Max") ? Integer.MAX_VALUE : 0;
        };
    }

    private static Warning inspectionSize(int members, int bound, String name) {
        return new Warning(
                ORG_84,
                "The inspection committee has " + members + " members",
                Map.of("members", members, name, bound));
    }

    private boolean has(PostType post) {
        return seats.stream().anyMatch(seat -> seat.post() == post);
    }

    private int membersOf(PostType.Body body) {
        return members(seat -> seat.post().body() == body);
    }

    private int members(Predicate<Seat> which) {
        return (int) seats.stream().filter(which).map(Seat::member).distinct().count();
    }

    private static int number(RuleProfile profile, Rule rule, String name) {
        return profile.number(rule, name).intValueExact();
    }
}
