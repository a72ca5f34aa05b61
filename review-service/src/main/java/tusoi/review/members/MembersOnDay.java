package tusoi.review.members;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.review.contract.SubjectId;
import tusoi.review.contract.UnitId;

/** Who had a home where on a day, as far as the running account covers it. */
@Component
public class MembersOnDay {
    private final JdbcClient jdbc;

    MembersOnDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Members, probationary or official, whose home was the unit or under it in that day's tree. */
    public List<Standing> under(UnitId unit, LocalDate day) {
        return jdbc.sql("""
                select s.member_id, s.home_unit_id, s.exempt, s.suspended, m.admitted_on
                from scope.closure c
                join review.member_slice s on s.home_unit_id = c.unit_id
                join review.member m on m.member_id = s.member_id
                where c.ancestor_id = :unit and c.valid_from <= :day and c.valid_to > :day and c.recorded_to = 'infinity'
                  and s.valid_from <= :day and s.valid_to > :day
                order by s.home_unit_id, s.member_id
                """)
                .param("unit", unit.value())
                .param("day", day)
                .query((row, number) -> new Standing(
                        new SubjectId(row.getObject("member_id", UUID.class)),
                        new UnitId(row.getObject("home_unit_id", UUID.class)),
                        row.getBoolean("exempt"),
                        row.getBoolean("suspended"),
                        row.getObject("admitted_on", LocalDate.class)))
                .list();
    }

    /** A member on that day; {@code admittedOn} is null where the register does not know it. */
    public record Standing(
            SubjectId member,
            UnitId home,
            boolean exempt,
            boolean suspended,
            @Nullable LocalDate admittedOn) {}
}
