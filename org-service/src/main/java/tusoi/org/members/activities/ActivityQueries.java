package tusoi.org.members.activities;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.problems.ProblemException;

/** Temporary activities as home and host read them. */
@Component
@Transactional(readOnly = true)
class ActivityQueries {
    private static final String VIEW = """
            select id, member_id, home_unit_id, host_unit_id, outside as organisation, purpose, valid_from, valid_to, version
            from org.temporary_activity
            where recorded_to = 'infinity'
              and (home_unit_id in (select scope.units_with('MEMBER_READ'))
                   or host_unit_id in (select scope.units_with('MEMBER_READ')))
            """;

    private final JdbcClient jdbc;

    ActivityQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record ActivityView(
            UUID id,
            UUID memberId,
            UUID homeUnitId,
            @Nullable UUID hostUnitId,
            @Nullable String organisation,
            String purpose,
            LocalDate validFrom,
            LocalDate validTo,
            long version) {}

    record GuestView(
            UUID activityId,
            UUID memberId,
            String fullName,
            UUID homeUnitId,
            String homeUnitCode,
            UUID hostUnitId,
            String hostUnitCode,
            String purpose,
            LocalDate validFrom,
            LocalDate validTo) {}

    ActivityView byId(UUID id) {
        return jdbc.sql(VIEW + " and id = ?")
                .param(id)
                .query(ActivityView.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The temporary activity"));
    }

    /** 404 where the caller sees no such member. */
    List<ActivityView> of(UUID member) {
        boolean seen = jdbc.sql("select exists (select 1 from org.member where id = ?)")
                .param(member)
                .query(Boolean.class)
                .single();
        if (!seen) {
            throw ProblemException.notFound("The member");
        }
        return jdbc.sql(VIEW + " and member_id = ? order by valid_from")
                .param(member)
                .query(ActivityView.class)
                .list();
    }

    /** In the order of given names, at most a thousand. */
    List<GuestView> guests(UUID unit, LocalDate asOf) {
        return jdbc.sql("select * from org.guests_of(?, ?, ?)")
                .params(unit, asOf, asOf)
                .query(GuestView.class)
                .list();
    }
}
