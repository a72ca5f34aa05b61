package tusoi.org.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.UnitId;
import tusoi.org.units.Homes;

/** Asks past row policies: a unit is empty only when nobody at all is at home in it. */
@Component
class MemberHomes implements Homes {
    private final JdbcClient jdbc;

    MemberHomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isHomeDuring(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql("select org.is_home_during(:unit, :from, coalesce(:to::date, 'infinity'))")
                .param("unit", unit.value())
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }
}
