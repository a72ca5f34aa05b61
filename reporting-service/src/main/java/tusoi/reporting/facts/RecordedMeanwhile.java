package tusoi.reporting.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/** What was recorded, or taken back, between two instants of a unit and what is under it: why a figure is another one now. */
@Component
public class RecordedMeanwhile {
    private final JdbcClient jdbc;

    RecordedMeanwhile(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of one kind of fact and one child unit.
     *
     * @param fact such as {@code membership}; {@code unit} for the tree
     * @param unit the code of the child under which it is in the tree of the day; null for the unit itself, or where it is in none
     * @param aggregates of how many members, reviews, cases and so on
     */
    public record RecordedView(String fact, @Nullable String unit, int aggregates, Instant firstAt, Instant lastAt) {}

    /**
     * After the first instant, up to the second.
     *
     * @param indicators of which facts it tells: of no others than these count, and of the tree, which decides where each is counted
     */
    public List<RecordedView> of(UUID unit, LocalDate asOf, Instant after, Instant upTo, Set<String> indicators) {
        List<RecordedView> recorded = new ArrayList<>();
        indicators.stream()
                .flatMap(indicator -> counted(indicator).stream())
                .distinct()
                .sorted()
                .forEach(table -> recorded.addAll(of(
                        table.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        table.qualifiedName(),
                        "aggregate_id",
                        new Asked(unit, asOf, after, upTo))));
        recorded.addAll(of("unit", "scope.unit_version", "unit_id", new Asked(unit, asOf, after, upTo)));
        return recorded;
    }

    /** What an indicator counts and what it is measured against; only the tables that say of which unit a fact is. */
    static Set<FactTable> counted(String indicator) {
        return switch (indicator) {
            case "unit.count", "unit.branches" -> Set.of();
            case "unit.with-working-rules" -> Set.of(FactTable.WORKING_RULES);
            case "member.with-task" -> Set.of(FactTable.MEMBER_TASK, FactTable.MEMBERSHIP);
            case "post.holders" -> Set.of(FactTable.POST_HOLDING);
            case "meeting.held" -> Set.of(FactTable.MEETING);
            case "attendance.rate" -> Set.of(FactTable.ATTENDANCE);
            case "member.count", "member.opening", "member.closing" -> Set.of(FactTable.MEMBERSHIP);
            case "member.admission-target" -> Set.of(FactTable.MOVEMENT, FactTable.TARGET);
            case "target.achieved" -> Set.of(FactTable.TARGET_RESULT, FactTable.TARGET);
            case "target.value" -> Set.of(FactTable.TARGET_RESULT);
            case "review.units-completed", "review.members-reviewed" ->
                Set.of(FactTable.REVIEW, FactTable.REVIEW_GRADE);
            case "review.members-excluded" -> Set.of(FactTable.REVIEW, FactTable.MEMBERSHIP);
            case "review.member-grades", "review.good-or-better", "review.unit-grade" -> Set.of(FactTable.REVIEW_GRADE);
            case "discipline.members" -> Set.of(FactTable.DISCIPLINE_DECISION, FactTable.MEMBERSHIP);
            case "discipline.units" -> Set.of(FactTable.DISCIPLINE_DECISION);
            case "removal.members" -> Set.of(FactTable.REMOVAL, FactTable.MEMBERSHIP);
            default -> {
                if (!indicator.startsWith("member.")) {
                    throw new IllegalArgumentException("what " + indicator + " counts is not told here");
                }
                yield Set.of(FactTable.MOVEMENT);
            }
        };
    }

    private record Asked(UUID unit, LocalDate asOf, Instant after, Instant upTo) {}

    private List<RecordedView> of(String fact, String table, String aggregate, Asked asked) {
        return jdbc.sql("""
                        with inside as (
                            select distinct unit_id from scope.closure
                             where ancestor_id = :unit and recorded_from <= :upTo and recorded_to > :upTo
                        ), child as (
                            select below.unit_id, v.code
                              from scope.closure here
                              join scope.closure below
                                on below.unit_id = here.unit_id and below.depth = here.depth - 1
                               and below.valid_from <= :asOf and below.valid_to > :asOf
                               and below.recorded_from <= :upTo and below.recorded_to > :upTo
                              join scope.unit_version v
                                on v.unit_id = below.ancestor_id and v.valid_from <= :asOf and v.valid_to > :asOf
                               and v.recorded_from <= :upTo and v.recorded_to > :upTo
                             where here.ancestor_id = :unit and here.valid_from <= :asOf and here.valid_to > :asOf
                               and here.recorded_from <= :upTo and here.recorded_to > :upTo
                        ), changed as (
                            select f.%2$s as aggregate, f.unit_id, f.recorded_from as at from %1$s f join inside using (unit_id)
                             where f.recorded_from > :after and f.recorded_from <= :upTo
                            union all
                            select f.%2$s, f.unit_id, f.recorded_to from %1$s f join inside using (unit_id)
                             where f.recorded_to > :after and f.recorded_to <= :upTo
                        )
                        select child.code, count(distinct changed.aggregate), min(changed.at), max(changed.at)
                          from changed left join child using (unit_id)
                         group by child.code
                         order by child.code nulls first
                        """.formatted(table, aggregate))
                .param("unit", asked.unit())
                .param("asOf", asked.asOf())
                .param("after", asked.after().atOffset(ZoneOffset.UTC))
                .param("upTo", asked.upTo().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new RecordedView(
                        fact,
                        row.getString(1),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }
}
