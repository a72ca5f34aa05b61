package tusoi.org.members;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tusoi.org.contract.NameData;
import tusoi.org.contract.OrgEvents;
import tusoi.org.ids.MemberId;
import tusoi.org.members.domain.Entries;
import tusoi.org.members.domain.MemberChange;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.domain.Membership;
import tusoi.org.members.domain.Movement;
import tusoi.org.members.histories.MemberJournal;
import tusoi.org.members.histories.RowPolicies;
import tusoi.org.text.Texts;
import tusoi.org.validity.Slice;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;

/**
 * Registers many existing members in the running transaction of the app, a thousand at a time: the same rows and the same
 * event for each as a registration one by one, all with one recorded instant. The caller has checked the homes.
 */
@Component
public class BulkRegistration {
    private static final int ROWS = 1000;

    private final JdbcClient jdbc;
    private final OrgEvents events;

    BulkRegistration(JdbcClient jdbc, OrgEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    public Batch begin(Instant recordedAt, UUID actor) {
        RowPolicies.forMany(jdbc);
        return new Batch(recordedAt, actor);
    }

    private record Entry(Newcomer newcomer, MemberHistory member) {}

    private record Stay(UUID member, Slice<Membership> slice) {}

    /** Members on their way in; the last of them are written by {@link #finish}. */
    public final class Batch {
        private final Instant recordedAt;
        private final UUID actor;
        private final List<Entry> entries = new ArrayList<>();

        private Batch(Instant recordedAt, UUID actor) {
            this.recordedAt = recordedAt;
            this.actor = actor;
        }

        /** A rule violation or a 409 problem ends the transaction. */
        public void add(Newcomer newcomer) {
            MemberHistory member = Entries.register(
                            new MemberId(newcomer.memberId()), newcomer.stay().member(), (unit, from, to) -> true)
                    .orThrow(Overrides.NONE)
                    .state();
            entries.add(new Entry(newcomer, member));
            events.member(MemberJournal.type(MemberChange.REGISTERED), 1, MemberJournal.data(member));
            events.name(newcomer.memberId(), new NameData(newcomer.identity().fullName()));
            if (entries.size() == ROWS) {
                finish();
            }
        }

        public void finish() {
            if (entries.isEmpty()) {
                return;
            }
            try {
                writePersons();
            } catch (DuplicateKeyException e) {
                throw ProblemException.duplicate(
                        "person_identifier", "ORG-11: somebody of this file has been entered in the meantime");
            }
            writeMembers();
            writeStays();
            writeMovements();
            entries.clear();
        }

        private void writePersons() {
            List<Newcomer.Identity> persons =
                    entries.stream().map(entry -> entry.newcomer().identity()).toList();
            jdbc.sql("""
                            insert into org.person select * from unnest(
                                :ids::uuid[], :names::text[], :folded::text[], :keys::text[], :births::date[], :genders::text[],
                                :ciphers::bytea[], :hashes::bytea[])
                            """)
                    .param("ids", SqlArrays.of("uuid", persons, Newcomer.Identity::personId))
                    .param("names", SqlArrays.of("text", persons, Newcomer.Identity::fullName))
                    .param("folded", SqlArrays.of("text", persons, person -> Texts.fold(person.fullName())))
                    .param("keys", SqlArrays.of("text", persons, person -> Texts.sortKey(person.fullName())))
                    .param("births", SqlArrays.of("date", persons, Newcomer.Identity::birthDate))
                    .param("genders", SqlArrays.of("text", persons, Newcomer.Identity::gender))
                    .param("ciphers", SqlArrays.bytes(persons, Newcomer.Identity::identifierCipher))
                    .param("hashes", SqlArrays.bytes(persons, Newcomer.Identity::identifierHash))
                    .update();
        }

        private void writeMembers() {
            SqlArrayValue ids =
                    SqlArrays.of("uuid", entries, entry -> entry.newcomer().memberId());
            SqlArrayValue homes = SqlArrays.of(
                    "uuid", entries, entry -> entry.newcomer().stay().home());
            jdbc.sql("""
                            insert into org.member
                            select id, person_id, reference, unit_id, admitted_on, recognised_on, 1, :at
                            from unnest(:ids::uuid[], :persons::uuid[], :references::text[], :units::uuid[],
                                        :admitted::date[], :recognised::date[])
                                as t(id, person_id, reference, unit_id, admitted_on, recognised_on)
                            """)
                    .param("ids", ids)
                    .param("persons", SqlArrays.of("uuid", entries, entry -> entry.newcomer()
                            .identity()
                            .personId()))
                    .param("references", SqlArrays.of("text", entries, entry -> entry.newcomer()
                            .reference()))
                    .param("units", homes)
                    .param("admitted", SqlArrays.of("date", entries, entry -> entry.member()
                            .admittedOn()))
                    .param("recognised", SqlArrays.of("date", entries, entry -> entry.member()
                            .recognisedOn()))
                    .param("at", recordedAt.atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("insert into org.member_unit select * from unnest(:ids::uuid[], :units::uuid[])")
                    .param("ids", ids)
                    .param("units", homes)
                    .update();
            jdbc.sql("""
                            insert into org.member_decision
                            select id, 1, 'REGISTERED', null, null, '[]'::jsonb, :at, :actor from unnest(:ids::uuid[]) as t(id)
                            """)
                    .param("ids", ids)
                    .param("at", recordedAt.atOffset(ZoneOffset.UTC))
                    .param("actor", actor)
                    .update();
        }

        private void writeStays() {
            List<Stay> stays = entries.stream()
                    .flatMap(entry -> entry.member().slices().slices().stream()
                            .map(slice -> new Stay(entry.newcomer().memberId(), slice)))
                    .toList();
            jdbc.sql("""
                            insert into org.membership_version
                                (member_id, version, recorded_from, valid_from, valid_to, unit_id, state, exempt, suspended)
                            select member_id, 1, :at, valid_from, coalesce(valid_to, 'infinity'), unit_id, state, exempt, false
                            from unnest(:members::uuid[], :from::date[], :to::date[], :units::uuid[], :states::text[], :exempt::bool[])
                                as t(member_id, valid_from, valid_to, unit_id, state, exempt)
                            """)
                    .param("at", recordedAt.atOffset(ZoneOffset.UTC))
                    .param("members", SqlArrays.of("uuid", stays, Stay::member))
                    .param("from", SqlArrays.of("date", stays, stay -> stay.slice()
                            .from()))
                    .param("to", SqlArrays.of("date", stays, stay -> stay.slice()
                            .to()))
                    .param("units", SqlArrays.of("uuid", stays, stay -> stay.slice()
                            .value()
                            .home()
                            .value()))
                    .param("states", SqlArrays.of("text", stays, stay -> stay.slice()
                            .value()
                            .state()
                            .name()))
                    .param("exempt", SqlArrays.of("bool", stays, stay -> stay.slice()
                            .value()
                            .exempt()))
                    .update();
        }

        private void writeMovements() {
            jdbc.sql("""
                            insert into org.movement_version (member_id, version, place, recorded_from, on_day, kind, unit_id)
                            select member_id, 1, 0, :at, on_day, kind, unit_id
                            from unnest(:members::uuid[], :days::date[], :kinds::text[], :units::uuid[])
                                as t(member_id, on_day, kind, unit_id)
                            """)
                    .param("at", recordedAt.atOffset(ZoneOffset.UTC))
                    .param("members", SqlArrays.of("uuid", entries, entry -> entry.newcomer()
                            .memberId()))
                    .param("days", SqlArrays.of("date", entries, entry -> entrance(entry)
                            .on()))
                    .param("kinds", SqlArrays.of("text", entries, entry -> entrance(entry)
                            .kind()
                            .name()))
                    .param("units", SqlArrays.of("uuid", entries, entry -> entry.newcomer()
                            .stay()
                            .home()))
                    .update();
        }

        private static Movement entrance(Entry entry) {
            return entry.member().movements().getFirst();
        }
    }
}
