package tusoi.org.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Accounts and grants as far as the caller looks after them; his own always. */
@Component
@Transactional(readOnly = true)
class AccountQueries {
    private static final String GRANTS = """
            select g.id, g.account_id, a.username, g.role, g.unit_id, u.code as unit_code, n.name as unit_name,
                   g.valid_from, nullif(g.valid_to, 'infinity') as valid_to, g.version
            from org.grant_version g
                join org.unit u on u.id = g.unit_id
                left join org.account a on a.id = g.account_id
                left join scope.unit_version n on n.unit_id = g.unit_id and n.recorded_to = 'infinity'
                    and n.valid_from <= scope.today() and n.valid_to > scope.today()
            where g.recorded_to = 'infinity'
            """;

    private final JdbcClient jdbc;

    AccountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record AccountView(
            UUID id, String subject, String username, String displayName, UUID unitId, boolean locked, long version) {}

    record GrantView(
            UUID id,
            UUID accountId,
            @Nullable String username,
            String role,
            UUID unitId,
            String unitCode,
            @Nullable String unitName,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            long version) {}

    Page<AccountView> accounts(PageRequest page) {
        List<AccountView> found = jdbc.sql("""
                        select id, subject, username, display_name, unit_id, locked, version from org.account
                        where unit_id in (select scope.units_with('ACCOUNT_ADMIN'))
                          and (:after::text is null or lower(username) collate "C" > :after)
                        order by lower(username) collate "C" limit :limit
                        """)
                .param(
                        "after",
                        page.after() == null
                                ? null
                                : Cursor.parse(page.after(), 1).values().getFirst())
                .param("limit", page.size() + 1)
                .query(AccountView.class)
                .list();
        return Cursor.page(
                found, page.size(), account -> Cursor.of(account.username().toLowerCase(Locale.ROOT)));
    }

    Optional<AccountView> account(UUID id) {
        return jdbc.sql("""
                        select id, subject, username, display_name, unit_id, locked, version from org.account where id = ?
                        """).param(id).query(AccountView.class).optional();
    }

    Optional<GrantView> grant(UUID id) {
        return jdbc.sql(GRANTS + " and g.id = ?")
                .param(id)
                .query(GrantView.class)
                .optional();
    }

    /** At the unit itself; the caller holds ACCOUNT_ADMIN there. */
    List<GrantView> grantsAt(UUID unit) {
        return jdbc.sql(GRANTS + """
                          and g.unit_id = ? and g.unit_id in (select scope.units_with('ACCOUNT_ADMIN'))
                        order by g.role, a.username, g.valid_from limit 1000
                        """).param(unit).query(GrantView.class).list();
    }

    /** In force today. */
    List<GrantView> own(UUID account) {
        return jdbc.sql(GRANTS + """
                          and g.account_id = ? and g.valid_from <= scope.today() and g.valid_to > scope.today()
                        order by g.role, u.code
                        """).param(account).query(GrantView.class).list();
    }
}
