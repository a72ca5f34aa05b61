package tusoi.scope;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * The right that lets somebody read a subject itself, by the subject type of audit rows. To see what a row tells of a subject
 * takes that right beside AUDIT_READ; a type that is not here is told of by nobody.
 */
final class AuditedSubjects {
    static final Map<String, Right> READ_RIGHTS = Map.ofEntries(
            entry("unit", Right.UNIT_READ),
            entry("reorganisation", Right.UNIT_WRITE),
            entry("member", Right.MEMBER_READ),
            entry("prospect", Right.MEMBER_READ),
            entry("activity", Right.MEMBER_READ),
            entry("transfer", Right.MEMBER_READ),
            entry("meeting", Right.MEMBER_READ),
            entry("study", Right.MEMBER_READ),
            entry("attendance-item", Right.MEMBER_READ),
            entry("working-rules", Right.MEMBER_READ),
            entry("import", Right.MEMBER_IMPORT),
            entry("account", Right.ACCOUNT_ADMIN),
            entry("grant", Right.ACCOUNT_ADMIN),
            entry("cycle", Right.REVIEW_READ),
            entry("review", Right.REVIEW_READ),
            entry("target", Right.REVIEW_READ),
            entry("case", Right.CASE_READ),
            entry("removal", Right.CASE_READ),
            entry("ground-notice", Right.CASE_READ));

    /** Of no unit: what operators do, told to operators. */
    static final Set<String> OF_OPERATORS = Set.of("dead-letter", "rebuild");

    private AuditedSubjects() {}
}
