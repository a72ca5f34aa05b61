package tusoi.org.workingrules.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.org.workingrules.domain.WorkingRules.Attachment;
import tusoi.org.workingrules.domain.WorkingRules.Change;
import tusoi.org.workingrules.domain.WorkingRules.Known;
import tusoi.org.workingrules.domain.WorkingRules.Other;
import tusoi.org.workingrules.domain.WorkingRules.Task;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.Warning;

class WorkingRulesTest {
    private static final UUID AN = UUID.randomUUID();
    private static final LocalDate FROM = LocalDate.parse("2023-01-01");

    // ORG-125
    @Test
    void theyBeginBeforeTheyEndInAUnitThatLives() {
        assertThat(rules(FROM, null, FROM).file(Change.FILED, known())).isInstanceOf(Accepted.class);
        assertRefused(rules(FROM, FROM, FROM).file(Change.FILED, known()), FilingRules.ORG_125);
        assertRefused(
                rules(FROM, null, FROM).file(Change.FILED, new Known(false, Set.of(AN), List.of())),
                FilingRules.ORG_125);
        assertRefused(rules(FROM, null, FROM).end(FROM), FilingRules.ORG_125);
        assertThat(rules(FROM, null, FROM).end(FROM.plusDays(1))).isInstanceOf(Accepted.class);
    }

    // ORG-126
    @Test
    void aUnitHasOneAtATime() {
        Known held = new Known(true, Set.of(AN), List.of(new Other(FROM.minusYears(1), FROM.plusDays(1))));
        assertRefused(rules(FROM, null, FROM).file(Change.FILED, held), FilingRules.ORG_126);
        assertThat(rules(FROM.plusDays(1), null, FROM).file(Change.FILED, held)).isInstanceOf(Accepted.class);
    }

    // ORG-127
    @Test
    void tasksGoToMembersAtHome() {
        assertRefused(
                rules(FROM, null, FROM).file(Change.FILED, new Known(true, Set.of(), List.of())), FilingRules.ORG_127);
    }

    // ORG-128
    @Test
    void adoptedAfterTheyBeginIsAnsweredFor() {
        var late = rules(FROM, null, FROM.plusDays(1)).file(Change.FILED, known());
        assertThat(((Accepted<WorkingRules, Change>) late).warnings())
                .extracting(Warning::rule)
                .containsExactly(FilingRules.ORG_128);
    }

    private static Known known() {
        return new Known(true, Set.of(AN), List.of());
    }

    private static WorkingRules rules(LocalDate from, @Nullable LocalDate to, LocalDate adopted) {
        return new WorkingRules(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "01-QC/CB",
                adopted,
                from,
                to,
                new Attachment("quy-che.pdf", "application/pdf", 1, "0".repeat(64)),
                List.of(new Task(AN, "Dân vận")));
    }

    private static void assertRefused(Decision<WorkingRules, Change> decision, Rule rule) {
        assertThat(decision).isInstanceOf(Refused.class);
        assertThat(((Refused<WorkingRules, Change>) decision).rule()).isEqualTo(rule);
    }
}
