package tusoi.org.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.org.grants.GrantBook;
import tusoi.org.posts.HeldPosts;
import tusoi.platform.persistence.Leader;
import tusoi.platform.time.BusinessDays;

/** Looks every second for what has to end, and ends each in a transaction of its own. */
class Upkeep implements Leader.Task {
    private static final int BATCH = 50;
    private static final int PAUSE_SECONDS = 1;

    private final HeldPosts posts;
    private final GrantBook grants;
    private final Clock clock;

    Upkeep(HeldPosts posts, GrantBook grants, Clock clock) {
        this.posts = posts;
        this.grants = grants;
        this.clock = clock;
    }

    /** A party post that is held past the end of its holder's membership, or of its unit. */
    private record Outlived(UUID holding, LocalDate endedOn) {}

    @Override
    public String name() {
        return "upkeep";
    }

    @Override
    public int lock() {
        return 21;
    }

    @Override
    public Duration takeover() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration retryAtMost() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void lead(Leader.Term term) throws InterruptedException {
        while (!term.isOver()) {
            round(term.dataSource());
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        }
    }

    private void round(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        LocalDate today = BusinessDays.today(clock);
        outlived(jdbc).forEach(post -> posts.endOutlived(post.holding(), post.endedOn(), today));
        baseless(jdbc).forEach(grant -> grants.endLoan(grant, today));
    }

    private static List<Outlived> outlived(JdbcClient jdbc) {
        return jdbc.sql("""
                        select p.id as holding, e.ended_on from org.post_version p
                            left join scope.unit_life l on l.unit_id = p.unit_id
                            join lateral (select least(max(s.valid_to), l.end_day) as ended_on
                                          from org.membership_version s
                                          where s.member_id = p.member_id and s.recorded_to = 'infinity') e
                              on e.ended_on <= scope.today()
                        where p.recorded_to = 'infinity' and not p.external
                          and p.valid_to > e.ended_on and p.valid_from < e.ended_on
                        order by p.id limit ?
                        """).param(BATCH).query(Outlived.class).list();
    }

    private static List<UUID> baseless(JdbcClient jdbc) {
        return jdbc.sql("""
                        select d.id from org.grant_version d
                            join org.grant_version b on b.id = d.source_id and b.recorded_to = 'infinity'
                            join org.account a on a.id = b.account_id
                        where d.source = 'DELEGATION' and d.recorded_to = 'infinity'
                          and d.valid_to > scope.today() and d.valid_from < d.valid_to
                          and (a.locked or b.unit_id not in (select scope.holders_of(d.unit_id)))
                        order by d.id limit ?
                        """)
                .param(BATCH)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
