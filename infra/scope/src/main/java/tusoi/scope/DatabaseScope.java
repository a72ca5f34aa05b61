package tusoi.scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.problems.ProblemException;

/** Asks this service's own tables each time: a grant taken away is gone with the next question. */
class DatabaseScope implements Scope {
    private final CallerAccount caller;
    private final JdbcClient jdbc;

    DatabaseScope(CallerAccount caller, JdbcClient jdbc) {
        this.caller = caller;
        this.jdbc = jdbc;
    }

    @Override
    public UUID account() {
        return caller.ofCaller();
    }

    @Override
    public void require(Right right, UUID unit) {
        switch (ask(right, unit)) {
            case OUT_OF_SCOPE -> throw ProblemException.notFound("The unit");
            case LACKS_RIGHT -> throw ProblemException.lacksRight(right.name());
            case HOLDS -> {}
        }
    }

    @Override
    public boolean holds(Right right, UUID unit) {
        return ask(right, unit) == Answer.HOLDS;
    }

    @Override
    public List<Grant> grants() {
        return jdbc.sql("""
                        select grant_id, role, unit_id, valid_from, nullif(valid_to, 'infinity') as valid_to
                          from scope.grants_of(:account) where role = any (:roles) order by role, unit_id
                        """)
                .param("account", account())
                .param("roles", Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new))
                .query((rs, row) -> new Grant(
                        rs.getObject("grant_id", UUID.class),
                        Role.valueOf(rs.getString("role")),
                        rs.getObject("unit_id", UUID.class),
                        rs.getObject("valid_from", LocalDate.class),
                        day(rs, "valid_to")))
                .list();
    }

    private Answer ask(Right right, UUID unit) {
        return jdbc.sql("""
                        select coalesce(max(case when g.role = any (:roles) then 2 else 1 end), 0)
                          from scope.grants_of(:account) g
                         where g.unit_id in (select scope.holders_of(:unit))
                        """)
                .param("roles", rolesWith(right))
                .param("account", account())
                .param("unit", unit)
                .query((rs, row) -> Answer.values()[rs.getInt(1)])
                .single();
    }

    private static String[] rolesWith(Right right) {
        return Arrays.stream(Role.values())
                .filter(role -> role.allows(right))
                .map(Role::name)
                .toArray(String[]::new);
    }

    private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    private enum Answer {
        OUT_OF_SCOPE,
        LACKS_RIGHT,
        HOLDS
    }
}
