package tusoi.reporting.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.platform.problems.ProblemException;

/**
 * Finds a unit by its code whatever the day: a unit that has ended can still be asked for. Who bears the code is what was known
 * at the instant asked for; where nobody was known to, who was the first to be.
 */
@Component
public class UnitCodes {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JdbcClient jdbc;

    UnitCodes(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By its code or id; a 404 problem where nobody bears the code. An id is taken as it is. */
    public UUID resolve(String codeOrId, Instant knownAt) {
        return ID.matcher(codeOrId).matches()
                ? UUID.fromString(codeOrId)
                : find(codeOrId, knownAt).orElseThrow(() -> ProblemException.notFound("The unit"));
    }

    private Optional<UUID> find(String code, Instant knownAt) {
        return jdbc.sql("""
                        (select unit_id, 1 as preference from scope.unit_version
                          where lower(code) = lower(:code) and recorded_from <= :knownAt
                          order by recorded_from desc, valid_from desc, unit_id limit 1)
                        union all
                        (select unit_id, 2 from scope.unit_version
                          where lower(code) = lower(:code) and recorded_from > :knownAt
                          order by recorded_from, valid_from, unit_id limit 1)
                        order by preference limit 1
                        """)
                .param("code", code)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }
}
