package tusoi.review.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;
import tusoi.platform.persistence.SqlArrays;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.CycleKind;
import tusoi.review.contract.ExclusionReason;
import tusoi.review.contract.ReviewEventType;
import tusoi.review.contract.ReviewId;
import tusoi.review.contract.ReviewPicture;
import tusoi.review.contract.SubjectId;
import tusoi.review.contract.SubjectType;
import tusoi.review.contract.UnitId;

/** Enters the subjects of a cycle that is being opened: thousands of rows and events in the opening's transaction. */
@Component
public class SubjectEntries {
    private final JdbcClient jdbc;
    private final Outbox outbox;

    SubjectEntries(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Those of the subjects that another cycle of the year and kind obliges already, before a move or a reorganisation. */
    public Set<SubjectId> reviewedElsewhere(SubjectType type, int year, CycleKind kind, List<SubjectId> subjects) {
        return jdbc
                .sql("select review.reviewed_elsewhere(:type, :year, :kind, :subjects)")
                .param("type", type.name())
                .param("year", year)
                .param("kind", kind.name())
                .param("subjects", SqlArrays.of("uuid", subjects, SubjectId::value))
                .query(UUID.class)
                .stream()
                .map(SubjectId::new)
                .collect(Collectors.toSet());
    }

    public void enter(OpenedCycle cycle, List<Entry> entries, Instant recordedAt) {
        insert(cycle, entries, recordedAt);
        entries.forEach(entry -> outbox.publish(new OutgoingEvent(
                entry.event().wireName(),
                entry.id().value().toString(),
                entry.id().value(),
                1,
                entry.picture(cycle))));
    }

    private void insert(OpenedCycle cycle, List<Entry> entries, Instant recordedAt) {
        jdbc.sql("""
                insert into review.review (id, cycle_id, kind, year, subject_type, subject_id, unit_id, cap_group_unit_id,
                    opened_on, profile, state, excluded_reason, version, recorded_at)
                select i, :cycle, :kind, :year, t, s, u, g, :openedOn, :profile,
                    case when x is null then 'OBLIGED' else 'EXCLUDED' end, x, 1, :recordedAt
                from unnest(:ids, :types, :subjects, :units, :groups, :excluded) as e (i, t, s, u, g, x)
                """)
                .param("cycle", cycle.id().value())
                .param("kind", cycle.kind().name())
                .param("year", cycle.year())
                .param("openedOn", cycle.openedOn())
                .param("profile", cycle.profile())
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .param("ids", SqlArrays.of("uuid", entries, entry -> entry.id().value()))
                .param("types", SqlArrays.of("text", entries, entry -> entry.type()
                        .name()))
                .param("subjects", SqlArrays.of("uuid", entries, entry -> entry.subject()
                        .value()))
                .param("units", SqlArrays.of("uuid", entries, entry -> entry.unit()
                        .value()))
                .param("groups", SqlArrays.of("uuid", entries, entry -> entry.capGroup()
                        .value()))
                .param(
                        "excluded",
                        SqlArrays.of(
                                "text",
                                entries,
                                entry -> entry.excluded() == null
                                        ? null
                                        : entry.excluded().name()))
                .update();
    }

    /** What the subjects have in common. */
    public record OpenedCycle(CycleId id, CycleKind kind, int year, LocalDate openedOn, String profile) {}

    /**
     * One subject.
     *
     * @param unit the unit of record
     * @param capGroup where the cap on EXCELLENT is counted
     * @param excluded null where it is obliged
     */
    public record Entry(
            ReviewId id,
            SubjectType type,
            SubjectId subject,
            UnitId unit,
            UnitId capGroup,
            @Nullable ExclusionReason excluded) {
        private ReviewEventType event() {
            return excluded == null ? ReviewEventType.SUBJECT_OBLIGED : ReviewEventType.SUBJECT_EXCLUDED;
        }

        private ReviewPicture picture(OpenedCycle cycle) {
            return new ReviewPicture(
                    id.value(),
                    cycle.id().value(),
                    cycle.year(),
                    type,
                    subject.value(),
                    unit.value(),
                    excluded == null ? cycle.openedOn() : null,
                    excluded,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    cycle.profile());
        }
    }
}
