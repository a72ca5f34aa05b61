package tusoi.org.assignments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.org.assignments.domain.Assignment.Situation;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Rule;

class AssignmentTest {
    private static final MemberId MEMBER = MemberId.next();
    private static final UnitId BRANCH = UnitId.next();
    private static final Situation GOOD = new Situation(true, true, true);

    // ORG-94
    @Test
    void anAssignmentIsOfAMemberInForceToABranchThatLives() {
        Assignment wanted = assignment("2023-01-01", null);
        assertThat(Assignment.make(wanted, GOOD, List.of())).isInstanceOf(Accepted.class);
        assertRefused(Assignment.make(wanted, new Situation(false, true, true), List.of()), AssignmentRules.ORG_94);
        assertRefused(Assignment.make(wanted, new Situation(true, false, true), List.of()), AssignmentRules.ORG_94);
    }

    // ORG-94
    @Test
    void anAssignmentBeginsBeforeItEnds() {
        assertRefused(Assignment.make(assignment("2023-01-01", "2023-01-01"), GOOD, List.of()), AssignmentRules.ORG_94);
        Assignment running = assignment("2023-01-01", "2024-01-01");
        assertRefused(running.end(LocalDate.parse("2023-01-01")), AssignmentRules.ORG_94);
        assertRefused(running.end(LocalDate.parse("2024-01-01")), AssignmentRules.ORG_94);
        assertThat(running.end(LocalDate.parse("2023-12-31"))).isInstanceOf(Accepted.class);
    }

    // ORG-95
    @Test
    void theSameBranchOnceAtATime() {
        Assignment former = assignment("2023-01-01", "2024-01-01");
        assertRefused(Assignment.make(assignment("2023-12-31", null), GOOD, List.of(former)), AssignmentRules.ORG_95);
        assertThat(Assignment.make(assignment("2024-01-01", null), GOOD, List.of(former)))
                .isInstanceOf(Accepted.class);
    }

    // ORG-93
    @Test
    void whoSitsOnNoCommitteeAboveIsWarnedOf() {
        assertThat(Assignment.make(assignment("2023-01-01", null), new Situation(true, true, false), List.of()))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.warnings())
                        .hasSize(1));
        assertThat(Assignment.make(assignment("2023-01-01", null), GOOD, List.of()))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.warnings())
                        .isEmpty());
    }

    private static Assignment assignment(String from, @Nullable String to) {
        return new Assignment(
                UUID.randomUUID(), MEMBER, BRANCH, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    private static void assertRefused(Decision<?, ?> decision, Rule rule) {
        assertThat(decision).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
