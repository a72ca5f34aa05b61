package tusoi.review.members;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.review.contract.SubjectId;
import tusoi.review.contract.UnitId;

/** Who had a home where on a day. Asks no scope: callers check that the account may ask for the unit. */
@Component
public class MembersOnDay {
    private final JdbcClient jdbc;

    MembersOnDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Members, probationary or official, whose home was the unit or under it in that day's tree. */
    public List<Standing> under(UnitId unit, LocalDate day) {
        return jdbc.sql("select * from review.members_on(:unit, :day)")
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
