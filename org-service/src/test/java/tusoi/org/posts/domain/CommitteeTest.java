package tusoi.org.posts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.posts.domain.PostType.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.posts.domain.Committee.Seat;
import tusoi.org.posts.domain.PostHolding.Basis;
import tusoi.org.posts.domain.PostHolding.Change;
import tusoi.org.posts.domain.PostHolding.Mode;
import tusoi.org.posts.domain.PostHolding.Term;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfile.Entry;
import tusoi.platform.rules.RuleProfile.Mark;
import tusoi.platform.rules.Warning;

class CommitteeTest {
    private static final LocalDate DAY = LocalDate.parse("2024-01-01");
    private static final RuleProfile PROFILE = new RuleProfile(
            "X",
            "org",
            DAY,
            null,
            Map.of(
                    "ORG-82", entry(Map.of("maxMembers", 7)),
                    "ORG-83", entry(Map.of("committeeFromOfficialMembers", 9)),
                    "ORG-84",
                            entry(Map.of(
                                    "communeMin",
                                    3,
                                    "communeMax",
                                    7,
                                    "provinceMin",
                                    11,
                                    "provinceMax",
                                    13,
                                    "maxDeputyChairs",
                                    2)),
                    "ORG-86", entry(Map.of("termMonths", 60, "branchTermMonths", 30)),
                    "ORG-88", entry(Map.of("committeeMembersPerStandingMember", 3))));

    // ORG-82
    @Test
    void aBranchCommitteeHasAtMostSevenMembers() {
        List<Seat> seats = new ArrayList<>(List.of(seat(BRANCH_SECRETARY), seat(BRANCH_DEPUTY_SECRETARY)));
        seats.addAll(seats(BRANCH_COMMITTEE_MEMBER, 5));
        assertThat(committee("BRANCH", 20, seats).findings(PROFILE)).isEmpty();
        seats.add(seat(BRANCH_COMMITTEE_MEMBER));
        assertThat(committee("BRANCH", 20, seats).findings(PROFILE))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.rule()).isEqualTo(PostRules.ORG_82);
                    assertThat(warning.facts()).isEqualTo(Map.of("members", 8, "max", 7));
                });
    }

    // ORG-83
    @Test
    void aBranchOfFewerThanNineOfficialMembersHasNoCommittee() {
        List<Seat> seats = List.of(seat(BRANCH_SECRETARY), seat(BRANCH_COMMITTEE_MEMBER));
        assertThat(rules(committee("BRANCH", 8, seats).findings(PROFILE))).containsExactly("ORG-83");
        assertThat(committee("BRANCH", 9, seats).findings(PROFILE)).isEmpty();
        assertThat(committee("BRANCH", 3, List.of(seat(BRANCH_SECRETARY), seat(BRANCH_DEPUTY_SECRETARY)))
                        .findings(PROFILE))
                .as("secretary and deputy are no committee")
                .isEmpty();
    }

    // ORG-84
    @Test
    void aCommunesInspectionCommitteeHasThreeToSeven() {
        assertThat(committee("GRASSROOTS", 0, seats(INSPECTION_MEMBER, 7)).findings(PROFILE))
                .isEmpty();
        assertThat(rules(committee("GRASSROOTS", 0, seats(INSPECTION_MEMBER, 8)).findings(PROFILE)))
                .containsExactly("ORG-84");
        assertThat(rules(committee("GRASSROOTS", 0, seats(INSPECTION_MEMBER, 2)).findings(PROFILE)))
                .containsExactly("ORG-84");
        assertThat(committee("PROVINCE", 0, seats(INSPECTION_MEMBER, 13)).findings(PROFILE))
                .isEmpty();
        assertThat(rules(committee("PROVINCE", 0, seats(INSPECTION_MEMBER, 10)).findings(PROFILE)))
                .containsExactly("ORG-84");
        assertThat(committee("DISTRICT", 0, seats(INSPECTION_MEMBER, 20)).findings(PROFILE))
                .as("no figure is known there")
                .isEmpty();
        assertThat(committee("GRASSROOTS", 0, List.of()).findings(PROFILE))
                .as("none at all")
                .isEmpty();
        List<Seat> deputies = new ArrayList<>(seats(INSPECTION_DEPUTY_CHAIR, 3));
        assertThat(rules(committee("GRASSROOTS", 0, deputies).findings(PROFILE)))
                .containsExactly("ORG-84");
    }

    // ORG-84
    @Test
    void aPersonOfSeveralPostsSitsOnce() {
        List<Seat> seats = new ArrayList<>(seats(INSPECTION_MEMBER, 7));
        MemberId first = seats.getFirst().member();
        seats.add(new Seat(UUID.randomUUID(), first, INSPECTION_DEPUTY_CHAIR));
        assertThat(committee("GRASSROOTS", 0, seats).findings(PROFILE)).isEmpty();
    }

    // ORG-85
    @Test
    void theInspectionChairIsADeputySecretaryOrOnTheStandingCommittee() {
        MemberId chair = MemberId.next();
        Committee alone = committee("GRASSROOTS", 0, List.of(new Seat(UUID.randomUUID(), chair, INSPECTION_CHAIR)));
        assertThat(rules(alone.chairs())).containsExactly("ORG-85");
        assertThat(alone.with(new Seat(UUID.randomUUID(), chair, STANDING_DEPUTY_SECRETARY))
                        .chairs())
                .isEmpty();
        assertThat(alone.with(new Seat(UUID.randomUUID(), chair, STANDING_COMMITTEE_MEMBER))
                        .chairs())
                .isEmpty();
        assertThat(alone.with(new Seat(UUID.randomUUID(), chair, COMMITTEE_MEMBER))
                        .chairs())
                .hasSize(1);
    }

    // ORG-88
    @Test
    void theStandingCommitteeIsAtMostAThird() {
        List<Seat> seats = new ArrayList<>(seats(STANDING_COMMITTEE_MEMBER, 5));
        seats.addAll(seats(COMMITTEE_MEMBER, 10));
        assertThat(committee("GRASSROOTS", 0, seats).findings(PROFILE)).isEmpty();
        seats.removeLast();
        assertThat(rules(committee("GRASSROOTS", 0, seats).findings(PROFILE))).containsExactly("ORG-88");
    }

    // ORG-81
    @Test
    void aProbationaryMemberHoldsNoPartyPost() {
        var post = post("BRANCH_SECRETARY", false, Basis.of(Mode.ELECTED), null);
        assertThat(warnings(situation(true, true), post)).containsExactly("ORG-81");
        assertThat(warnings(situation(false, true), post)).isEmpty();
        assertThat(warnings(situation(true, true), post("NEIGHBOURHOOD_HEAD", true, Basis.of(Mode.OTHER), null)))
                .isEmpty();
    }

    // ORG-87
    @Test
    void whoIsAppointedIsAppointedFromAbove() {
        var post = post("SECRETARY", false, new Basis(Mode.APPOINTED, null, UnitId.next(), null), null);
        assertThat(warnings(situation(false, false), post)).containsExactly("ORG-87");
        assertThat(warnings(situation(false, true), post)).isEmpty();
    }

    // ORG-98
    @Test
    void aPartyPostIsOneOfTheList() {
        assertThat(warnings(situation(false, true), post("BRANCH_SECRETRARY", false, Basis.of(Mode.ELECTED), null)))
                .containsExactly("ORG-98");
    }

    // ORG-86
    @Test
    void aPostIsHeldWithinATermOfTheLengthThatIsAllowed() {
        assertThat(warnings(situation(false, true), inTerm("2022-07-01", "2025-01-01")))
                .isEmpty();
        assertThat(warnings(situation(false, true), inTerm("2022-06-30", "2025-01-01")))
                .as("a day longer than 30 months")
                .containsExactly("ORG-86");
        assertThat(warnings(situation(false, true), inTerm("2024-01-02", "2025-01-01")))
                .as("held before the term")
                .containsExactly("ORG-86");
        assertThat(warnings(situation(false, true), inTerm("2022-07-01", "2024-12-31")))
                .as("held past the term")
                .containsExactly("ORG-86");
    }

    private static PostHolding inTerm(String from, String to) {
        Term term = new Term(LocalDate.parse(from), LocalDate.parse(to));
        return post(
                "BRANCH_SECRETARY", false, new Basis(Mode.ELECTED, term, null, null), LocalDate.parse("2025-01-01"));
    }

    private static List<String> warnings(Situation situation, PostHolding post) {
        Decision<PostHolding, Change> held = Decision.accepted(post, Change.HELD);
        return switch (situation.hold(held, post, PROFILE)) {
            case Accepted<PostHolding, Change> accepted -> rules(accepted.warnings());
            case Decision.Refused<PostHolding, Change> refused -> throw new AssertionError(refused);
        };
    }

    private static Situation situation(boolean probationary, boolean appointerAbove) {
        return new Situation(probationary, true, committee("BRANCH", 20, List.of()), appointerAbove);
    }

    private static PostHolding post(String code, boolean external, Basis basis, @Nullable LocalDate to) {
        return new PostHolding(UUID.randomUUID(), MemberId.next(), UnitId.next(), code, null, external, basis, DAY, to);
    }

    private static Committee committee(String level, int officialMembers, List<Seat> seats) {
        return new Committee(level, officialMembers, seats);
    }

    private static List<Seat> seats(PostType post, int count) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seats.add(seat(post));
        }
        return seats;
    }

    private static Seat seat(PostType post) {
        return new Seat(UUID.randomUUID(), MemberId.next(), post);
    }

    private static List<String> rules(List<Warning> warnings) {
        return warnings.stream().map(warning -> warning.rule().code()).toList();
    }

    private static Entry entry(Map<String, Integer> numbers) {
        Map<String, BigDecimal> exact = new HashMap<>();
        numbers.forEach((name, value) -> exact.put(name, BigDecimal.valueOf(value)));
        return new Entry(Map.of("vi", "…"), "", Mark.CONFIRMED, RuleProfile.Mode.WARN, exact);
    }
}
