package tusoi.reporting.sums;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;

/**
 * Keeps, each time that so many steps of a series have been recorded, the sum of all before them for every day: an answer reads one of
 * these and the few steps after it. How many is at least twice the days that a sum is kept for, so that sums take no more room than
 * steps.
 */
@Component
class WholeSums {
    private static final int STEPS_AT_LEAST = 1_000;
    private static final int FETCHED = 10_000;

    private final JdbcTemplate jdbc;

    WholeSums(@Loader DataSource loader) {
        this.jdbc = new JdbcTemplate(loader);
        jdbc.setFetchSize(FETCHED);
    }

    /** Reads the steps after the last sum of each series that has had steps since, in their order; returns how many sums were kept. */
    @Nullable
    Integer add() {
        return jdbc.execute((Connection connection) -> {
            try (PreparedStatement insert = connection.prepareStatement(
                            "insert into reporting.sum_whole (series, recorded, days, sums) values (?, ?, ?, ?)");
                    PreparedStatement steps = connection.prepareStatement("""
                            select s.series, s.recorded, s.day - date '2000-01-01', s.amount
                              from (select distinct series from reporting.sum_new) fresh
                              left join lateral (select max(w.recorded) as recorded from reporting.sum_whole w
                                                  where w.series = fresh.series) last on true
                              join reporting.sum_whole_step s
                                on s.series = fresh.series and s.recorded > coalesce(last.recorded, '-infinity')
                             order by s.series, s.recorded, s.day
                            """)) {
                steps.setFetchSize(FETCHED);
                return read(connection, steps, insert);
            }
        });
    }

    private static int read(Connection connection, PreparedStatement steps, PreparedStatement insert)
            throws SQLException {
        @Nullable Running running = null;
        int kept = 0;
        try (ResultSet rows = steps.executeQuery()) {
            while (rows.next()) {
                int series = rows.getInt(1);
                OffsetDateTime recorded = rows.getObject(2, OffsetDateTime.class);
                if (running == null || running.series != series) {
                    running = new Running(series, last(connection, series));
                } else if (running.isFull() && !recorded.equals(running.recorded)) {
                    running.keep(connection, insert);
                    kept++;
                }
                running.add(recorded, rows.getInt(3), rows.getLong(4));
            }
        }
        return kept;
    }

    private static TreeMap<Integer, Long> last(Connection connection, int series) throws SQLException {
        TreeMap<Integer, Long> amounts = new TreeMap<>();
        try (PreparedStatement last = connection.prepareStatement(
                "select days, sums from reporting.sum_whole where series = ? order by recorded desc limit 1")) {
            last.setInt(1, series);
            try (ResultSet rows = last.executeQuery()) {
                if (rows.next()) {
                    Integer[] days = (Integer[]) rows.getArray(1).getArray();
                    Long[] sums = (Long[]) rows.getArray(2).getArray();
                    for (int n = 0; n < days.length; n++) {
                        amounts.put(days[n], n == 0 ? sums[n] : sums[n] - sums[n - 1]);
                    }
                }
            }
        }
        return amounts;
    }

    /** A series' amounts by day, as of what has been read. */
    private static final class Running {
        private final int series;
        private final TreeMap<Integer, Long> amounts;
        private OffsetDateTime recorded = OffsetDateTime.MIN;
        private int steps;

        Running(int series, TreeMap<Integer, Long> amounts) {
            this.series = series;
            this.amounts = amounts;
        }

        void add(OffsetDateTime at, int day, long amount) {
            recorded = at;
            amounts.merge(day, amount, (one, other) -> one + other == 0 ? null : one + other);
            steps++;
        }

        boolean isFull() {
            return steps >= Math.max(STEPS_AT_LEAST, 2 * amounts.size());
        }

        void keep(Connection connection, PreparedStatement insert) throws SQLException {
            Integer[] days = new Integer[amounts.size()];
            Long[] sums = new Long[amounts.size()];
            long sum = 0;
            int n = 0;
            for (Map.Entry<Integer, Long> amount : amounts.entrySet()) {
                sum += amount.getValue();
                days[n] = amount.getKey();
                sums[n++] = sum;
            }
            insert.setInt(1, series);
            insert.setObject(2, recorded);
            insert.setArray(3, connection.createArrayOf("int4", days));
            insert.setArray(4, connection.createArrayOf("int8", sums));
            insert.executeUpdate();
            steps = 0;
        }
    }
}
