package tusoi.discipline.removals.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tusoi.discipline.ballots.Ballots;
import tusoi.discipline.members.MemberId;
import tusoi.discipline.members.UnitId;
import tusoi.discipline.removals.domain.Removal.BranchVoted;
import tusoi.discipline.removals.domain.Removal.Opened;
import tusoi.discipline.removals.domain.Removal.Proposed;
import tusoi.discipline.removals.domain.Removal.SelfReviewed;

/** Removals from a generated branch of nine official members. */
public final class RemovalMother {
    static final UnitId BRANCH = new UnitId(new UUID(8, 1));
    static final UnitId BASE = new UnitId(new UUID(8, 2));
    static final UnitId DISTRICT = new UnitId(new UUID(8, 3));
    static final LocalDate OPENED = LocalDate.of(2022, 1, 10);

    private RemovalMother() {}

    public static RemovalFile file(Kind kind, List<Ground> grounds) {
        return new RemovalFile(
                new RemovalId(new UUID(8, 7)), kind, new MemberId(new UUID(8, 8)), BRANCH, grounds, List.of(), OPENED);
    }

    public static Opened opened() {
        return new Opened(file(Kind.STRIKE_OFF, List.of(Ground.ABSENT_THREE_MONTHS, Ground.DUES_UNPAID_THREE_MONTHS)));
    }

    public static SelfReviewed reviewed() {
        return new SelfReviewed(opened().file(), new SelfReview(OPENED.plusDays(10), true, 1));
    }

    public static BranchVoted branchVoted() {
        return new BranchVoted(opened().file(), reviewed().selfReview(), vote(20, BRANCH, 9, 9, 9));
    }

    public static Proposed proposed() {
        return new Proposed(
                opened().file(), reviewed().selfReview(), branchVoted().branchVote(), vote(30, BASE, 15, 15, 15));
    }

    static Vote vote(int day, UnitId body, int entitled, int valid, int inFavour) {
        return new Vote(OPENED.plusDays(day), body, new Ballots(entitled, valid, inFavour));
    }
}
