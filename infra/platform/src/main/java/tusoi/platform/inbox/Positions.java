package tusoi.platform.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.persistence.SqlArrays;

/** Positions in the database, moved in the transaction of what was taken. */
final class Positions {
    private final JdbcClient jdbc;

    Positions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<TopicPartition, Position> load() {
        var positions = new HashMap<TopicPartition, Position>();
        jdbc.sql("select topic, part, topic_id, next_offset from platform.inbox_position")
                .query((row, number) -> new Position(
                        new TopicPartition(row.getString(1), row.getInt(2)), row.getString(3), row.getLong(4)))
                .list()
                .forEach(position -> positions.put(position.partition(), position));
        return positions;
    }

    /** Starts partitions, those of a topic that has come anew as well. */
    void start(Collection<Position> positions) {
        var rows = List.copyOf(positions);
        jdbc.sql("""
                        insert into platform.inbox_position (topic, part, topic_id, next_offset)
                        select * from unnest(?, ?, ?, ?)
                        on conflict (topic, part)
                        do update set topic_id = excluded.topic_id, next_offset = excluded.next_offset
                        """)
                .param(SqlArrays.of(
                        "text", rows, position -> position.partition().topic()))
                .param(SqlArrays.of(
                        "int4", rows, position -> position.partition().partition()))
                .param(SqlArrays.of("text", rows, Position::topicId))
                .param(SqlArrays.of("int8", rows, Position::next))
                .update();
    }

    /** Throws {@link Moved} unless all stand in the database as they do here. */
    void check(Collection<Position> positions) {
        var rows = List.copyOf(positions);
        var same = jdbc.sql("""
                        select count(*) from platform.inbox_position p
                        join unnest(?, ?, ?, ?) as e(topic, part, topic_id, next_offset)
                            using (topic, part, topic_id, next_offset)
                        """)
                .param(SqlArrays.of(
                        "text", rows, position -> position.partition().topic()))
                .param(SqlArrays.of(
                        "int4", rows, position -> position.partition().partition()))
                .param(SqlArrays.of("text", rows, Position::topicId))
                .param(SqlArrays.of("int8", rows, Position::next))
                .query(Integer.class)
                .single();
        if (same != rows.size()) {
            throw new Moved();
        }
    }

    /** Compares and sets: an instance that was replaced, or a rebuild that began, makes it throw {@link Moved}. */
    void move(Collection<Position> from, Map<TopicPartition, Long> to) {
        var rows = from.stream()
                .filter(position -> to.containsKey(position.partition()))
                .toList();
        var moved = jdbc.sql("""
                        update platform.inbox_position p set next_offset = e.after
                        from unnest(?, ?, ?, ?, ?) as e(topic, part, topic_id, before, after)
                        where (p.topic, p.part, p.topic_id, p.next_offset) = (e.topic, e.part, e.topic_id, e.before)
                        """)
                .param(SqlArrays.of(
                        "text", rows, position -> position.partition().topic()))
                .param(SqlArrays.of(
                        "int4", rows, position -> position.partition().partition()))
                .param(SqlArrays.of("text", rows, Position::topicId))
                .param(SqlArrays.of("int8", rows, Position::next))
                .param(SqlArrays.of("int8", rows, position -> to.get(position.partition())))
                .update();
        if (moved != to.size()) {
            throw new Moved();
        }
    }

    /** Lets nobody move them until the transaction is over. */
    void hold() {
        jdbc.sql("select topic from platform.inbox_position order by topic, part for update")
                .query(String.class)
                .list();
    }

    /** Lets a partition be read again from there on; whoever leads then finds that it was {@link Moved}. */
    boolean goBack(String topic, int part, long offset) {
        return jdbc.sql(
                                "update platform.inbox_position set next_offset = ? where topic = ? and part = ? and next_offset > ?")
                        .params(offset, topic, part, offset)
                        .update()
                == 1;
    }

    /** Somebody else moved the positions; they have to be read again. */
    static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1;

        Moved() {
            super("The inbox's positions were moved by another instance or a rebuild");
        }
    }
}
