package tusoi.org.members.histories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.MemberState;
import tusoi.org.members.domain.Membership;
import tusoi.org.members.domain.Movement;
import tusoi.org.validity.Slice;

/** The days and movements of a membership as rows, a version at a time. */
class MemberRows {
    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(MemberHistory member, long version, Instant recordedAt) {
        UUID id = member.id().value();
        for (Slice<Membership> slice : member.slices().slices()) {
            Membership held = slice.value();
            enterHome(id, held.home().value());
            jdbc.sql("""
                            insert into org.membership_version
                                (member_id, version, recorded_from, valid_from, valid_to, unit_id, state, exempt, suspended)
                            values (?, ?, ?, ?, coalesce(?::date, 'infinity'), ?, ?, ?, ?)
                            """)
                    .params(Arrays.asList(
                            id,
                            version,
                            Members.at(recordedAt),
                            slice.from(),
                            slice.to(),
                            held.home().value(),
                            held.state().name(),
                            held.exempt(),
                            held.suspended()))
                    .update();
        }
        int place = 0;
        for (Movement movement : member.movements()) {
            jdbc.sql("""
                            insert into org.movement_version
                                (member_id, version, place, recorded_from, on_day, kind, unit_id, other_unit_id, case_id,
                                 reorganisation_id)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Arrays.asList(
                            id,
                            version,
                            place++,
                            Members.at(recordedAt),
                            movement.on(),
                            movement.kind().name(),
                            Members.value(movement.unit()),
                            Members.value(movement.other()),
                            movement.caseId(),
                            movement.reorganisationId()))
                    .update();
        }
    }

    /** Only new ones: of a home that others answer for, row policies let nothing be written. */
    private void enterHome(UUID member, UUID home) {
        jdbc.sql("""
                        insert into org.member_unit select :member, :home
                        where not exists (select 1 from org.membership_version
                                          where member_id = :member and unit_id = :home)
                        on conflict do nothing
                        """).param("member", member).param("home", home).update();
    }

    List<Slice<Membership>> slices(MemberId id) {
        return jdbc.sql("""
                        select valid_from, nullif(valid_to, 'infinity') as valid_to, unit_id, state, exempt, suspended
                        from org.membership_version where member_id = ? and recorded_to = 'infinity' order by valid_from
                        """)
                .param(id.value())
                .query((row, n) -> new Slice<>(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        new Membership(
                                new UnitId(row.getObject("unit_id", UUID.class)),
                                MemberState.valueOf(row.getString("state")),
                                row.getBoolean("exempt"),
                                row.getBoolean("suspended"))))
                .list();
    }

    List<Movement> movements(MemberId id) {
        return jdbc.sql("""
                        select on_day, kind, unit_id, other_unit_id, case_id, reorganisation_id from org.movement_version
                        where member_id = ? and recorded_to = 'infinity' order by place
                        """).param(id.value()).query((row, n) -> movement(row)).list();
    }

    static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                row.getObject("on_day", LocalDate.class),
                Movement.Kind.valueOf(row.getString("kind")),
                unit(row.getObject("unit_id", UUID.class)),
                unit(row.getObject("other_unit_id", UUID.class)),
                row.getObject("case_id", UUID.class),
                row.getObject("reorganisation_id", UUID.class));
    }

    private static @Nullable UnitId unit(@Nullable UUID id) {
        return id == null ? null : new UnitId(id);
    }
}
