package tusoi.reporting.facts;

import static tusoi.reporting.facts.FactTable.ATTENDANCE;
import static tusoi.reporting.facts.FactTable.CONFLICT;
import static tusoi.reporting.facts.FactTable.CYCLE;
import static tusoi.reporting.facts.FactTable.DISCIPLINE_CONTENT;
import static tusoi.reporting.facts.FactTable.DISCIPLINE_DECISION;
import static tusoi.reporting.facts.FactTable.JOINED_ENTRY;
import static tusoi.reporting.facts.FactTable.MEETING;
import static tusoi.reporting.facts.FactTable.MEMBERSHIP;
import static tusoi.reporting.facts.FactTable.MEMBER_TASK;
import static tusoi.reporting.facts.FactTable.MOVEMENT;
import static tusoi.reporting.facts.FactTable.POST_HOLDING;
import static tusoi.reporting.facts.FactTable.REMOVAL;
import static tusoi.reporting.facts.FactTable.REMOVAL_GROUND;
import static tusoi.reporting.facts.FactTable.REVIEW;
import static tusoi.reporting.facts.FactTable.REVIEW_GRADE;
import static tusoi.reporting.facts.FactTable.TARGET;
import static tusoi.reporting.facts.FactTable.TARGET_RESULT;
import static tusoi.reporting.facts.FactTable.WORKING_RULES;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ShadowProjections;
import tusoi.platform.persistence.MigrationModule;

/** The events that reporting follows and the facts each is turned into. Units and grants are followed by infra/scope. */
@Configuration(proxyBeanMethods = false)
class FactProjections {
    @Bean
    MigrationModule reportingMigrations() {
        return new MigrationModule("reporting", "classpath:db/reporting", 100);
    }

    /** The same ones once more, into a shadow: no sums rest on what is there. */
    @Bean
    ShadowProjections factsBeside() {
        return (jdbc, copies) -> {
            FactWriter writer = new FactWriter(new FactVersions(jdbc, copies), copies);
            return List.of(
                    memberFacts(writer),
                    meetingFacts(writer),
                    attendanceFacts(writer),
                    workingRulesFacts(writer),
                    postFacts(writer),
                    cycleFacts(writer),
                    reviewFacts(writer),
                    targetFacts(writer),
                    disciplineFacts(writer),
                    removalFacts(writer),
                    conflictFacts(writer));
        };
    }

    @Bean
    Projection memberFacts(FactWriter writer) {
        Set<String> types = Set.of(
                "org.member-registered.v1",
                "org.member-admitted.v1",
                "org.member-recognised.v1",
                "org.member-transferred.v1",
                "org.member-exempted.v1",
                "org.member-readmitted.v1",
                "org.member-reinstated.v1",
                "org.member-suspended.v1",
                "org.member-corrected.v1",
                "org.member-merged.v1",
                "org.member-left.v1");
        return new FactProjection(types, Set.of(MEMBERSHIP, MOVEMENT, JOINED_ENTRY), MemberFacts::toRows, writer);
    }

    @Bean
    Projection meetingFacts(FactWriter writer) {
        Set<String> types = Set.of(
                "org.meeting-planned.v1", "org.meeting-held.v1", "org.meeting-corrected.v1", "org.meeting-dropped.v1");
        return new FactProjection(types, Set.of(MEETING), BranchLifeFacts::meetingToRow, writer);
    }

    @Bean
    Projection attendanceFacts(FactWriter writer) {
        Set<String> types = Set.of(
                "org.study-planned.v1",
                "org.study-attended.v1",
                "org.study-corrected.v1",
                "org.study-list-published.v1");
        return new FactProjection(types, Set.of(ATTENDANCE), BranchLifeFacts::sessionToRows, writer);
    }

    @Bean
    Projection workingRulesFacts(FactWriter writer) {
        Set<String> types =
                Set.of("org.working-rules-filed.v1", "org.working-rules-corrected.v1", "org.working-rules-ended.v1");
        return new FactProjection(
                types, Set.of(WORKING_RULES, MEMBER_TASK), BranchLifeFacts::workingRulesToRows, writer);
    }

    @Bean
    Projection postFacts(FactWriter writer) {
        Set<String> types = Set.of("org.post-held.v1", "org.post-left.v1");
        return new FactProjection(types, Set.of(POST_HOLDING), BranchLifeFacts::postToRow, writer);
    }

    @Bean
    Projection cycleFacts(FactWriter writer) {
        return new FactProjection(Set.of("review.cycle-opened.v1"), Set.of(CYCLE), ReviewFacts::cycleToRow, writer);
    }

    @Bean
    Projection reviewFacts(FactWriter writer) {
        Set<String> types = Set.of(
                "review.subject-obliged.v1",
                "review.subject-excluded.v1",
                "review.self-review-submitted.v1",
                "review.grade-proposed.v1",
                "review.grade-decided.v1",
                "review.grade-revised.v1",
                "review.completion-reported.v1");
        return new FactProjection(types, Set.of(REVIEW, REVIEW_GRADE), ReviewFacts::reviewToRows, writer);
    }

    @Bean
    Projection targetFacts(FactWriter writer) {
        Set<String> types = Set.of(
                "review.target-set.v1",
                "review.target-result-recorded.v1",
                "review.target-result-corrected.v1",
                "review.target-result-withdrawn.v1",
                "review.target-cancelled.v1");
        return new FactProjection(types, Set.of(TARGET, TARGET_RESULT), ReviewFacts::targetToRows, writer);
    }

    @Bean
    Projection disciplineFacts(FactWriter writer) {
        Set<String> types = Set.of(
                "discipline.case-received.v1",
                "discipline.case-verifying.v1",
                "discipline.self-review-received.v1",
                "discipline.case-heard.v1",
                "discipline.ballots-counted.v1",
                "discipline.case-decided.v1",
                "discipline.decision-announced.v1",
                "discipline.case-closed.v1");
        Set<FactTable> tables = Set.of(DISCIPLINE_DECISION, DISCIPLINE_CONTENT);
        return new FactProjection(types, tables, DisciplineFacts::caseToRows, writer);
    }

    @Bean
    Projection removalFacts(FactWriter writer) {
        Set<String> types = Set.of(
                "discipline.removal-opened.v1",
                "discipline.removal-voted.v1",
                "discipline.removal-proposed.v1",
                "discipline.member-removed.v1",
                "discipline.removal-closed.v1");
        return new FactProjection(types, Set.of(REMOVAL, REMOVAL_GROUND), DisciplineFacts::removalToRows, writer);
    }

    @Bean
    Projection conflictFacts(FactWriter writer) {
        Set<String> types = Set.of("org.removal-conflicted.v1", DisciplineFacts.SETTLED);
        return new FactProjection(types, Set.of(CONFLICT), DisciplineFacts::conflictToRow, writer);
    }
}
