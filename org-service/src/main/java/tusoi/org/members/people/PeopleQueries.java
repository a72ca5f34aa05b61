package tusoi.org.members.people;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.problems.ProblemException;

/** What was corrected, and who may have been entered twice. */
@Component
@Transactional(readOnly = true)
class PeopleQueries {
    private final JdbcClient jdbc;

    PeopleQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param what CorrectPerson, CorrectDays, CorrectMovement or TakeBack; null for a merge
     * @param joinedWith the entry that was given up for this one
     */
    record CorrectionView(
            long version,
            @Nullable String what,
            @Nullable String reason,
            @Nullable UUID joinedWith,
            OffsetDateTime recordedAt,
            UUID actor) {}

    record EntryView(UUID memberId, String fullName, LocalDate birthDate, UUID unitId, String unitCode, long version) {}

    /** Two entries with one name, diacritics aside, and one birth day. */
    record DuplicateView(EntryView first, EntryView second) {}

    private record Pair(
            UUID firstId,
            String firstName,
            UUID firstUnit,
            String firstCode,
            long firstVersion,
            UUID secondId,
            String secondName,
            UUID secondUnit,
            String secondCode,
            long secondVersion,
            LocalDate birthDate) {}

    /** Newest first; 404 where the last home is not the caller's to read. */
    List<CorrectionView> corrections(UUID member) {
        boolean readable = jdbc.sql("""
                        select exists (select 1 from org.member
                                       where id = ? and unit_id in (select scope.units_with('MEMBER_READ')))
                        """).param(member).query(Boolean.class).single();
        if (!readable) {
            throw ProblemException.notFound("The member");
        }
        return jdbc.sql("""
                        select version, decision ->> 'correction' as what, decision ->> 'reason' as reason,
                               (decision ->> 'joinedWith')::uuid as joined_with, recorded_at, actor
                        from org.member_decision where member_id = ? and change in ('CORRECTED', 'MERGED')
                        order by version desc limit 200
                        """).param(member).query(CorrectionView.class).list();
    }

    /** Pairs of which both homes are the caller's to read, one of them under the unit; at most two hundred. */
    List<DuplicateView> duplicates(@Nullable UUID unit) {
        return jdbc.sql("select * from org.duplicates(?)").param(unit).query(Pair.class).list().stream()
                .map(pair -> new DuplicateView(
                        new EntryView(
                                pair.firstId(),
                                pair.firstName(),
                                pair.birthDate(),
                                pair.firstUnit(),
                                pair.firstCode(),
                                pair.firstVersion()),
                        new EntryView(
                                pair.secondId(),
                                pair.secondName(),
                                pair.birthDate(),
                                pair.secondUnit(),
                                pair.secondCode(),
                                pair.secondVersion())))
                .toList();
    }
}
