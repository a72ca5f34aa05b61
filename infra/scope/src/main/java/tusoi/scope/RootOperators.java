package tusoi.scope;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.security.Operators;

/** What touches all that a service keeps is for those who hold AUDIT_READ, an administrator's right, at the register's root. */
class RootOperators implements Operators {
    private final Scope scope;
    private final JdbcClient jdbc;

    /** @param jdbc the loader's: roots are asked for past the caller's own scope */
    RootOperators(Scope scope, JdbcClient jdbc) {
        this.scope = scope;
        this.jdbc = jdbc;
    }

    @Override
    public void require() {
        if (!includesCaller()) {
            throw ProblemException.lacksRight(Right.AUDIT_READ.name());
        }
    }

    /** True where the caller is one; 401 without an account. */
    boolean includesCaller() {
        scope.account();
        List<UUID> roots = jdbc.sql(
                        "select distinct unit_id from scope.link where parent_id is null and recorded_to = 'infinity'")
                .query(UUID.class)
                .list();
        return roots.stream().anyMatch(root -> scope.holds(Right.AUDIT_READ, root));
    }
}
