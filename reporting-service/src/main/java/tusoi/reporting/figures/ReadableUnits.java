package tusoi.reporting.figures;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.scope.Right;

/** The units that somebody has every one of some rights at today. */
@Component
class ReadableUnits {
    private final JdbcClient jdbc;

    ReadableUnits(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> of(UUID account, Right... rights) {
        Set<UUID> units = null;
        for (Right right : rights) {
            Set<UUID> covered = new HashSet<>(jdbc.sql("select scope.covered(?, ?)")
                    .params(Arrays.asList(account, right.name()))
                    .query(UUID.class)
                    .list());
            if (units != null) {
                covered.retainAll(units);
            }
            units = covered;
        }
        return units == null ? Set.of() : units;
    }
}
