package tusoi.org.reorganisations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.domain.Plan.Way;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.rules.Warning;

/** What else hangs on the units and members of a reorganisation; shown beforehand, and part of the fingerprint. */
@Component
class Touched {
    private final JdbcClient jdbc;

    Touched(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post at a unit that ends, held on the effective day or later. */
    record Post(
            UUID holdingId,
            long version,
            UUID memberId,
            UUID unitId,
            String post,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record Things(List<Post> posts) {
        List<Warning> warnings() {
            return List.of();
        }
    }

    Things by(Collection<UnitId> ending, List<Way> ways, LocalDate day) {
        return new Things(posts(ending, day));
    }

    private List<Post> posts(Collection<UnitId> ending, LocalDate day) {
        return jdbc.sql("""
                        select id as holding_id, version, member_id, unit_id, post, valid_from, nullif(valid_to, 'infinity') as valid_to
                        from org.post_version
                        where recorded_to = 'infinity' and unit_id = any (:units::uuid[]) and valid_to > :day
                        order by unit_id, id
                        """)
                .param("units", SqlArrays.of("uuid", List.copyOf(ending), UnitId::value))
                .param("day", day)
                .query(Post.class)
                .list();
    }
}
