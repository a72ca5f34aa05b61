package tusoi.discipline.members;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** This service's copy of the register: memberships within the caller's rows; figures for rules, whoever asks. */
@Repository
public class Members {
    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entry that goes on, where the register gave this one up for another of the same person; itself otherwise. */
    public MemberId kept(MemberId member) {
        return jdbc.sql("select discipline.kept_entry(:member)")
                .param("member", member.value())
                .query((row, number) -> new MemberId(row.getObject(1, UUID.class)))
                .single();
    }

    /** The membership in force on the day; empty before admission, after leaving and for members the caller does not cover. */
    public Optional<Membership> on(MemberId member, LocalDate day) {
        return jdbc.sql("""
                        select home_unit_id, state = 'OFFICIAL' as official
                        from discipline.member_slice
                        where member_id = discipline.kept_entry(:member) and valid_from <= :day and valid_to > :day
                        """)
                .param("member", member.value())
                .param("day", day)
                .query((row, number) -> new Membership(
                        member, new UnitId(row.getObject("home_unit_id", UUID.class)), day, row.getBoolean("official")))
                .optional();
    }

    /** As what the member stands on the day, also where the caller does not cover him any more. */
    public Optional<Status> status(MemberId member, LocalDate day) {
        return jdbc.sql("select official, holds_post from discipline.standing_on(:member, :day)")
                .param("member", member.value())
                .param("day", day)
                .query((row, number) -> new Status(row.getBoolean("official"), row.getBoolean("holds_post")))
                .optional();
    }

    /** A removal of the person is open, by whatever entry, in whatever unit. */
    public boolean isBeingRemoved(MemberId member) {
        return jdbc.sql("select discipline.has_open_removal(:member)")
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    /** The base of a branch's ballot: official members at home there, the exempt and the suspended left out. */
    public int entitled(UnitId unit, LocalDate day) {
        return jdbc.sql("select discipline.entitled_on(:unit, :day)")
                .param("unit", unit.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }
}
