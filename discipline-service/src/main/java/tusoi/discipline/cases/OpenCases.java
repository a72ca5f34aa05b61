package tusoi.discipline.cases;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether a member waits for an outcome; all that removals need to know of cases. */
@Repository
public class OpenCases {
    private final JdbcClient jdbc;

    OpenCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True where a case against the subject has neither been closed nor come into effect, in whatever unit. */
    public boolean against(UUID subject) {
        return jdbc.sql("select discipline.has_open_case(:subject)")
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }
}
