package tusoi.org.members.balance.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;

/** A small register of members and units; every version is kept with when it was recorded. */
public final class RandomRegister {
    static final LocalDate START = LocalDate.parse("2012-01-01");
    private static final int DAYS = 5000;

    private final Random random;
    private final RandomTree tree;
    private final Map<MemberId, List<Version>> versions = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private int recorded;
    private int accepted;

    /** @param member null where the entry was joined with another one */
    public record Version(int recordedAt, @Nullable MemberHistory member) {}

    /** What was asked, and answered when it was asked first. */
    public record Answer(
            int knownAt, UnitId unit, LocalDate day, LocalDate from, LocalDate to, Balance balance, Count unplaced) {}

    /** Members in units that lead to several. */
    public record Count(int opening, int closing) {}

    RandomRegister(Random random) {
        this.random = random;
        this.tree = new RandomTree(START, 2, 3);
    }

    public RandomTree tree() {
        return tree;
    }

    public Map<MemberId, List<Version>> versions() {
        return versions;
    }

    public List<Answer> answers() {
        return answers;
    }

    int accepted() {
        return accepted;
    }

    /** The instant of the command that is on. */
    int recorded() {
        return recorded;
    }

    int nextInstant() {
        return ++recorded;
    }

    void countAccepted() {
        accepted++;
    }

    List<MemberId> residents(UnitId unit, LocalDate from) {
        return known(recorded).stream()
                .filter(member -> member.slices().during(from, null).stream()
                        .anyMatch(slice -> slice.value().home().equals(unit)))
                .map(MemberHistory::id)
                .toList();
    }

    List<Version> known(MemberId id) {
        return versions.getOrDefault(id, List.of());
    }

    void keep(Decision<MemberHistory, MemberChange> decision) {
        if (decision instanceof Accepted<MemberHistory, MemberChange>(var member, var event, var warnings)) {
            accepted++;
            put(member.id(), member);
        }
    }

    void put(MemberId id, MemberHistory member) {
        versions.computeIfAbsent(id, none -> new ArrayList<>()).add(new Version(recorded, member));
    }

    /** The entry was joined with another one. */
    void giveUp(MemberId id) {
        known(id).add(new Version(recorded, null));
    }

    @Nullable
    MemberHistory now(MemberId id, int knownAt) {
        MemberHistory known = null;
        for (Version version : versions.getOrDefault(id, List.of())) {
            if (version.recordedAt() <= knownAt) {
                known = version.member();
            }
        }
        return known;
    }

    List<MemberHistory> known(int knownAt) {
        List<MemberHistory> known = new ArrayList<>();
        for (MemberId id : versions.keySet()) {
            MemberHistory member = now(id, knownAt);
            if (member != null) {
                known.add(member);
            }
        }
        return known;
    }

    /** Keeps what is answered to a question about an instant up to now. */
    void ask() {
        answers.add(answer(1 + random.nextInt(recorded)));
    }

    Answer answer(int knownAt) {
        LocalDate from = day();
        List<UnitId> units = tree.ever();
        UnitId unit = units.get(random.nextInt(units.size()));
        return answered(knownAt, unit, day(), from, from.plusDays(random.nextInt(2000)));
    }

    Answer answered(int knownAt, UnitId unit, LocalDate day, LocalDate from, LocalDate to) {
        List<MemberHistory> members = known(knownAt);
        Placement placement = new Placement(tree.at(knownAt), day);
        Balance balance = Balance.of(members, (member, home) -> placement.isInside(unit, member, home), from, to);
        Balance apart = Balance.of(
                members,
                (member, home) -> placement.isInside(unit, member, home)
                        && placement.places(member, home).size() > 1,
                from,
                to);
        return new Answer(knownAt, unit, day, from, to, balance, new Count(apart.opening(), apart.closing()));
    }

    /** Few days, so that many fall together. */
    LocalDate day() {
        return random.nextBoolean()
                ? START.plusDays(random.nextInt(DAYS))
                : START.plusMonths(random.nextInt(20)).plusDays(random.nextInt(2));
    }
}
