package tusoi.org.reorganisations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.posts.PostsOfUnits;
import tusoi.org.posts.PostsOfUnits.Ended;
import tusoi.org.reorganisations.works.Touched;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.time.BusinessDays;

/** Party posts at units that end: the reorganisation ends them, and gives them back where it is taken back. */
@Component
class PostsAlong {
    private final PostsOfUnits posts;
    private final JdbcClient jdbc;
    private final Clock clock;

    PostsAlong(PostsOfUnits posts, JdbcClient jdbc, Clock clock) {
        this.posts = posts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Before the recorded time is asked for. */
    void hold(List<Touched.Post> touched) {
        posts.hold(ending(touched));
    }

    /** Returns how many. */
    int end(UUID reorganisation, List<Touched.Post> touched, LocalDate on) {
        List<Ended> ended = posts.end(ending(touched), on, BusinessDays.today(clock));
        jdbc.sql("""
                        insert into org.reorganised_post
                        select :id, holding, before, version from unnest(:holdings::uuid[], :before::int8[], :versions::int8[])
                            as t (holding, before, version)
                        """)
                .param("id", reorganisation)
                .param("holdings", SqlArrays.of("uuid", ended, Ended::holding))
                .param("before", SqlArrays.of("int8", ended, Ended::before))
                .param("versions", SqlArrays.of("int8", ended, Ended::version))
                .update();
        return ended.size();
    }

    /** Holds what the reorganisation has ended; those of it that somebody has changed since. */
    List<UUID> changedSince(UUID reorganisation) {
        List<Ended> ended = endedBy(reorganisation);
        posts.hold(ended.stream().map(Ended::holding).toList());
        return posts.changedSince(ended);
    }

    void restore(UUID reorganisation) {
        posts.restore(endedBy(reorganisation), BusinessDays.today(clock));
    }

    private List<Ended> endedBy(UUID reorganisation) {
        return jdbc.sql("""
                        select holding_id as holding, version_before as before, version from org.reorganised_post
                        where reorganisation_id = ? order by holding_id
                        """).param(reorganisation).query(Ended.class).list();
    }

    private static List<UUID> ending(List<Touched.Post> touched) {
        return touched.stream()
                .filter(post -> post.endsOn() != null)
                .map(Touched.Post::holdingId)
                .toList();
    }
}
