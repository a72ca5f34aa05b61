package tusoi.org.members.people;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.contract.NameData;
import tusoi.org.ids.MemberId;
import tusoi.org.members.PersonKey;
import tusoi.org.members.histories.MemberStore;
import tusoi.org.members.people.CorrectionCommand.CorrectPerson;
import tusoi.org.text.Texts;
import tusoi.platform.audit.Audit;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.TransactionClock;

/** Persons as rows; asked as app. */
@Component
public class Persons {
    private final JdbcClient jdbc;
    private final PersonKey key;
    private final MemberStore members;
    private final TransactionClock clock;
    private final Audit audit;

    Persons(JdbcClient jdbc, PersonKey key, MemberStore members, TransactionClock clock, Audit audit) {
        this.jdbc = jdbc;
        this.key = key;
        this.members = members;
        this.clock = clock;
        this.audit = audit;
    }

    /** What is told of a person in the audit: no identifier. */
    private record Told(String fullName, LocalDate birthDate, String gender, boolean identifierChanged) {}

    private record Row(UUID id, UUID unitId, String fullName, LocalDate birthDate, String gender) {}

    /** 404 where row policies do not let the caller see the member. */
    public LocalDate birthDate(MemberId member) {
        return jdbc.sql("""
                        select p.birth_date from org.member m join org.person p on p.id = m.person_id where m.id = ?
                        """)
                .param(member.value())
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("The member"));
    }

    /** Before somebody is admitted again: party age goes back to the first time. */
    public void keepFirstAdmission(MemberId member) {
        jdbc.sql("update org.member set first_admitted_on = coalesce(first_admitted_on, admitted_on) where id = ?")
                .param(member.value())
                .update();
    }

    /** Keeps what was held until now, then writes what is right. 409 where the identifier is another person's. */
    void correct(MemberId member, CorrectPerson right, String reason) {
        Row before = jdbc.sql("""
                        select p.id, m.unit_id, p.full_name, p.birth_date, p.gender
                        from org.member m join org.person p on p.id = m.person_id where m.id = ?
                        """).param(member.value()).query(Row.class).single();
        OffsetDateTime at = clock.recordedAt().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into org.superseded_person
                        select id, full_name, birth_date, gender, identifier_cipher, identifier_hash, ?, name_folded, sort_key
                        from org.person where id = ?
                        """).params(at, before.id()).update();
        String name = right.fullName() == null ? before.fullName() : right.fullName();
        String identifier = right.personIdentifier();
        Row after = new Row(
                before.id(),
                before.unitId(),
                name,
                right.birthDate() == null ? before.birthDate() : right.birthDate(),
                right.gender() == null ? before.gender() : right.gender());
        write(after, identifier);
        members.announceName(member, new NameData(name));
        audit.changed(
                "org.person-corrected",
                "member",
                member.value(),
                before.unitId(),
                told(before, false),
                told(after, identifier != null),
                reason);
    }

    private void write(Row person, @Nullable String identifier) {
        try {
            jdbc.sql("""
                            update org.person
                            set full_name = ?, name_folded = ?, sort_key = ?, birth_date = ?, gender = ?,
                                identifier_cipher = coalesce(?, identifier_cipher), identifier_hash = coalesce(?, identifier_hash)
                            where id = ?
                            """)
                    .params(Arrays.asList(
                            person.fullName(),
                            Texts.fold(person.fullName()),
                            Texts.sortKey(person.fullName()),
                            person.birthDate(),
                            person.gender(),
                            identifier == null ? null : key.encrypt(identifier),
                            identifier == null ? null : key.hash(identifier),
                            person.id()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw ProblemException.duplicate("personIdentifier", "ORG-11: this is another person of the register");
        }
    }

    private static Told told(Row row, boolean identifierChanged) {
        return new Told(row.fullName(), row.birthDate(), row.gender(), identifierChanged);
    }
}
