package tusoi.org.members.removals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.MemberId;

/** Whether a case is open, known from discipline-service's events; which one, and what it is about, is not kept here. */
@Component
public class OpenCases {
    private final JdbcClient jdbc;

    OpenCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean against(MemberId member) {
        return jdbc.sql("select org.has_open_case(?)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }
}
