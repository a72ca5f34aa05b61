package tusoi.org.posts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.posts.domain.Committee;
import tusoi.org.posts.domain.Committee.Seat;
import tusoi.org.posts.domain.PostHolding;
import tusoi.org.posts.domain.PostType;
import tusoi.org.posts.domain.Situation;
import tusoi.org.units.UnitDirectory;
import tusoi.scope.Units;

/** Who sits where, and what else a post is judged by. */
@Repository
class Committees {
    private final JdbcClient jdbc;
    private final UnitDirectory directory;
    private final Units units;

    Committees(JdbcClient jdbc, UnitDirectory directory, Units units) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.units = units;
    }

    /** Keeps the tree, and the unit's committees, as they are until the transaction ends: sizes are counted and then acted upon. */
    void holdStill(UnitId unit) {
        directory.holdStill();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?::text, 20082))")
                .param(unit.value())
                .query()
                .singleRow();
    }

    boolean lives(UnitId unit, LocalDate day) {
        return directory.lives(unit, day, day.plusDays(1));
    }

    Situation situation(PostHolding holding, LocalDate day) {
        Units.@Nullable Unit unit =
                units.find(holding.unit().value(), day, null).orElse(null);
        return new Situation(
                isProbationary(holding.member(), day),
                unit != null && unit.form().equals("BRANCH"),
                committee(holding.unit(), unit == null ? "" : unit.level(), day),
                isAppointedFromAbove(holding, day));
    }

    Committee committee(UnitId unit, LocalDate day) {
        return committee(
                unit, units.find(unit.value(), day, null).map(Units.Unit::level).orElse(""), day);
    }

    private Committee committee(UnitId unit, String level, LocalDate day) {
        List<Seat> seats = jdbc.sql("""
                        select id, member_id, post from org.post_version
                        where recorded_to = 'infinity' and unit_id = :unit and not external
                          and valid_from <= :day and valid_to > :day and post = any (:posts)
                        order by id
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .param("posts", codes())
                .query((row, n) -> new Seat(
                        row.getObject("id", UUID.class),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        PostType.valueOf(row.getString("post"))))
                .list();
        return new Committee(level, officialMembers(unit, day), seats);
    }

    private int officialMembers(UnitId unit, LocalDate day) {
        return jdbc.sql("""
                        select count(*) from org.membership_version
                        where recorded_to = 'infinity' and unit_id = :unit and state = 'OFFICIAL'
                          and valid_from <= :day and valid_to > :day
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private boolean isProbationary(MemberId member, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from org.membership_version
                                       where recorded_to = 'infinity' and member_id = :member and state = 'PROBATIONARY'
                                         and valid_from <= :day and valid_to > :day)
                        """)
                .param("member", member.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private boolean isAppointedFromAbove(PostHolding holding, LocalDate day) {
        UnitId by = holding.basis().appointedBy();
        return by == null
                || (!by.equals(holding.unit()) && units.isUnder(holding.unit().value(), by.value(), day));
    }

    private static String[] codes() {
        return Arrays.stream(PostType.values()).map(Enum::name).toArray(String[]::new);
    }
}
