package tusoi.org.accounts;

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

/** Accounts as far as the caller looks after them; his own always. */
@Component
@Transactional(readOnly = true)
class AccountQueries {
    private static final String ACCOUNTS = """
            select id, subject, username, display_name, unit_id, member_id, state, locked, directory, directory_reason,
                   version
            from org.account
            """;

    private final JdbcClient jdbc;

    AccountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param subject null until Keycloak has the invited user
     * @param memberId whose account it is, if a member's
     * @param state INVITED until the first sign-in, then ACTIVE; {@code locked} stands beside it
     * @param directory whether Keycloak shows it as it is: IN_LINE, PENDING (soon), FAILED (for the reason beside it)
     */
    record AccountView(
            UUID id,
            @Nullable String subject,
            String username,
            String displayName,
            UUID unitId,
            @Nullable UUID memberId,
            String state,
            boolean locked,
            String directory,
            @Nullable String directoryReason,
            long version) {}

    Page<AccountView> accounts(PageRequest page) {
        List<AccountView> found = jdbc.sql(ACCOUNTS + """
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
        return jdbc.sql(ACCOUNTS + " where id = ?")
                .param(id)
                .query(AccountView.class)
                .optional();
    }
}
