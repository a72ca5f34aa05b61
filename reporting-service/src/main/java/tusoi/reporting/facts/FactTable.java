package tusoi.reporting.facts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The fact tables with their columns in the order in which rows are written; what every table has comes first. */
enum FactTable {
    MEMBERSHIP("n", "unit_id", "valid_from", "valid_to", "state", "exempt", "suspended"),
    MOVEMENT("n", "on_day", "kind", "unit_id", "other_unit_id", "case_id", "reorganisation_id"),
    JOINED_ENTRY("merged_into"),
    CYCLE("kind", "year", "opened_by_unit_id", "opened_on", "due_on", "profile"),
    REVIEW(
            "cycle_id",
            "year",
            "subject_type",
            "subject_id",
            "unit_id",
            "obliged_from",
            "excluded_reason",
            "self_reviewed_on",
            "self_grade",
            "proposed_on",
            "proposed_grade",
            "decided_on",
            "reported_on",
            "profile"),
    REVIEW_GRADE(
            "n",
            "cycle_id",
            "year",
            "subject_type",
            "subject_id",
            "unit_id",
            "grade",
            "valid_from",
            "valid_to",
            "decider_unit_id"),
    TARGET("unit_id", "indicator", "from_day", "to_day", "planned", "measure", "main"),
    TARGET_RESULT(
            "n",
            "unit_id",
            "indicator",
            "from_day",
            "to_day",
            "planned",
            "measure",
            "main",
            "valid_from",
            "valid_to",
            "value",
            "achieved"),
    DISCIPLINE_DECISION(
            "subject_type",
            "subject_id",
            "unit_id",
            "state",
            "form",
            "decider_unit_id",
            "deciding_level",
            "signed_on",
            "announced_on",
            "effective_on",
            "profile",
            "annulled_on"),
    DISCIPLINE_CONTENT("n", "content"),
    REMOVAL(
            "kind",
            "member_id",
            "unit_id",
            "state",
            "decider_unit_id",
            "signed_on",
            "effective_on",
            "profile",
            "closed_on",
            "annulled_on"),
    REMOVAL_GROUND("n", "ground"),
    MEETING("unit_id", "kind", "month_end", "state", "held_on"),
    ATTENDANCE("n", "unit_id", "member_id", "held_on", "status"),
    WORKING_RULES("unit_id", "valid_from", "valid_to"),
    MEMBER_TASK("n", "unit_id", "member_id", "valid_from", "valid_to"),
    POST_HOLDING("unit_id", "member_id", "post", "external", "valid_from", "valid_to"),
    CONFLICT("case_id", "member_id", "kind", "reason", "settled");

    private final List<String> ownColumns;

    FactTable(String... ownColumns) {
        this.ownColumns = List.of(ownColumns);
    }

    String qualifiedName() {
        return "reporting." + unqualifiedName();
    }

    /** Whether {@link FactChanges} tells rows of it apart by their kind. */
    boolean isToldByKind() {
        return this == MOVEMENT;
    }

    /** As {@link FactChanges} and statements name it. */
    String unqualifiedName() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> columns() {
        return Stream.concat(Stream.of("aggregate_id", "version", "recorded_from", "recorded_to"), ownColumns.stream())
                .toList();
    }

    /** Of a column among a table's own. */
    int place(String column) {
        return ownColumns.indexOf(column);
    }

    /** What orders a table's rows for good, whatever the order they came in. */
    String key() {
        return ownColumns.getFirst().equals("n") ? "aggregate_id, version, n" : "aggregate_id, version";
    }
}
