package tusoi.discipline.cases.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.members.UnitId;

/**
 * What stays the same through all states.
 *
 * @param unit the unit of record: a member's home on the day of receiving, or the unit itself
 * @param source INSPECTION, DENUNCIATION, AUDIT, COURT, SELF_REPORT, …
 */
public record CaseFile(
        CaseId id,
        SubjectType subjectType,
        UUID subject,
        UnitId unit,
        String source,
        List<Content> contents,
        LocalDate receivedOn,
        @Nullable LocalDate violatedOn,
        List<ExternalSanction> externalSanctions) {
    public CaseFile {
        contents = List.copyOf(contents);
        externalSanctions = List.copyOf(externalSanctions);
    }

    CaseFile with(ExternalSanction sanction) {
        List<ExternalSanction> more = new ArrayList<>(externalSanctions);
        more.add(sanction);
        return new CaseFile(id, subjectType, subject, unit, source, contents, receivedOn, violatedOn, more);
    }
}
