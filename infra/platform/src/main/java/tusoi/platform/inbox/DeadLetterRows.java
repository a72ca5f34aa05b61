package tusoi.platform.inbox;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.time.TimeLimits;

/** The table of what could not be taken. */
final class DeadLetterRows implements Burials {
    private static final int REASON_LENGTH = 1000;
    static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    DeadLetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds what is complete of the producer to just before the record's own time, or to where it stands, where the record does not
     * tell its time or comes too late; after a rebuild to where it was held before. A record that is there already is not added
     * again; of a mend the reason is the last one, as it may be another each time.
     */
    @Override
    public void add(Incoming record, String reason) {
        add(record, record.payload(), reason, """
                coalesce((select held_through from platform.dead_letter_held where topic = :topic and digest = :digest),
                         greatest(cast(:justBefore as timestamptz), (select complete_through from platform.inbox_watermark where producer = :producer)),
                         'epoch')
                """);
    }

    /**
     * Of a value of a compacted topic, without it. Such a value has no recorded time, and no figure rests on it: it holds nothing. False
     * where it is there already.
     */
    boolean addLatest(Incoming record, String reason) {
        return add(record, null, reason, "'infinity'");
    }

    private boolean add(Incoming record, byte @Nullable [] payload, String reason, String heldThrough) {
        var recordedAt = recordedAt(record);
        var added = jdbc.sql("""
                        insert into platform.dead_letter
                            (topic, part, record_offset, producer, key, headers, payload, digest, mend_of, reason, held_through)
                        select :topic, :part, :offset, :producer, :key, cast(:headers as jsonb), :payload, :digest, :mendOf,
                               :reason, %s
                        where not exists (select from platform.dead_letter
                                           where topic = :topic and digest = :digest and mended_at is null)
                        """.formatted(heldThrough))
                .param("topic", record.topic())
                .param("part", record.partition())
                .param("offset", record.offset())
                .param("producer", InboxProperties.producerOf(record.topic()))
                .param("key", record.key() == null ? null : KeptFaults.kept(record.key()))
                .param("headers", JsonMapper.shared().writeValueAsString(kept(record.headers())))
                .param("payload", payload, Types.BINARY)
                .param("digest", Digests.ofRecord(record))
                .param(
                        "mendOf",
                        record.mendOf() == null ? null : HexFormat.of().parseHex(record.mendOf()),
                        Types.BINARY)
                .param("reason", shortened(reason))
                .param(
                        "justBefore",
                        recordedAt == null
                                ? null
                                : recordedAt.minus(1, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (added == 0 && record.mendOf() != null) {
            jdbc.sql("update platform.dead_letter set reason = ? where topic = ? and digest = ? and mended_at is null")
                    .params(shortened(reason), record.topic(), Digests.ofRecord(record))
                    .update();
        }
        return added > 0;
    }

    private static @Nullable Instant recordedAt(Incoming record) {
        var time = record.header("ce_time");
        try {
            return time == null ? null : TimeLimits.instant(time);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    static String shortened(String reason) {
        return KeptFaults.shortened(reason, REASON_LENGTH);
    }

    private static Map<String, String> kept(Map<String, String> headers) {
        var kept = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> kept.put(KeptFaults.kept(name), KeptFaults.kept(value)));
        return kept;
    }

    /** Closes the original's row, and that of an earlier mend which did not do. Their letter, where they were open. */
    Optional<UUID> close(String topic, byte[] digest, LetterAction as) {
        return jdbc
                .sql("""
                        update platform.dead_letter set mended_at = clock_timestamp(), closed_as = :as
                        where topic = :topic and mended_at is null and (digest = :digest or mend_of = :digest)
                        returning letter_id
                        """)
                .param("as", as.name())
                .param("topic", topic)
                .param("digest", digest)
                .query(UUID.class)
                .list()
                .stream()
                .findFirst();
    }

    /** Closes letters of values that have been taken after all, or whose key has a later value by now. */
    List<UUID> closeLatest(String topic, Collection<String> keys) {
        return jdbc.sql("""
                        update platform.dead_letter set mended_at = clock_timestamp(), closed_as = 'REPLAYED'
                        where topic = :topic and mended_at is null and key = any (:keys)
                        returning letter_id
                        """)
                .param("topic", topic)
                .param("keys", SqlArrays.of("text", List.copyOf(keys), key -> key))
                .query(UUID.class)
                .list();
    }

    Optional<UUID> letterOf(Incoming record) {
        return jdbc.sql(
                        "select letter_id from platform.dead_letter where topic = ? and digest = ? and mended_at is null")
                .params(record.topic(), Digests.ofRecord(record))
                .query(UUID.class)
                .optional();
    }

    record Open(UUID letter, String reason) {}

    /** What could not be taken last of the letter that a mend is for. */
    Optional<Open> openOf(Mend mend) {
        return jdbc.sql("""
                        select letter_id, reason from platform.dead_letter
                        where topic = :topic and mended_at is null and (digest = :digest or mend_of = :digest)
                        order by id desc limit 1
                        """)
                .param("topic", mend.topic())
                .param("digest", mend.digestBytes())
                .query((row, number) -> new Open(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }

    boolean isLatestValue(UUID letter) {
        return jdbc.sql(
                        "select exists (select from platform.dead_letter where letter_id = ? and held_through = 'infinity')")
                .param(letter)
                .query(Boolean.class)
                .single();
    }

    /** Its rows that are open, what came first. */
    List<DeadLetter> openOf(UUID letter) {
        return jdbc.sql(
                        "select * from platform.dead_letter where letter_id = ? and mended_at is null order by id limit 50")
                .param(letter)
                .query(LETTER)
                .list();
    }

    /** All its rows, what came first. */
    List<DeadLetter> ofLetter(UUID letter) {
        return jdbc.sql("select * from platform.dead_letter where letter_id = ? order by id limit 50")
                .param(letter)
                .query(LETTER)
                .list();
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
            row.getObject("letter_id", UUID.class),
            row.getString("topic"),
            row.getInt("part"),
            row.getLong("record_offset"),
            row.getString("key"),
            JsonMapper.shared().readValue(row.getString("headers"), HEADERS),
            row.getBytes("payload"),
            Objects.requireNonNullElse(row.getBytes("mend_of"), row.getBytes("digest")),
            row.getString("reason"),
            row.getObject("at", OffsetDateTime.class).toInstant());
}
