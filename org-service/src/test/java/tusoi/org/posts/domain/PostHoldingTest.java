package tusoi.org.posts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.posts.domain.PostHolding.Change;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Rule;

class PostHoldingTest {
    private static final MemberId MEMBER = MemberId.next();
    private static final UnitId UNIT = UnitId.next();

    // ORG-21
    @Test
    void aPostIsHeldByAMemberInAUnitThatLives() {
        PostHolding post = post("BRANCH_SECRETARY", "2020-01-01", null);
        assertAccepted(PostHolding.hold(post, true, true, List.of()));
        assertRefused(PostHolding.hold(post, false, true, List.of()), PostRules.ORG_21);
        assertRefused(PostHolding.hold(post, true, false, List.of()), PostRules.ORG_21);
    }

    // ORG-22
    @Test
    void severalPostsAtOnceButTheSameOnlyOnce() {
        PostHolding held = post("BRANCH_SECRETARY", "2020-01-01", "2022-01-01");
        assertAccepted(PostHolding.hold(post("COMMITTEE_MEMBER", "2020-01-01", null), true, true, List.of(held)));
        assertRefused(
                PostHolding.hold(post("BRANCH_SECRETARY", "2021-12-31", null), true, true, List.of(held)),
                PostRules.ORG_22);
        assertAccepted(PostHolding.hold(post("BRANCH_SECRETARY", "2022-01-01", null), true, true, List.of(held)));
    }

    // ORG-23
    @Test
    void aHoldingBeginsBeforeItEnds() {
        assertRefused(PostHolding.hold(post("X", "2020-01-01", "2020-01-01"), true, true, List.of()), PostRules.ORG_23);
        PostHolding held = post("X", "2020-01-01", null);
        assertRefused(held.leave(LocalDate.parse("2020-01-01")), PostRules.ORG_23);
        assertAccepted(held.leave(LocalDate.parse("2020-01-02")));
    }

    // ORG-22, ORG-23
    @Test
    void aCorrectionIsBoundAsAHoldingIs() {
        PostHolding held = post("BRANCH_SECRETARY", "2020-01-01", "2022-01-01");
        PostHolding later = post("BRANCH_SECRETARY", "2022-01-01", null);
        var longer = new PostHolding.Period(held.from(), LocalDate.parse("2022-06-01"), null);
        assertRefused(held.correct(longer, true, true, List.of(held, later)), PostRules.ORG_22);
        assertAccepted(held.correct(longer, true, true, List.of(held)));
        var reversed = new PostHolding.Period(held.from(), held.from(), null);
        assertRefused(held.correct(reversed, true, true, List.of(held)), PostRules.ORG_23);
        assertRefused(held.correct(longer, false, true, List.of(held)), PostRules.ORG_21);
    }

    private static PostHolding post(String post, String from, @Nullable String to) {
        return new PostHolding(
                UUID.randomUUID(),
                MEMBER,
                UNIT,
                post,
                null,
                false,
                PostHolding.Basis.of(PostHolding.Mode.ELECTED),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    private static void assertAccepted(Decision<PostHolding, Change> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
    }

    private static void assertRefused(Decision<PostHolding, Change> decision, Rule rule) {
        assertThat(decision).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
