package tusoi.org.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members at home as the register knows it now, within what the caller may see; one statement whatever their number. */
@Component
public class Roster {
    private final JdbcClient jdbc;

    Roster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At home in the unit itself on the day. */
    public List<AtHome> on(UUID unit, LocalDate day) {
        return during(unit, day, day.plusDays(1));
    }

    /** At home in the unit on some day of {@code [from, to)}; who was there twice is named as of the last time. */
    public List<AtHome> during(UUID unit, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select distinct on (member_id) member_id, unit_id, state, exempt, suspended
                        from org.membership_version
                        where unit_id = :unit and recorded_to = 'infinity' and valid_from < :to and valid_to > :from
                        order by member_id, valid_from desc
                        """)
                .param("unit", unit)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> atHome(row))
                .list();
    }

    /** At home on the day in any of the units or under them. */
    public List<AtHome> under(Collection<UUID> units, LocalDate day) {
        return jdbc.sql("""
                        select s.member_id, s.unit_id, s.state, s.exempt, s.suspended
                        from org.membership_version s
                        where s.recorded_to = 'infinity' and s.valid_from <= :day and s.valid_to > :day
                          and s.unit_id in (
                              select c.unit_id from scope.closure c
                              where c.ancestor_id = any (:units) and c.recorded_to = 'infinity'
                                and c.valid_from <= :day and c.valid_to > :day)
                        order by s.unit_id, s.member_id
                        """)
                .param("units", units.toArray(UUID[]::new))
                .param("day", day)
                .query((row, n) -> atHome(row))
                .list();
    }

    /** The unit and what stands under it on the day. */
    public List<UUID> unitsUnder(UUID unit, LocalDate day) {
        return jdbc.sql("""
                        select unit_id from scope.closure
                        where ancestor_id = :unit and recorded_to = 'infinity' and valid_from <= :day and valid_to > :day
                        """)
                .param("unit", unit)
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    /** Which of the units stand above the unit, or are it, on the day. */
    public List<UUID> above(UUID unit, LocalDate day) {
        return jdbc.sql("""
                        select ancestor_id from scope.closure
                        where unit_id = :unit and recorded_to = 'infinity' and valid_from <= :day and valid_to > :day
                        """)
                .param("unit", unit)
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    private static AtHome atHome(ResultSet row) throws SQLException {
        return new AtHome(
                row.getObject("member_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("state").equals("OFFICIAL"),
                row.getBoolean("exempt"),
                row.getBoolean("suspended"));
    }
}
