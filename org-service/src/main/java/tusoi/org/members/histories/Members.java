package tusoi.org.members.histories;

import java.sql.Types;
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
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.text.Texts;
import tusoi.org.validity.Timeline;
import tusoi.platform.problems.ProblemException;

/** Memberships as aggregates, each version a whole picture; asked as app, or as loader for what the inbox brings. */
public class Members {
    private final JdbcClient jdbc;
    private final MemberRows rows;

    public Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new MemberRows(jdbc);
    }

    public record Stored(MemberHistory member, long version, Instant recordedAt) {}

    /** A person as entered. */
    public record Person(
            UUID id,
            String fullName,
            LocalDate birthDate,
            String gender,
            byte[] identifierCipher,
            byte[] identifierHash) {}

    /** Empty where nobody is seen, and for an entry that was joined with another. */
    public Optional<Stored> lock(MemberId id) {
        return jdbc.sql(
                        "select admitted_on, recognised_on, version, recorded_at from org.member where id = ? and merged_into is null for update")
                .param(id.value())
                .query((row, n) -> new Stored(
                        new MemberHistory(
                                id,
                                new Timeline<>(rows.slices(id)),
                                rows.movements(id),
                                row.getObject("admitted_on", LocalDate.class),
                                row.getObject("recognised_on", LocalDate.class)),
                        row.getLong("version"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The entry that goes on where this one was given up for another of the same person; empty where there is none. */
    public Optional<MemberId> kept(MemberId id) {
        return jdbc.sql("select id from org.kept_entry(?) as id where id is not null")
                .param(id.value())
                .query((row, n) -> new MemberId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** As it stands, without a lock. */
    public Optional<MemberHistory> read(MemberId id) {
        return jdbc.sql("select admitted_on, recognised_on from org.member where id = ? and merged_into is null")
                .param(id.value())
                .query((row, n) -> new MemberHistory(
                        id,
                        new Timeline<>(rows.slices(id)),
                        rows.movements(id),
                        row.getObject("admitted_on", LocalDate.class),
                        row.getObject("recognised_on", LocalDate.class)))
                .optional();
    }

    /** 409 where the person is entered already, in whatever unit. */
    public void add(Person person, MemberHistory member, @Nullable String reference, Instant recordedAt) {
        try {
            jdbc.sql("insert into org.person values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            person.id(),
                            person.fullName(),
                            Texts.fold(person.fullName()),
                            Texts.sortKey(person.fullName()),
                            person.birthDate(),
                            person.gender(),
                            person.identifierCipher(),
                            person.identifierHash()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw ProblemException.duplicate("personIdentifier", "ORG-11: this person is in the register already");
        }
        jdbc.sql("insert into org.member values (?, ?, ?, ?, ?, ?, 1, ?)")
                .params(Arrays.asList(
                        member.id().value(),
                        person.id(),
                        reference,
                        home(member).value(),
                        member.admittedOn(),
                        member.recognisedOn(),
                        at(recordedAt)))
                .update();
        rows.write(member, 1, recordedAt);
    }

    /** The last home; empty where there is no such member, or none that row policies let the caller see. */
    public Optional<UnitId> home(MemberId id) {
        return jdbc.sql("select unit_id from org.member where id = ?")
                .param(id.value())
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Appends a version: what was known until now stays, with its end. */
    public void save(MemberHistory member, long version, Instant recordedAt) {
        for (String table : List.of("membership_version", "movement_version")) {
            jdbc.sql("update org." + table + " set recorded_to = ? where member_id = ? and recorded_to = 'infinity'")
                    .params(Arrays.asList(at(recordedAt), member.id().value()))
                    .update();
        }
        rows.write(member, version, recordedAt);
        jdbc.sql("""
                        insert into org.superseded_days
                        select id, admitted_on, recognised_on, :at from org.member
                        where id = :id
                          and (admitted_on is distinct from :admitted or recognised_on is distinct from :recognised)
                        """)
                .param("id", member.id().value())
                .param("at", at(recordedAt))
                .param("admitted", member.admittedOn(), Types.DATE)
                .param("recognised", member.recognisedOn(), Types.DATE)
                .update();
        jdbc.sql("""
                        update org.member
                        set unit_id = ?, admitted_on = ?, recognised_on = ?, version = ?, recorded_at = ? where id = ?
                        """)
                .params(Arrays.asList(
                        home(member).value(),
                        member.admittedOn(),
                        member.recognisedOn(),
                        version,
                        at(recordedAt),
                        member.id().value()))
                .update();
    }

    public static UnitId home(MemberHistory member) {
        return member.slices().last().value().home();
    }

    static @Nullable UUID value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
