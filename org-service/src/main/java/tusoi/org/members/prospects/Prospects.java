package tusoi.org.members.prospects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.PersonKey;
import tusoi.org.members.domain.Admission.Introduction;
import tusoi.org.members.histories.Identity;
import tusoi.org.text.Texts;
import tusoi.platform.problems.ProblemException;

/** Prospects as rows, within the caller's scope. */
@Repository
class Prospects {
    private final JdbcClient jdbc;
    private final PersonKey key;

    Prospects(JdbcClient jdbc, PersonKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    record Stored(
            UUID id,
            UnitId unit,
            Identity identity,
            LocalDate since,
            String state,
            int introducers,
            long version,
            Instant recordedAt) {}

    Optional<Stored> lock(UUID id) {
        return jdbc.sql("""
                        select p.*, (select count(*) from org.prospect_introducer i where i.prospect_id = p.id) as introducers
                        from org.prospect p where p.id = ? for update
                        """).param(id).query((row, n) -> stored(row)).optional();
    }

    /** 409 where a branch has the same person in view already. */
    void add(UUID id, UnitId unit, Identity identity, LocalDate since, Instant recordedAt) {
        try {
            jdbc.sql("""
                            insert into org.prospect
                                (id, unit_id, full_name, name_folded, sort_key, birth_date, gender, identifier_cipher,
                                 identifier_hash, since, state, version, recorded_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', 1, ?)
                            """)
                    .params(
                            id,
                            unit.value(),
                            identity.fullName(),
                            Texts.fold(identity.fullName()),
                            Texts.sortKey(identity.fullName()),
                            identity.birthDate(),
                            identity.gender(),
                            key.encrypt(identity.personIdentifier()),
                            key.hash(identity.personIdentifier()),
                            since,
                            at(recordedAt))
                    .update();
        } catch (DuplicateKeyException e) {
            throw ProblemException.duplicate("personIdentifier", "A branch has this person in view already");
        }
        keepVersion(id, recordedAt);
    }

    /** 409 where the member introduces already. */
    void introduce(UUID prospect, MemberId introducer, LocalDate knownSince, Instant recordedAt) {
        try {
            jdbc.sql("insert into org.prospect_introducer values (?, ?, ?, ?)")
                    .params(prospect, introducer.value(), knownSince, at(recordedAt))
                    .update();
        } catch (DuplicateKeyException e) {
            throw ProblemException.duplicate("memberId", "This member introduces already");
        }
    }

    /** Each introducer as on the day of admission. */
    List<Introduction> introductions(UUID prospect, LocalDate on) {
        return jdbc.sql("""
                        select i.known_since,
                               exists (select 1 from org.membership_version s
                                       where s.member_id = org.kept_entry(i.member_id) and s.recorded_to = 'infinity' and s.state = 'OFFICIAL'
                                         and s.valid_from <= :day and s.valid_to > :day) as official
                        from org.prospect_introducer i where i.prospect_id = :prospect
                        """)
                .param("prospect", prospect)
                .param("day", on)
                .query((row, n) ->
                        new Introduction(row.getObject("known_since", LocalDate.class), row.getBoolean("official")))
                .list();
    }

    void touch(UUID prospect, long version, Instant recordedAt) {
        jdbc.sql("update org.prospect set version = ?, recorded_at = ? where id = ?")
                .params(version, at(recordedAt), prospect)
                .update();
        keepVersion(prospect, recordedAt);
    }

    void close(
            UUID prospect,
            String state,
            LocalDate on,
            @Nullable String reason,
            @Nullable MemberId member,
            long version,
            Instant recordedAt) {
        jdbc.sql("""
                        update org.prospect
                        set state = ?, closed_on = ?, reason = ?, member_id = ?, version = ?, recorded_at = ? where id = ?
                        """)
                .params(Arrays.asList(
                        state, on, reason, member == null ? null : member.value(), version, at(recordedAt), prospect))
                .update();
        keepVersion(prospect, recordedAt);
    }

    /** What it is from now on; what it was has its end. */
    private void keepVersion(UUID id, Instant recordedAt) {
        jdbc.sql("update org.prospect_version set recorded_to = ? where id = ? and recorded_to = 'infinity'")
                .params(at(recordedAt), id)
                .update();
        jdbc.sql("""
                        insert into org.prospect_version
                        select id, version, recorded_at, 'infinity', state, closed_on, reason, member_id
                        from org.prospect where id = ?
                        """).param(id).update();
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                new UnitId(row.getObject("unit_id", UUID.class)),
                new Identity(
                        row.getString("full_name"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("gender"),
                        key.decrypt(row.getBytes("identifier_cipher"))),
                row.getObject("since", LocalDate.class),
                row.getString("state"),
                row.getInt("introducers"),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
