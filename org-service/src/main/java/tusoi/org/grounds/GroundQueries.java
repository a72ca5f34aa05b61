package tusoi.org.grounds;

import java.sql.Array;
import java.sql.SQLException;
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
import tusoi.platform.rules.Basis;
import tusoi.platform.rules.RuleProfiles;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Grounds within the caller's scope, as known at an instant; withdrawn ones are left out. */
@Component
@Transactional(readOnly = true)
class GroundQueries {
    private final JdbcClient jdbc;
    private final RuleProfiles profiles;

    GroundQueries(JdbcClient jdbc, RuleProfiles profiles) {
        this.jdbc = jdbc;
        this.profiles = profiles;
    }

    /** {@code basis}: where the number of months comes from, and how sure that is. */
    record GroundView(
            UUID id,
            String kind,
            UUID memberId,
            UUID unitId,
            int year,
            List<Integer> months,
            String profile,
            @Nullable Basis basis,
            long version) {}

    /** Under which unit on which day, and perhaps of which kind and year alone. */
    record Wanted(
            UUID unit,
            LocalDate asOf,
            @Nullable GroundKind kind,
            @Nullable Integer year,
            @Nullable Instant knownAt) {}

    Page<GroundView> list(Wanted wanted, PageRequest page) {
        GroundKind kind = wanted.kind();
        Instant knownAt = wanted.knownAt();
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
                .param("unit", wanted.unit())
                .param("today", wanted.asOf())
                .param("kind", kind == null ? null : kind.name())
                .param("year", wanted.year())
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
                        basis(row.getString("profile"), GroundKind.valueOf(row.getString("kind"))),
                        row.getLong("version")))
                .list();
        return Cursor.page(found, page.size(), ground -> Cursor.of(ground.id()));
    }

    private @Nullable Basis basis(String code, GroundKind kind) {
        return profiles.all().stream()
                .filter(profile ->
                        profile.topic().equals("org") && profile.code().equals(code))
                .findFirst()
                .map(profile -> Basis.of(profile, kind.rule()))
                .orElse(null);
    }

    private static List<Integer> months(Array months) throws SQLException {
        return List.of((Integer[]) months.getArray());
    }
}
