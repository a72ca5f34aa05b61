package tusoi.review.cycles;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.CycleKind;
import tusoi.review.contract.SubjectType;
import tusoi.review.requests.Places;

/** Cycles that units of the account opened or take part in. The counts are of the reviews it may read. */
@Component
class CycleQueries {
    private static final TypeReference<Map<String, Map<String, Integer>>> COUNTS = new TypeReference<>() {};

    private static final List<String> FIRST = List.of("9999", "ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CycleQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The latest year first. */
    @Transactional(readOnly = true)
    Page<CycleView> readable(@Nullable Integer year, PageRequest page) {
        List<String> after =
                page.after() == null ? FIRST : Cursor.parse(page.after(), 2).values();
        List<CycleView> found = jdbc.sql("""
                select c.*, null as counts from review.cycle c
                where (:year::integer is null or c.year = :year) and (c.year, c.id) < (:beforeYear, :beforeId)
                  and review.is_visible(c.opened_by_unit_id, c.opened_on)
                order by c.year desc, c.id desc
                limit :limit
                """)
                .param("year", year)
                .param("beforeYear", Places.number(after, 0))
                .param("beforeId", Places.id(after, 1))
                .param("limit", page.size() + 1)
                .query((row, number) -> view(row))
                .list();
        return Cursor.page(found, page.size(), view -> Cursor.of(view.year(), view.cycleId()));
    }

    @Transactional(readOnly = true)
    CycleView byId(CycleId id) {
        return jdbc.sql("""
                select c.*, (select json_object_agg(t.subject_type, t.states) from (
                    select s.subject_type, json_object_agg(s.state, s.reviews) as states from (
                        select r.subject_type, r.state, count(*) as reviews from review.review r
                        where r.cycle_id = c.id and r.unit_id in (select scope.units_with('REVIEW_READ'))
                        group by r.subject_type, r.state) s
                    group by s.subject_type) t) as counts
                from review.cycle c
                where c.id = :id and review.is_visible(c.opened_by_unit_id, c.opened_on)
                """)
                .param("id", id.value())
                .query((row, number) -> view(row))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("Cycle"));
    }

    private CycleView view(ResultSet row) throws SQLException {
        String counts = row.getString("counts");
        return new CycleView(
                row.getObject("id", UUID.class),
                CycleKind.valueOf(row.getString("kind")),
                row.getInt("year"),
                row.getObject("opened_by_unit_id", UUID.class),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("profile"),
                types(row.getArray("subject_types")),
                row.getLong("version"),
                counts == null ? null : json.readValue(counts, COUNTS));
    }

    private static List<SubjectType> types(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(SubjectType::valueOf)
                .toList();
    }

    /**
     * A cycle.
     *
     * @param reviews by subject type and state, of those the account may read; absent in lists
     */
    record CycleView(
            UUID cycleId,
            CycleKind kind,
            int year,
            UUID openedByUnitId,
            LocalDate openedOn,
            LocalDate dueOn,
            String profile,
            List<SubjectType> subjectTypes,
            long version,
            @Nullable Map<String, Map<String, Integer>> reviews) {}
}
