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

    /** True where a case against the subject has neither been closed nor come into effect. */
    public boolean against(UUID subject) {
        return jdbc.sql("""
                        select exists (select from discipline.discipline_case
                                       where subject_id = :subject and state not in ('IN_EFFECT', 'CLOSED'))
                        """).param("subject", subject).query(Boolean.class).single();
    }
}
