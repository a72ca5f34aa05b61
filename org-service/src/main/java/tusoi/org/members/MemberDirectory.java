package tusoi.org.members;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;

/** What other slices ask of members, within what the caller may see. */
@Component
public class MemberDirectory {
    private final JdbcClient jdbc;

    MemberDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last home; empty where there is no such member, or none that row policies let the caller see. */
    public Optional<UnitId> home(MemberId member) {
        return jdbc.sql("select unit_id from org.member where id = ?")
                .param(member.value())
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Locks the membership and tells whether it is in force on the day. */
    public boolean isInForce(MemberId member, LocalDate day) {
        jdbc.sql("select 1 from org.member where id = ? for update")
                .param(member.value())
                .query()
                .listOfRows();
        return jdbc.sql("""
                        select exists (select 1 from org.membership_version
                                       where member_id = :id and recorded_to = 'infinity'
                                         and valid_from <= :day and valid_to > :day)
                        """)
                .param("id", member.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
