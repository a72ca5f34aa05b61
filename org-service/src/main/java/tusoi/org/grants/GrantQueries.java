package tusoi.org.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Grants as far as the caller looks after them; his own always, and what he has lent. */
@Component
@Transactional(readOnly = true)
public class GrantQueries {
    private static final int MOST = 1000;
    private static final String GRANTS = """
            select g.id, g.account_id, a.username, g.role, g.unit_id, u.code as unit_code, n.name as unit_name,
                   g.valid_from, nullif(g.valid_to, 'infinity') as valid_to, g.source, g.source_id, g.given_by, g.version
            from org.grant_version g
                join org.unit u on u.id = g.unit_id
                left join org.account a on a.id = g.account_id
                left join scope.unit_version n on n.unit_id = g.unit_id and n.recorded_to = 'infinity'
                    and n.valid_from <= scope.today() and n.valid_to > scope.today()
            where g.recorded_to = 'infinity'
            """;

    private final JdbcClient jdbc;

    GrantQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param source ADMIN, POST or DELEGATION
     * @param sourceId the holding of the post, or the grant that is lent from
     * @param givenBy the account that gave it, or recorded the post
     */
    public record GrantView(
            UUID id,
            UUID accountId,
            @Nullable String username,
            String role,
            UUID unitId,
            String unitCode,
            @Nullable String unitName,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            @Nullable UUID sourceId,
            @Nullable UUID givenBy,
            long version) {}

    public Optional<GrantView> grant(UUID id) {
        return jdbc.sql(GRANTS + " and g.id = ?")
                .param(id)
                .query(GrantView.class)
                .optional();
    }

    /** At the unit itself; the caller holds ACCOUNT_ADMIN there. */
    List<GrantView> grantsAt(UUID unit) {
        return jdbc.sql(GRANTS + """
                          and g.unit_id = :unit and g.unit_id in (select scope.units_with('ACCOUNT_ADMIN'))
                        order by g.role, a.username, g.valid_from limit :most
                        """)
                .param("unit", unit)
                .param("most", MOST)
                .query(GrantView.class)
                .list();
    }

    /** In force today. */
    public List<GrantView> own(UUID account) {
        return jdbc.sql(GRANTS + """
                          and g.account_id = ? and g.valid_from <= scope.today() and g.valid_to > scope.today()
                        order by g.role, u.code
                        """).param(account).query(GrantView.class).list();
    }

    /** What the account has lent and what was lent to it, the latest first. */
    public List<GrantView> lent(UUID account) {
        return jdbc.sql(GRANTS + """
                          and g.source = 'DELEGATION' and (g.account_id = :account or g.given_by = :account)
                        order by g.valid_from desc, g.id limit :most
                        """)
                .param("account", account)
                .param("most", MOST)
                .query(GrantView.class)
                .list();
    }
}
