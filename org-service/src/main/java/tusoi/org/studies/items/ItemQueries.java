package tusoi.org.studies.items;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.studies.domain.AttendanceItem;
import tusoi.org.studies.domain.RollLine;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

@Component
@Transactional(readOnly = true)
class ItemQueries {
    private final JdbcClient jdbc;
    private final AttendanceItems items;

    ItemQueries(JdbcClient jdbc, AttendanceItems items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    @Schema(name = "AttendanceItemView")
    record View(
            UUID id,
            UUID sessionId,
            UUID listId,
            UUID unitId,
            String state,
            LocalDate raisedOn,
            @Nullable LocalDate answeredOn,
            @Nullable String answer,
            List<RollLine> members,
            long version) {}

    Optional<View> one(UUID id) {
        return jdbc.sql("""
                        select * from org.attendance_item_version
                        where id = ? and recorded_to = 'infinity' and unit_id in (select scope.units_with('MEMBER_READ'))
                        """).param(id).query((row, n) -> view(row)).optional();
    }

    Page<View> list(UUID unit, @Nullable String state, LocalDate today, @Nullable Instant knownAt, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 1);
        List<View> found = jdbc.sql("""
                        select * from org.attendance_item_version i
                        where i.unit_id in (select org.under(:unit, :today, 'infinity'))
                          and (:state::text is null or i.state = :state)
                          and i.recorded_from <= :knownAt and i.recorded_to >= :knownAt
                          and (i.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                          and (:after::uuid is null or i.id > :after)
                        order by i.id
                        limit :limit
                        """)
                .param("unit", unit)
                .param("today", today)
                .param("state", state)
                .param("knownAt", knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC))
                .param("after", after == null ? null : after.id(0))
                .param("limit", page.size() + 1)
                .query((row, n) -> view(row))
                .list();
        return Cursor.page(found, page.size(), item -> Cursor.of(item.id()));
    }

    private View view(ResultSet row) throws SQLException {
        AttendanceItem item = items.item(row);
        return new View(
                item.id(),
                item.sessionId(),
                item.listId(),
                item.unit(),
                item.state().name(),
                item.raisedOn(),
                item.answeredOn(),
                item.answer(),
                item.members(),
                row.getLong("version"));
    }
}
