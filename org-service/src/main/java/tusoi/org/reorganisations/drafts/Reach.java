package tusoi.org.reorganisations.drafts;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.UnitId;
import tusoi.platform.persistence.SqlArrays;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/** Who may reorganise: whoever may change every unit that is named, and the members in them. */
@Component
public class Reach {
    private final Scope scope;
    private final JdbcClient jdbc;

    public Reach(Scope scope, JdbcClient jdbc) {
        this.scope = scope;
        this.jdbc = jdbc;
    }

    public UUID account() {
        return scope.account();
    }

    /** 404 where one of them is out of scope, 403 where a right is missing; within a transaction of the caller's. */
    public void require(List<UnitId> units) {
        for (Right right : List.of(Right.UNIT_WRITE, Right.MEMBER_WRITE)) {
            for (UUID doubtful : outOfReach(units, right)) {
                scope.require(right, doubtful);
            }
        }
    }

    /** Asked at once, as a reorganisation may name hundreds; only what is left is asked one by one, for the right answer. */
    private List<UUID> outOfReach(List<UnitId> units, Right right) {
        return jdbc.sql("""
                        select unit from unnest(:units::uuid[]) as t (unit)
                        where unit not in (select scope.units_with(:right))
                        """)
                .param("units", SqlArrays.of("uuid", units, UnitId::value))
                .param("right", right.name())
                .query(UUID.class)
                .list();
    }
}
