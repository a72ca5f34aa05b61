package tusoi.reporting.facts;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.platform.problems.ProblemException;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** What touches all facts is for those who hold AUDIT_READ, an administrator's right, at the register's root. */
@Component
public class Operators {
    private final Scope scope;
    private final JdbcClient jdbc;

    Operators(Scope scope, @Loader JdbcClient jdbc) {
        this.scope = scope;
        this.jdbc = jdbc;
    }

    /** 401 without an account, 403 without the right. */
    public void require() {
        scope.account();
        List<UUID> roots = jdbc.sql(
                        "select distinct unit_id from scope.link where parent_id is null and recorded_to = 'infinity'")
                .query(UUID.class)
                .list();
        if (roots.stream().noneMatch(root -> scope.holds(Right.AUDIT_READ, root))) {
            throw ProblemException.lacksRight(Right.AUDIT_READ.name());
        }
    }
}
