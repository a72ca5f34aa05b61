package tusoi.org.members.people;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.MemberId;
import tusoi.platform.problems.ProblemException;

/** Persons as rows; asked as app. */
@Component
public class Persons {
    private final JdbcClient jdbc;

    Persons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 404 where row policies do not let the caller see the member. */
    public LocalDate birthDate(MemberId member) {
        return jdbc.sql("""
                        select p.birth_date from org.member m join org.person p on p.id = m.person_id where m.id = ?
                        """)
                .param(member.value())
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The member"));
    }

    /** Before somebody is admitted again: party age goes back to the first time. */
    public void keepFirstAdmission(MemberId member) {
        jdbc.sql("update org.member set first_admitted_on = coalesce(first_admitted_on, admitted_on) where id = ?")
                .param(member.value())
                .update();
    }
}
