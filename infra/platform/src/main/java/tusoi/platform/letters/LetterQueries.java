package tusoi.platform.letters;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.LetterAction;
import tusoi.platform.letters.DeadLetterDetailView.Step;
import tusoi.platform.letters.DeadLetterView.Cause;
import tusoi.platform.letters.DeadLetterView.State;

/** One letter for what came and its mends that would not do; it stands as its last row does. */
final class LetterQueries {
    private static final int LONGEST_PAYLOAD = 1_000_000;
    private static final int MOST_STEPS = 200;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final String ROW = """
            select d.id, d.letter_id, d.topic, d.part, d.record_offset,
                   left(d.headers ->> 'ce_id', 200) as event_id, left(d.headers ->> 'ce_type', 200) as type,
                   left(d.headers ->> 'ce_time', 100) as recorded_at,
                   (select min(f.at) from platform.dead_letter f where f.letter_id = d.letter_id) as came_at,
                   coalesce(d.closed_as, case when d.mended_at is null then 'OPEN' else 'MENDED' end) as state,
                   d.mended_at, a.action as asked,
                   case when d.reason like 'Unreadable:%' then 'UNREADABLE' when d.reason like 'Not applied:%' then 'NOT_APPLIED'
                        when d.reason like 'Conflict:%' then 'CONFLICT' else 'VALUE_NOT_APPLIED' end as cause,
                   1 + (select count(*) from platform.dead_letter_step s
                         where s.letter_id = d.letter_id and s.action in ('FAILED', 'MENDED', 'REPLAYED')) as tries,
                   (select coalesce(max(s.number), 1) from platform.dead_letter_step s where s.letter_id = d.letter_id) as version
              from platform.dead_letter d
              left join platform.dead_letter_asked a using (letter_id)
             where not exists (select from platform.dead_letter l where l.letter_id = d.letter_id and l.id > d.id)
            """;

    private final JdbcClient jdbc;

    LetterQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With the place in the list. */
    record Listed(long place, DeadLetterView view) {}

    record Filter(
            @Nullable State state,
            @Nullable String topic,
            @Nullable String type) {}

    /** The latest first. */
    List<Listed> list(Filter filter, long before, int limit) {
        return jdbc.sql(ROW + """
                           and d.id < :before
                           and (:state::text is null
                                or (:state = 'OPEN' and d.mended_at is null)
                                or (d.mended_at is not null and coalesce(d.closed_as, 'MENDED') = :state))
                           and (:topic::text is null or d.topic = :topic)
                           and (:type::text is null or d.headers ->> 'ce_type' = :type)
                         order by d.id desc limit :limit
                        """)
                .param("before", before)
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR)
                .param("topic", filter.topic(), Types.VARCHAR)
                .param("type", filter.type(), Types.VARCHAR)
                .param("limit", limit)
                .query((row, number) -> new Listed(row.getLong("id"), view(row)))
                .list();
    }

    Optional<DeadLetterView> find(UUID letter) {
        return jdbc.sql(ROW + " and d.letter_id = :letter")
                .param("letter", letter)
                .query((row, number) -> view(row))
                .optional();
    }

    DeadLetterDetailView detail(DeadLetterView letter) {
        return jdbc.sql("""
                        select f.key, f.headers::text, f.payload, f.reason as first_reason,
                               nullif(l.held_through, 'infinity') as held_through,
                               coalesce((select s.told from platform.dead_letter_step s
                                          where s.letter_id = :letter and s.action = 'FAILED' and s.at > l.at
                                          order by s.number desc limit 1), l.reason) as reason
                          from (select * from platform.dead_letter where letter_id = :letter order by id limit 1) f,
                               (select * from platform.dead_letter where letter_id = :letter order by id desc limit 1) l
                        """)
                .param("letter", letter.id())
                .query((row, number) -> new DeadLetterDetailView(
                        letter,
                        row.getString("key"),
                        JsonMapper.shared().readValue(row.getString("headers"), HEADERS),
                        text(row.getBytes("payload")),
                        row.getString("reason"),
                        instant(row, "held_through"),
                        history(letter, row.getString("first_reason"))))
                .single();
    }

    private List<Step> history(DeadLetterView letter, String firstReason) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(1, LetterAction.CAME, letter.cameAt(), null, null, firstReason));
        steps.addAll(jdbc.sql("""
                        select * from (select number, action, at, account_id, service, told from platform.dead_letter_step
                                        where letter_id = ? order by number desc limit ?) latest
                         order by number
                        """)
                .params(letter.id(), MOST_STEPS - 1)
                .query((row, number) -> new Step(
                        row.getInt(1),
                        LetterAction.valueOf(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getString(6)))
                .list());
        return steps;
    }

    private static DeadLetterView view(ResultSet row) throws SQLException {
        var asked = row.getString("asked");
        return new DeadLetterView(
                row.getObject("letter_id", UUID.class),
                row.getString("topic"),
                row.getInt("part"),
                row.getLong("record_offset"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("recorded_at"),
                row.getObject("came_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                instant(row, "mended_at"),
                asked == null ? null : LetterAction.valueOf(asked),
                Cause.valueOf(row.getString("cause")),
                row.getInt("tries"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var instant = row.getObject(column, OffsetDateTime.class);
        return instant == null ? null : instant.toInstant();
    }

    private static @Nullable String text(byte @Nullable [] payload) {
        if (payload == null) {
            return null;
        }
        var text = new String(payload, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), LONGEST_PAYLOAD));
    }
}
