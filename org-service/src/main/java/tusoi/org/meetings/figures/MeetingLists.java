package tusoi.org.meetings.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.meetings.figures.MeetingFigureViews.Line;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Meetings of a unit and of everything under it, by month and branch. */
@Component
@Transactional(readOnly = true)
class MeetingLists {
    private final JdbcClient jdbc;

    MeetingLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Line> list(Wanted wanted, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 3);
        List<Line> found = jdbc.sql("""
                        select v.meeting_id, v.unit_id, u.code, v.kind, to_char(v.month, 'YYYY-MM') as month, v.state, v.planned_on,
                               v.held_on, v.expected, v.attended, jsonb_array_length(v.minutes -> 'superiors') as superiors,
                               v.version
                        from org.meeting_version v join org.unit u on u.id = v.unit_id
                        where v.unit_id in (select org.under(:unit, :asOf, :knownAt))
                          and v.month between :from and :to
                          and v.recorded_from <= :knownAt and v.recorded_to >= :knownAt
                          and (v.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                          and (:after::text is null
                               or (to_char(v.month, 'YYYY-MM'), u.code collate "C", v.meeting_id)
                                   > (:after, :afterCode collate "C", :afterId::uuid))
                        order by to_char(v.month, 'YYYY-MM'), u.code collate "C", v.meeting_id
                        limit :limit
                        """)
                .param("unit", wanted.unit())
                .param("asOf", wanted.asOf())
                .param("knownAt", wanted.instant())
                .param("from", wanted.span().from().atDay(1))
                .param("to", wanted.span().to().atDay(1))
                .param("after", after == null ? null : after.values().get(0))
                .param("afterCode", after == null ? null : after.values().get(1))
                .param("afterId", after == null ? null : after.id(2))
                .param("limit", page.size() + 1)
                .query((row, n) -> line(row))
                .list();
        return Cursor.page(found, page.size(), line -> Cursor.of(line.month(), line.unitCode(), line.id()));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("meeting_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("code"),
                row.getString("kind"),
                row.getString("month"),
                row.getString("state"),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("held_on", LocalDate.class),
                row.getInt("expected"),
                row.getInt("attended"),
                row.getInt("superiors"),
                row.getLong("version"));
    }
}
