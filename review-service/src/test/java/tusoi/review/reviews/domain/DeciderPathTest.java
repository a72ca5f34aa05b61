package tusoi.review.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.reviews.domain.DeciderStanding.BELOW_BODY;
import static tusoi.review.reviews.domain.DeciderStanding.BODY_OR_ABOVE;
import static tusoi.review.reviews.domain.DeciderStanding.OUTSIDE;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;

/** REV-11, REV-12: who is a superior, and who the body that the rule names. */
class DeciderPathTest {
    private static final UnitId DISTRICT = unit(1);
    private static final UnitId BASE = unit(2);
    private static final UnitId SECTION = unit(3);
    private static final UnitId BRANCH = unit(4);

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
        assertThat(member(inASection, unit(9))).isEqualTo(OUTSIDE);
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

    private static DeciderStanding member(DeciderPath path, UnitId decider) {
        return path.standing(SubjectType.MEMBER, decider);
    }

    private static DeciderStanding unit(DeciderPath path, UnitId decider) {
        return path.standing(SubjectType.UNIT, decider);
    }

    private static UnitId unit(int number) {
        return new UnitId(new UUID(0, number));
    }
}
