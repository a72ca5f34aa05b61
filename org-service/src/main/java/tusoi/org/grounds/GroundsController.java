package tusoi.org.grounds;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.roster.BranchBooks;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Grounds under a unit, for people to look into; withdrawn ones are left out. */
@RestController
@RequestMapping("/api/org/v1/grounds")
class GroundsController {
    private final JdbcClient jdbc;
    private final UnitDirectory directory;
    private final BranchBooks books;
    private final Clock clock;

    GroundsController(JdbcClient jdbc, UnitDirectory directory, BranchBooks books, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.books = books;
        this.clock = clock;
    }

    record GroundView(
            UUID id,
            String kind,
            UUID memberId,
            UUID unitId,
            int year,
            List<Integer> months,
            String profile,
            long version) {}

    @GetMapping
    @Transactional(readOnly = true)
    Page<GroundView> list(
            @RequestParam String unit,
            @RequestParam @Nullable GroundKind kind,
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable Instant knownAt,
            PageRequest page) {
        UUID root = directory.resolve(unit).value();
        books.requireRead(root);
        LocalDate today = BusinessDays.today(clock);
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 1);
        List<GroundView> found = jdbc.sql("""
                        select g.id, g.kind, g.member_id, g.unit_id, g.year, g.months, g.profile, g.version
                        from org.ground_version g
                        where g.unit_id in (select org.under(:unit, :today, 'infinity'))
                          and (:kind::text is null or g.kind = :kind)
                          and (:year::int is null or g.year = :year)
                          and g.months <> '{}'
                          and g.recorded_from <= :knownAt and g.recorded_to >= :knownAt
                          and (g.recorded_to > :knownAt or :knownAt = 'infinity'::timestamptz)
                          and (:after::uuid is null or g.id > :after)
                        order by g.id
                        limit :limit
                        """)
                .param("unit", root)
                .param("today", today)
                .param("kind", kind == null ? null : kind.name())
                .param("year", year)
                .param("knownAt", knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC))
                .param("after", after == null ? null : after.id(0))
                .param("limit", page.size() + 1)
                .query((row, n) -> new GroundView(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("member_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getInt("year"),
                        months(row.getArray("months")),
                        row.getString("profile"),
                        row.getLong("version")))
                .list();
        return Cursor.page(found, page.size(), ground -> Cursor.of(ground.id()));
    }

    private static List<Integer> months(Array months) throws SQLException {
        return List.of((Integer[]) months.getArray());
    }
}
