package tusoi.platform.inbox;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of what could not be taken. */
final class DeadLetterRows {
    private static final int REASON_LENGTH = 1000;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    DeadLetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds what is complete of the producer where it stands. A record that is there already is not added again. */
    void add(Incoming record, boolean withPayload, String reason) {
        var digest = Digests.ofRecord(record);
        var producer = InboxProperties.producerOf(record.topic());
        jdbc.sql("""
                        insert into platform.dead_letter
                            (topic, part, record_offset, producer, key, headers, payload, digest, reason, held_through)
                        select ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?,
                               coalesce((select complete_through from platform.inbox_watermark where producer = ?), 'epoch')
                        where not exists (select from platform.dead_letter where topic = ? and digest = ? and mended_at is null)
                        """)
                .params(Arrays.asList(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        producer,
                        record.key(),
                        JsonMapper.shared().writeValueAsString(record.headers()),
                        withPayload ? record.payload() : null,
                        digest,
                        shortened(reason),
                        producer,
                        record.topic(),
                        digest))
                .update();
    }

    private static String shortened(String reason) {
        return reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) : reason;
    }

    /** Closes the original's letter, and that of an earlier mend which did not do. */
    void mended(Mend mend) {
        jdbc.sql("""
                        update platform.dead_letter set mended_at = clock_timestamp()
                        where topic = ? and mended_at is null and (digest = ? or (part, record_offset) = (?, ?))
                        """)
                .param(mend.topic())
                .param(mend.digestBytes())
                .param(mend.partition())
                .param(mend.offset())
                .update();
    }

    List<DeadLetter> open(long afterId, int size) {
        return jdbc.sql("select * from platform.dead_letter where mended_at is null and id > ? order by id limit ?")
                .param(afterId)
                .param(size)
                .query(LETTER)
                .list();
    }

    @Nullable
    DeadLetter find(long id) {
        return jdbc.sql("select * from platform.dead_letter where id = ?")
                .param(id)
                .query(LETTER)
                .optional()
                .orElse(null);
    }

    private static final RowMapper<DeadLetter> LETTER = (row, number) -> new DeadLetter(
            row.getLong("id"),
            row.getString("topic"),
            row.getInt("part"),
            row.getLong("record_offset"),
            row.getString("key"),
            JsonMapper.shared().readValue(row.getString("headers"), HEADERS),
            row.getBytes("payload"),
            row.getBytes("digest"),
            row.getString("reason"),
            row.getObject("at", OffsetDateTime.class).toInstant());
}
