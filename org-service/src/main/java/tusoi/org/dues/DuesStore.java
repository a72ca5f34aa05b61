package tusoi.org.dues;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.dues.domain.Payment;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.problems.ProblemException;

/** Payments and books; a statement takes all of a branch's month. */
@Repository
class DuesStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    DuesStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A version of a payment on its way in. */
    record Entry(
            Payment payment,
            long version,
            boolean isVoid,
            @Nullable String reason,
            String profile,
            List<Answered> warnings) {}

    record Answered(String rule, String detail, String reason) {}

    record Stored(UUID unit, Payment payment, long version, boolean isVoid, Instant recordedAt) {}

    /** One at a time in a branch. */
    void lockOf(UUID unit) {
        jdbc.sql("select pg_advisory_xact_lock(20083, hashtext(?::text))")
                .param(unit)
                .query()
                .singleRow();
    }

    /** Those of the members whose month has a payment; by now at which version, also where it was taken back. */
    Map<UUID, Stored> stored(List<UUID> members, YearMonth month) {
        return jdbc
                .sql("""
                        select member_id, unit_id, amount, category, paid_on, received_by, version, void, recorded_from
                        from org.dues_payment
                        where member_id = any (:members::uuid[]) and month = :month and recorded_to = 'infinity'
                        """)
                .param("members", SqlArrays.of("uuid", members, member -> member))
                .param("month", month.atDay(1))
                .query((row, n) -> new Stored(
                        row.getObject("unit_id", UUID.class),
                        new Payment(
                                row.getObject("member_id", UUID.class),
                                month,
                                row.getLong("amount"),
                                Payment.Category.valueOf(row.getString("category")),
                                null,
                                row.getObject("paid_on", LocalDate.class),
                                row.getObject("received_by", UUID.class)),
                        row.getLong("version"),
                        row.getBoolean("void"),
                        row.getObject("recorded_from", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(stored -> stored.payment().member(), stored -> stored));
    }

    Stored lock(UUID member, YearMonth month) {
        jdbc.sql("""
                        select 1 from org.dues_payment where member_id = ? and month = ? and recorded_to = 'infinity' for update
                        """).params(member, month.atDay(1)).query().listOfRows();
        Stored stored = stored(List.of(member), month).get(member);
        if (stored == null) {
            throw ProblemException.notFound("The payment");
        }
        return stored;
    }

    void save(UUID unit, List<Entry> entries, UUID actor, Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update org.dues_payment p set recorded_to = :at
                        from unnest(:members::uuid[], :months::date[]) as t(member_id, month)
                        where p.member_id = t.member_id and p.month = t.month and p.recorded_to = 'infinity'
                        """)
                .param("at", at)
                .param("members", SqlArrays.of("uuid", entries, entry -> entry.payment()
                        .member()))
                .param("months", SqlArrays.of("date", entries, entry -> entry.payment()
                        .month()
                        .atDay(1)))
                .update();
        jdbc.sql("""
                        insert into org.dues_payment
                            (member_id, month, version, recorded_from, unit_id, amount, category, paid_on, received_by, void, reason,
                             profile, warnings, actor)
                        select member_id, month, version, :at, :unit, amount, category, paid_on, received_by, void, reason,
                               profile, warnings::jsonb, :actor
                        from unnest(:members::uuid[], :months::date[], :versions::int8[], :amounts::int8[], :categories::text[],
                                    :days::date[], :receivers::uuid[], :voids::bool[], :reasons::text[], :profiles::text[],
                                    :warnings::text[])
                            as t(member_id, month, version, amount, category, paid_on, received_by, void, reason, profile, warnings)
                        """)
                .param("at", at)
                .param("unit", unit)
                .param("actor", actor)
                .param("members", SqlArrays.of("uuid", entries, entry -> entry.payment()
                        .member()))
                .param("months", SqlArrays.of("date", entries, entry -> entry.payment()
                        .month()
                        .atDay(1)))
                .param("versions", SqlArrays.of("int8", entries, Entry::version))
                .param("amounts", SqlArrays.of("int8", entries, entry -> entry.payment()
                        .amount()))
                .param("categories", SqlArrays.of("text", entries, entry -> entry.payment()
                        .category()
                        .name()))
                .param("days", SqlArrays.of("date", entries, entry -> entry.payment()
                        .paidOn()))
                .param("receivers", SqlArrays.of("uuid", entries, entry -> entry.payment()
                        .receivedBy()))
                .param("voids", SqlArrays.of("bool", entries, Entry::isVoid))
                .param("reasons", SqlArrays.of("text", entries, Entry::reason))
                .param("profiles", SqlArrays.of("text", entries, Entry::profile))
                .param("warnings", SqlArrays.of("text", entries, entry -> json.writeValueAsString(entry.warnings())))
                .update();
    }

    /** False where it is closed already. */
    boolean close(UUID unit, YearMonth month, LocalDate closedOn, UUID actor, Instant recordedAt) {
        return jdbc.sql("insert into org.dues_book values (?, ?, ?, ?, ?) on conflict do nothing")
                        .params(unit, month.atDay(1), closedOn, recordedAt.atOffset(ZoneOffset.UTC), actor)
                        .update()
                == 1;
    }

    /** Which of the ids are members that the caller may see. */
    Set<UUID> known(List<UUID> members) {
        return new HashSet<>(jdbc.sql("select id from org.member where id = any (?::uuid[])")
                .param(SqlArrays.of("uuid", members, member -> member))
                .query(UUID.class)
                .list());
    }
}
