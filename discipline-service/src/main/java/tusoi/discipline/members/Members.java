package tusoi.discipline.members;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** This service's copy of the register; asks no scope. */
@Repository
public class Members {
    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The membership in force on the day; empty before admission, after leaving and for members not heard of. */
    public Optional<Membership> on(MemberId member, LocalDate day) {
        return jdbc.sql("""
                        select s.home_unit_id, s.state = 'OFFICIAL' as official,
                               exists (select from discipline.post_holding p
                                       where p.member_id = s.member_id
                                         and p.valid_from <= :day and p.valid_to > :day) as holds_post
                        from discipline.member_slice s
                        where s.member_id = :member and s.valid_from <= :day and s.valid_to > :day
                        """)
                .param("member", member.value())
                .param("day", day)
                .query((row, number) -> new Membership(
                        member,
                        new UnitId(row.getObject("home_unit_id", UUID.class)),
                        day,
                        row.getBoolean("official"),
                        row.getBoolean("holds_post")))
                .optional();
    }

    /** The base of a branch's ballot: official members at home there, the exempt and the suspended left out. */
    public int entitled(UnitId unit, LocalDate day) {
        return jdbc.sql("""
                        select count(*) from discipline.member_slice
                        where home_unit_id = :unit and valid_from <= :day and valid_to > :day
                          and state = 'OFFICIAL' and not exempt and not suspended
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }
}
