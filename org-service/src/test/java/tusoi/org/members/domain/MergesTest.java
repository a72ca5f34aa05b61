package tusoi.org.members.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.RuleProfile;

class MergesTest {
    private static final HomeLives ALWAYS = (unit, from, to) -> true;
    private static final UnitId A = UnitId.next();
    private static final UnitId B = UnitId.next();
    private static final RuleProfile NONE = new RuleProfile("none", "org", day("1930-01-01"), null, Map.of());

    // ORG-67
    @Test
    void theKeptEntryHoldsAndTheOtherFillsItsDays() {
        MemberHistory joined = accepted(Merges.absorb(registered(B, "2015-01-01"), registered(A, "2012-01-01")));
        assertThat(joined.slices().on(day("2014-12-31")).map(Membership::home)).contains(A);
        assertThat(joined.slices().on(day("2015-01-01")).map(Membership::home)).contains(B);
        assertThat(joined.movements())
                .extracting(Movement::kind)
                .containsExactly(Movement.Kind.REGISTERED, Movement.Kind.TRANSFERRED);
        assertThat(joined.movements().getLast().unit()).isEqualTo(A);
    }

    // ORG-67
    @Test
    void atOneHomeNothingHappenedOnTheLaterEntrysDay() {
        MemberHistory joined = accepted(Merges.absorb(registered(A, "2015-01-01"), registered(A, "2012-01-01")));
        assertThat(joined.movements()).hasSize(1);
        assertThat(joined.slices().start()).isEqualTo(day("2012-01-01"));
    }

    // ORG-67
    @Test
    void leftInOneAndStayedInTheOtherIsRefused() {
        MemberHistory dead =
                accepted(registered(A, "2012-01-01").leave(day("2018-01-01"), Movement.Kind.DECEASED, null));
        assertThat(Merges.absorb(registered(B, "2015-01-01"), dead))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(MemberRules.ORG_67));
        assertThat(Merges.absorb(dead, registered(B, "2015-01-01"))).isInstanceOf(Refused.class);
        assertThat(Merges.absorb(registered(B, "2019-01-01"), dead)).isInstanceOf(Accepted.class);
    }

    // ORG-65
    @Test
    void aTransfersDayMovesBothWaysAndNotPastAnother() {
        MemberHistory moved = accepted(registered(A, "2012-01-01").transfer(day("2020-01-01"), B, ALWAYS));
        MemberHistory earlier = accepted(Corrections.moveDay(moved, 1, day("2019-06-01"), NONE, ALWAYS));
        assertThat(earlier.slices().on(day("2019-06-01")).map(Membership::home)).contains(B);
        MemberHistory later = accepted(Corrections.moveDay(moved, 1, day("2020-06-01"), NONE, ALWAYS));
        assertThat(later.slices().on(day("2020-05-31")).map(Membership::home)).contains(A);
        assertThat(Corrections.moveDay(moved, 1, day("2012-01-01"), NONE, ALWAYS))
                .isInstanceOf(Refused.class);
        assertThat(Corrections.moveDay(moved, 2, day("2019-06-01"), NONE, ALWAYS))
                .isInstanceOf(Refused.class);
    }

    // ORG-65
    @Test
    void aDecidedRemovalIsNotCorrectedHere() {
        MemberHistory gone = accepted(
                registered(A, "2012-01-01").leave(day("2018-01-01"), Movement.Kind.STRUCK_OFF, UUID.randomUUID()));
        assertThat(Corrections.takeBack(gone, ALWAYS)).isInstanceOf(Refused.class);
        assertThat(Corrections.moveDay(gone, 1, day("2018-02-01"), NONE, ALWAYS))
                .isInstanceOf(Refused.class);
        MemberHistory dead =
                accepted(registered(A, "2012-01-01").leave(day("2018-01-01"), Movement.Kind.DECEASED, null));
        assertThat(accepted(Corrections.takeBack(dead, ALWAYS)).isMemberOn(day("2025-01-01")))
                .isTrue();
    }

    // ORG-70
    @Test
    void partyAgeLeavesOutInterruptedDays() {
        MemberHistory member = registered(A, "2012-01-01");
        assertThat(PartyAge.on(member, null, day("2021-02-03")))
                .hasValueSatisfying(age -> assertThat(age.years()).isEqualTo(20));
        MemberHistory left = accepted(member.leave(day("2015-01-01"), Movement.Kind.WITHDREW, null));
        assertThat(PartyAge.on(left, null, day("2021-02-03"))).isEmpty();
        MemberHistory away = accepted(member.leave(day("2015-01-01"), Movement.Kind.TRANSFERRED, null));
        MemberHistory back = accepted(Returns.comeBack(away, B, day("2016-01-01"), ALWAYS));
        assertThat(PartyAge.on(back, null, day("2021-02-03")))
                .hasValueSatisfying(age -> assertThat(age.interruptedDays()).isZero());
    }

    private static MemberHistory registered(UnitId home, String since) {
        return accepted(Entries.register(
                MemberId.next(),
                new NewMember(
                        home,
                        day(since),
                        day("1980-05-19"),
                        day("2001-02-03"),
                        day("2002-02-03"),
                        MemberState.OFFICIAL,
                        false),
                ALWAYS));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static MemberHistory accepted(Decision<MemberHistory, MemberChange> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted<MemberHistory, MemberChange>) decision).state();
    }
}
