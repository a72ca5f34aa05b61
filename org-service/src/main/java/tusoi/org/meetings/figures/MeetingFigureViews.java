package tusoi.org.meetings.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.web.Page;

/** What is seen over many meetings. */
final class MeetingFigureViews {
    private MeetingFigureViews() {}

    /** A meeting in a list; {@code superiors} is how many of them attended. */
    @Schema(name = "MeetingLine")
    record Line(
            UUID id,
            UUID unitId,
            String unitCode,
            String kind,
            String month,
            String state,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate heldOn,
            int expected,
            int attended,
            int superiors,
            long version) {}

    record Missing(UUID unitId, String unitCode, String unitName, String month) {}

    /** Branch-months, counted where the branch lived on the month's last day, without a regular meeting held. */
    record MissingMonths(long branchMonths, long held, long missing, Page<Missing> months) {}

    /** How often a member was called to the meetings of a span, and how he attended. */
    record Attended(
            UUID memberId,
            UUID unitId,
            long called,
            long present,
            long late,
            long leftEarly,
            long absent,
            long excused) {}

    /** How many of a branch's meetings superiors attended. */
    record Visited(UUID unitId, String unitCode, String unitName, long held, long visited) {}
}
