package tusoi.review.warnings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.Warning;

/** Kept beside the decision they belong to, so that it can say why. */
@Repository
public class AnsweredWarnings {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnsweredWarnings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The warnings of a version of an aggregate; each has its reason by now. */
    public void add(UUID aggregate, long version, List<Warning> warnings, Overrides overrides, Instant recordedAt) {
        if (warnings.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into review.answered_warning (aggregate_id, version, rule, detail, facts, reason, recorded_at)
                select :aggregate, :version, r, d, f::jsonb, w, :recordedAt
                from unnest(:rules, :details, :facts, :reasons) as u (r, d, f, w)
                """)
                .param("aggregate", aggregate)
                .param("version", version)
                .param("recordedAt", OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .param("rules", SqlArrays.of("text", warnings, warning -> warning.rule()
                        .code()))
                .param("details", SqlArrays.of("text", warnings, Warning::detail))
                .param("facts", SqlArrays.of("text", warnings, warning -> json.writeValueAsString(warning.facts())))
                .param("reasons", SqlArrays.of("text", warnings, warning -> overrides
                        .reasonsByRule()
                        .get(warning.rule().code())))
                .update();
    }
}
