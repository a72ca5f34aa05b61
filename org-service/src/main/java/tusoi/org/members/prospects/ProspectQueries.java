package tusoi.org.members.prospects;

import java.time.LocalDate;
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
    private static final String VIEW = """
            select p.id, p.unit_id, u.code as unit_code, p.full_name, p.birth_date, p.gender, p.since, p.state, p.closed_on,
                   p.reason, p.member_id, p.version
            from org.prospect p join org.unit u on u.id = p.unit_id
            where p.unit_id in (select scope.units_with('MEMBER_READ'))
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

    ProspectFile byId(UUID id) {
        ProspectView view = jdbc.sql(VIEW + " and p.id = ?")
                .param(id)
                .query(ProspectView.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The prospect"));
        List<IntroducerView> introducers = jdbc.sql(
                        "select member_id, known_since from org.prospect_introducer where prospect_id = ? order by 2, 1")
                .param(id)
                .query(IntroducerView.class)
                .list();
        return new ProspectFile(view, introducers);
    }

    Page<ProspectView> list(@Nullable UUID unit, @Nullable String state, LocalDate today, PageRequest page) {
        UUID after = page.after() == null ? null : Cursor.parse(page.after(), 1).id(0);
        List<ProspectView> found = jdbc.sql(VIEW + """
                         and (:unit::uuid is null or p.unit_id in (
                                select c.unit_id from scope.closure c
                                where c.ancestor_id = :unit::uuid and c.recorded_to = 'infinity' and c.valid_to > :today))
                         and (:state::text is null or p.state = :state::text)
                         and (:after::uuid is null or p.id < :after::uuid)
                        order by p.id desc limit :limit
                        """)
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
