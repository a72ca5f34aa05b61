package tusoi.org.members.prospects;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Prospects of branches whose members the caller may read. */
@Component
@Transactional(readOnly = true)
class ProspectQueries {
    /** As known at an instant; as of a day, if one is asked for, an end of a later day has not come yet. */
    private static final String VIEW = """
            select * from (
                select p.id, p.unit_id, u.code as unit_code, p.full_name, p.birth_date, p.gender, p.since,
                       case when open.still then 'OPEN' else v.state end as state,
                       case when not open.still then v.closed_on end as closed_on,
                       case when not open.still then v.reason end as reason,
                       case when open.still then null
                            when :known = 'infinity'::timestamptz then org.kept_entry(v.member_id)
                            else v.member_id end as member_id, v.version
                from org.prospect p
                    join org.prospect_version v on v.id = p.id
                        and v.recorded_from <= :known and v.recorded_to >= :known
                        and (v.recorded_to > :known or :known = 'infinity'::timestamptz)
                    cross join lateral (select coalesce(v.closed_on > :asOf, false) as still) open
                    join org.unit u on u.id = p.unit_id
                where p.since <= :asOf and p.unit_id in (select scope.units_with('MEMBER_READ'))) p
            where true
            """;

    private final JdbcClient jdbc;

    ProspectQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record ProspectView(
            UUID id,
            UUID unitId,
            String unitCode,
            String fullName,
            LocalDate birthDate,
            String gender,
            LocalDate since,
            String state,
            @Nullable LocalDate closedOn,
            @Nullable String reason,
            @Nullable UUID memberId,
            long version) {}

    record IntroducerView(UUID memberId, LocalDate knownSince) {}

    record ProspectFile(ProspectView prospect, List<IntroducerView> introducers) {}

    /** What a prospect was held to be from an instant on. */
    record ProspectVersionView(
            long version,
            OffsetDateTime recordedFrom,
            @Nullable OffsetDateTime recordedTo,
            String state,
            @Nullable LocalDate closedOn,
            @Nullable String reason,
            @Nullable UUID memberId) {}

    /**
     * As it stood on a day, as known at an instant.
     *
     * @param asOf null for everything that is recorded, of later days too
     * @param knownAt null for what is known by now
     */
    record Look(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
        static final Look NOW = new Look(null, null);

        OffsetDateTime known() {
            return knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
        }
    }

    private JdbcClient.StatementSpec at(String sql, Look look) {
        return jdbc.sql(sql)
                .param("known", look.known())
                .param("asOf", look.asOf() == null ? LocalDate.MAX : look.asOf());
    }

    /** Oldest first; 404 as {@link #byId}. */
    List<ProspectVersionView> versions(UUID id) {
        byId(id, Look.NOW);
        return jdbc.sql("""
                        select version, recorded_from, nullif(recorded_to, 'infinity') as recorded_to, state, closed_on, reason,
                               member_id
                        from org.prospect_version where id = ? order by version limit 200
                        """).param(id).query(ProspectVersionView.class).list();
    }

    ProspectFile byId(UUID id, Look look) {
        ProspectView view = at(VIEW + " and p.id = :id", look)
                .param("id", id)
                .query(ProspectView.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The prospect"));
        List<IntroducerView> introducers = jdbc.sql(
                        "select member_id, known_since from org.prospect_introducer where prospect_id = ? and recorded_from <= ? order by 2, 1")
                .params(id, look.known())
                .query(IntroducerView.class)
                .list();
        return new ProspectFile(view, introducers);
    }

    Page<ProspectView> list(@Nullable UUID unit, @Nullable String state, LocalDate today, Look look, PageRequest page) {
        UUID after = page.after() == null ? null : Cursor.parse(page.after(), 1).id(0);
        List<ProspectView> found = at(VIEW + """
                         and (:unit::uuid is null or p.unit_id in (
                                select c.unit_id from scope.closure c
                                where c.ancestor_id = :unit::uuid and c.valid_to > :today
                                  and c.recorded_from <= :known and c.recorded_to >= :known
                                  and (c.recorded_to > :known or :known = 'infinity'::timestamptz)))
                         and (:state::text is null or p.state = :state::text)
                         and (:after::uuid is null or p.id < :after::uuid)
                        order by p.id desc limit :limit
                        """, look)
                .param("unit", unit)
                .param("today", today)
                .param("state", state)
                .param("after", after)
                .param("limit", page.size() + 1)
                .query(ProspectView.class)
                .list();
        return Cursor.page(found, page.size(), view -> Cursor.of(view.id()));
    }
}
