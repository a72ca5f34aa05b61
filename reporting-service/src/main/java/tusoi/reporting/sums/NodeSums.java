package tusoi.reporting.sums;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/**
 * Keeps, each time that so many steps of a node's series have been recorded, the sum of all before them for every day: an answer reads
 * one of these and the few steps after it. How many is at least half the days that a sum is kept for, so that sums take a fraction of the
 * steps' room.
 */
@Component
class NodeSums {
    private static final int STEPS_AT_LEAST = 100;
    private static final int FETCHED = 10_000;

    private final JdbcTemplate jdbc;

    NodeSums(@Loader DataSource loader) {
        this.jdbc = new JdbcTemplate(loader);
    }

    private record Key(UUID node, int series) {}

    /** Takes what a sealing has made for nodes into their steps, and sums up anew from the first that it touched. */
    void add() {
        jdbc.update("""
                insert into reporting.sum_node_step as kept (node_id, series, recorded, day, amount)
                select node_id, series, recorded, day, sum(amount) from reporting.sum_node_new
                 group by node_id, series, recorded, day having sum(amount) <> 0 order by node_id, series, recorded, day
                    on conflict (node_id, series, recorded, day) do update set amount = kept.amount + excluded.amount
                """);
        jdbc.update("""
                delete from reporting.sum_node_step kept using reporting.sum_node_new n
                 where kept.amount = 0 and kept.node_id = n.node_id and kept.series = n.series
                   and kept.recorded = n.recorded and kept.day = n.day
                """);
        jdbc.update("""
                delete from reporting.sum_node_sum kept
                 using (select node_id, series, min(recorded) as since from reporting.sum_node_new group by node_id, series) n
                 where kept.node_id = n.node_id and kept.series = n.series and kept.recorded >= n.since
                """);
        List<Key> touched = jdbc.query(
                "select distinct node_id, series from reporting.sum_node_new",
                (row, _) -> new Key(row.getObject(1, UUID.class), row.getInt(2)));
        for (Key key : touched) {
            sumUp(key);
        }
    }

    private void sumUp(Key key) {
        Running running = new Running();
        jdbc.query("""
                select recorded, days, sums from reporting.sum_node_sum
                 where node_id = ? and series = ? order by recorded desc limit 1
                """, running::startWith, key.node(), key.series());
        jdbc.query(connection -> steps(connection, key, running.recorded), (ResultSet row) -> {
            OffsetDateTime recorded = row.getObject(1, OffsetDateTime.class);
            if (running.isFull() && !recorded.equals(running.recorded)) {
                keep(key, running);
            }
            running.add(recorded, row.getInt(2), row.getLong(3));
        });
    }

    private static PreparedStatement steps(Connection connection, Key key, OffsetDateTime after) throws SQLException {
        PreparedStatement steps = connection.prepareStatement("""
                select recorded, day - date '2000-01-01', amount from reporting.sum_node_step
                 where node_id = ? and series = ? and recorded > ? order by recorded, day
                """);
        steps.setFetchSize(FETCHED);
        steps.setObject(1, key.node());
        steps.setInt(2, key.series());
        steps.setObject(3, after);
        return steps;
    }

    private void keep(Key key, Running running) {
        Integer[] days = running.amounts.keySet().toArray(Integer[]::new);
        Long[] sums = new Long[days.length];
        long sum = 0;
        int n = 0;
        for (long amount : running.amounts.values()) {
            sum += amount;
            sums[n++] = sum;
        }
        jdbc.update(
                "insert into reporting.sum_node_sum (node_id, series, recorded, days, sums) values (?, ?, ?, ?, ?)",
                key.node(),
                key.series(),
                running.recorded,
                days,
                sums);
        running.steps = 0;
    }

    /** A series' amounts by day, as of what has been read. */
    private static final class Running {
        private final TreeMap<Integer, Long> amounts = new TreeMap<>();
        private OffsetDateTime recorded = Sealing.NOTHING;
        private int steps;

        void startWith(ResultSet last) throws SQLException {
            recorded = last.getObject(1, OffsetDateTime.class);
            Integer[] days = (Integer[]) last.getArray(2).getArray();
            Long[] sums = (Long[]) last.getArray(3).getArray();
            for (int n = 0; n < days.length; n++) {
                amounts.put(days[n], n == 0 ? sums[n] : sums[n] - sums[n - 1]);
            }
        }

        void add(OffsetDateTime at, int day, long amount) {
            recorded = at;
            amounts.merge(day, amount, (one, other) -> one + other == 0 ? null : one + other);
            steps++;
        }

        boolean isFull() {
            return steps >= Math.max(STEPS_AT_LEAST, amounts.size() / 2);
        }
    }
}
