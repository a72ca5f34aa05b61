package tusoi.org.meetings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.meetings.domain.Meeting;
import tusoi.org.meetings.domain.Meeting.Held;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;

/** What can be done to meetings. */
sealed interface MeetingCommand {
    /** Planned, or held and recorded at once. */
    record EnterMeeting(
            UnitId unit,
            Meeting.Kind kind,
            YearMonth month,
            @Nullable LocalDate plannedOn,
            @Nullable Held held,
            Overrides overrides)
            implements MeetingCommand {}

    /** A change of a meeting that is there, as it was read. */
    sealed interface ChangeMeeting extends MeetingCommand {
        UUID meeting();

        IfMatch expected();

        Overrides overrides();

        /** Why; null where nothing has to be explained. */
        @Nullable
        String reason();
    }

    record HoldMeeting(UUID meeting, IfMatch expected, Held held, Overrides overrides) implements ChangeMeeting {
        @Override
        public @Nullable String reason() {
            return null;
        }
    }

    record CorrectMeeting(UUID meeting, IfMatch expected, Held held, String reason, Overrides overrides)
            implements ChangeMeeting {}

    record DropMeeting(UUID meeting, IfMatch expected, String reason) implements ChangeMeeting {
        @Override
        public Overrides overrides() {
            return Overrides.NONE;
        }
    }
}
