package tusoi.review.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.reviews.domain.DeciderStanding.BELOW_BODY;
import static tusoi.review.reviews.domain.DeciderStanding.BODY_OR_ABOVE;
import static tusoi.review.reviews.domain.DeciderStanding.OUTSIDE;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;
import tusoi.review.reviews.domain.DeciderStanding;

/** REV-11, REV-12: who is a superior, and who the body that the rule names. */
class DeciderPathTest {
    private static final UUID DISTRICT = new UUID(0, 1);
    private static final UUID BASE = new UUID(0, 2);
    private static final UUID SECTION = new UUID(0, 3);
    private static final UUID BRANCH = new UUID(0, 4);

    private final DeciderPath inASection = new DeciderPath(
            List.of(DISTRICT, BASE, SECTION, BRANCH),
            List.of("DISTRICT", "GRASSROOTS", "SECTION_ORGANISATION", "BRANCH"));
    private final DeciderPath branchThatIsABase =
            new DeciderPath(List.of(DISTRICT, BASE), List.of("DISTRICT", "GRASSROOTS"));

    @Test
    void theBaseDecidesAboutAMember() {
        assertThat(member(inASection, BASE)).isEqualTo(BODY_OR_ABOVE);
        assertThat(member(inASection, DISTRICT)).isEqualTo(BODY_OR_ABOVE);
        assertThat(member(inASection, SECTION)).isEqualTo(BELOW_BODY);
        assertThat(member(inASection, BRANCH)).isEqualTo(OUTSIDE);
        assertThat(member(inASection, new UUID(0, 9))).isEqualTo(OUTSIDE);
    }

    @Test
    void aBranchThatIsABaseDecidesAboutItsOwnMembers() {
        assertThat(member(branchThatIsABase, BASE)).isEqualTo(BODY_OR_ABOVE);
        assertThat(member(branchThatIsABase, DISTRICT)).isEqualTo(BODY_OR_ABOVE);
    }

    @Test
    void theDirectSuperiorDecidesAboutAUnitAndNobodyAboutItself() {
        assertThat(unit(inASection, SECTION)).isEqualTo(BODY_OR_ABOVE);
        assertThat(unit(inASection, DISTRICT)).isEqualTo(BODY_OR_ABOVE);
        assertThat(unit(inASection, BRANCH)).isEqualTo(OUTSIDE);
        assertThat(unit(branchThatIsABase, BASE)).isEqualTo(OUTSIDE);
    }

    @Test
    void whereNoBaseIsAnySuperiorMay() {
        var flat = new DeciderPath(List.of(DISTRICT, BRANCH), List.of("DISTRICT", "BRANCH"));

        assertThat(member(flat, DISTRICT)).isEqualTo(BODY_OR_ABOVE);
        assertThat(member(flat, BRANCH)).isEqualTo(OUTSIDE);
    }

    private static DeciderStanding member(DeciderPath path, UUID decider) {
        return path.standing(SubjectType.MEMBER, new UnitId(decider));
    }

    private static DeciderStanding unit(DeciderPath path, UUID decider) {
        return path.standing(SubjectType.UNIT, new UnitId(decider));
    }
}
