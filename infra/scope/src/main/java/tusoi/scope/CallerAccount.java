package tusoi.scope;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.security.ActorIds;
import tusoi.platform.security.CallerSubject;

/** The account of the token's subject, asked for once a request; without a token it is the system. */
class CallerAccount implements ActorIds {
    private static final String KEPT = CallerAccount.class.getName();

    private final CallerSubject caller;
    private final JdbcClient jdbc;

    CallerAccount(CallerSubject caller, JdbcClient jdbc) {
        this.caller = caller;
        this.jdbc = jdbc;
    }

    /** A 401 problem where the subject has no account or it is locked. */
    @Override
    public UUID current() {
        return caller.current().map(this::accountOf).orElse(SYSTEM);
    }

    /** As {@link #current()}, and a 401 problem where there is no token either. */
    UUID ofCaller() {
        return caller.current()
                .map(this::accountOf)
                .orElseThrow(() -> ProblemException.unauthenticated("unauthenticated", "A bearer token is missing"));
    }

    private UUID accountOf(String subject) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return ask(subject);
        }
        if (request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Known(var known, var account)
                && known.equals(subject)) {
            return account;
        }
        UUID account = ask(subject);
        request.setAttribute(KEPT, new Known(subject, account), RequestAttributes.SCOPE_REQUEST);
        return account;
    }

    private UUID ask(String subject) {
        Row row = find(subject)
                .orElseThrow(() ->
                        ProblemException.unauthenticated("no-account", "No account is registered for this sign-in"));
        if (row.locked()) {
            throw ProblemException.unauthenticated("account-locked", "The account is locked");
        }
        return row.account();
    }

    private Optional<Row> find(String subject) {
        return jdbc.sql("select account_id, locked from scope.account where subject = :subject")
                .param("subject", subject)
                .query((rs, row) -> new Row(rs.getObject(1, UUID.class), rs.getBoolean(2)))
                .optional();
    }

    private record Row(UUID account, boolean locked) {}

    private record Known(String subject, UUID account) {}
}
