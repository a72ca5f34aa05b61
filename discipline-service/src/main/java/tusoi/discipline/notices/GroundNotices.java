package tusoi.discipline.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices within the caller's units with the right to read cases. */
@Repository
public class GroundNotices {
    private static final String READABLE = """
            select g.*, n.full_name
            from discipline.ground_notice g left join discipline.member_name n on n.member_id = g.member_id
            where g.unit_id in (select scope.units_with('CASE_READ'))
            """;

    private final JdbcClient jdbc;

    GroundNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<GroundNotice> find(UUID notice) {
        return jdbc.sql(READABLE + " and g.notice_id = :id")
                .param("id", notice)
                .query((row, _) -> notice(row))
                .optional();
    }

    /** Those of these that the register has taken back, also where the caller does not see them any more. */
    public List<UUID> withdrawn(Collection<UUID> notices) {
        return jdbc.sql("select discipline.withdrawn_notices(:ids)")
                .param("ids", notices.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Below the unit and of the member where they are named, from the place on. */
    List<GroundNotice> list(
            @Nullable UUID unit, @Nullable UUID member, boolean withdrawn, @Nullable UUID after, int limit) {
        return jdbc.sql(READABLE + """
                         and g.withdrawn = :withdrawn
                         and (cast(:member as uuid) is null or g.member_id = cast(:member as uuid))
                         and (cast(:unit as uuid) is null or g.unit_id in
                              (select scope.under(cast(:unit as uuid))))
                         and (cast(:after as uuid) is null or g.notice_id > cast(:after as uuid))
                         order by g.notice_id limit :limit
                        """)
                .param("withdrawn", withdrawn)
                .param("member", member)
                .param("unit", unit)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> notice(row))
                .list();
    }

    private static GroundNotice notice(ResultSet row) throws SQLException {
        return new GroundNotice(
                row.getObject("notice_id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getString("full_name"),
                row.getObject("unit_id", UUID.class),
                row.getString("ground"),
                row.getInt("year"),
                List.of((String[]) row.getArray("months").getArray()),
                row.getBoolean("withdrawn"),
                row.getString("profile"),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class));
    }
}
