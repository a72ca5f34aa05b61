package tusoi.reporting.figures;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/** Finds a unit by its code whatever the day: a unit that has ended can still be asked for. */
@Component
class UnitCodes {
    private final JdbcClient jdbc;

    UnitCodes(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> find(String code) {
        return jdbc.sql("""
                        select unit_id from scope.unit_version where lower(code) = lower(:code)
                         order by recorded_from desc, valid_from desc limit 1
                        """).param("code", code).query(UUID.class).optional();
    }
}
