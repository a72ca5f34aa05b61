package tusoi.org.meetings;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tusoi.org.meetings.domain.Meeting;
import tusoi.org.meetings.domain.Meeting.Held;
import tusoi.org.meetings.domain.Minutes;
import tusoi.org.meetings.domain.Minutes.Owner;
import tusoi.org.meetings.domain.Minutes.Result;
import tusoi.org.roster.AttendanceStatus;
import tusoi.org.roster.Months;
import tusoi.org.text.Texts;
import tusoi.platform.ids.Ids;
import tusoi.platform.rules.Overrides;

/** Meetings as they are sent. */
final class MeetingBody {
    private static final String CODE = "[A-Z][A-Z0-9_]{0,63}";
    private static final int ENTRIES = 500;
    private static final int NOTE = 500;
    private static final int TEXT = 20_000;

    private MeetingBody() {}

    /** A meeting entered: planned where there is no record, held otherwise. */
    record Entered(
            @NotBlank @Size(max = 64) String unitId,
            Meeting.@Nullable Kind kind,

            @NotNull @Pattern(regexp = Months.PATTERN) String month,

            @Nullable LocalDate plannedOn,
            @Nullable @Valid Recorded held,
            @Nullable Map<String, String> overrides) {}

    record HeldBody(@NotNull @Valid Recorded held, @Nullable Map<String, String> overrides) {}

    @Schema(name = "MeetingCorrectionBody")
    record CorrectionBody(
            @NotBlank @Size(max = NOTE) String reason,
            @NotNull @Valid Recorded held,
            @Nullable Map<String, String> overrides) {}

    record DropBody(@NotBlank @Size(max = NOTE) String reason) {}

    record BulkBody(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Entered> items) {}

    /** What a meeting's record says; {@code others} is the status of whoever is expected and not named. */
    record Recorded(
            @NotNull LocalDate heldOn,
            @Nullable AttendanceStatus others,
            @Nullable @Size(max = ENTRIES) List<@NotNull @Valid LineBody> attendance,
            @Nullable @Size(max = ENTRIES) List<@NotNull @Valid AnswerBody> answers,
            @Nullable @Size(max = ENTRIES) List<@NotNull @Valid TaskBody> tasks,
            @Nullable @Size(max = ENTRIES) List<@NotNull @Valid ShortcomingBody> shortcomings,
            @Nullable @Size(max = 50) List<@NotNull @Valid SuperiorBody> superiors,
            @Nullable @Size(max = TEXT) String minutes) {
        Held held() {
            Minutes said = new Minutes(
                    orEmpty(attendance).stream().map(LineBody::line).toList(),
                    orEmpty(answers).stream().map(AnswerBody::answer).toList(),
                    orEmpty(tasks).stream().map(TaskBody::task).toList(),
                    orEmpty(shortcomings).stream()
                            .map(ShortcomingBody::shortcoming)
                            .toList(),
                    orEmpty(superiors).stream().map(SuperiorBody::superior).toList(),
                    minutes == null ? null : minutes.strip());
            Set<UUID> kept = orEmpty(tasks).stream()
                    .map(TaskBody::taskId)
                    .flatMap(Stream::ofNullable)
                    .collect(Collectors.toSet());
            return new Held(heldOn, others, kept, said);
        }
    }

    @Schema(name = "MeetingLineBody")
    record LineBody(
            @NotNull UUID memberId,
            @NotNull AttendanceStatus status,
            @Nullable @Size(max = NOTE) String reason) {
        Minutes.Line line() {
            return new Minutes.Line(memberId, status, cleaned(reason));
        }
    }

    @Schema(name = "MeetingAnswerBody")
    record AnswerBody(
            @NotNull UUID taskId,
            @NotNull Result result,
            @Nullable @Size(max = NOTE) String note) {
        Minutes.Answer answer() {
            return new Minutes.Answer(taskId, result, cleaned(note));
        }
    }

    @Schema(name = "MeetingTaskBody")
    record TaskBody(
            @Nullable UUID taskId,
            @NotBlank @Size(max = NOTE) String title,
            @NotNull Owner owner,
            @Nullable UUID memberId,
            @Nullable LocalDate dueOn) {
        Minutes.Task task() {
            return new Minutes.Task(taskId == null ? Ids.next() : taskId, Texts.clean(title), owner, memberId, dueOn);
        }
    }

    record ShortcomingBody(
            @NotNull Owner owner,
            @Nullable UUID memberId,
            @NotNull @Pattern(regexp = CODE) String category,
            @NotBlank @Size(max = NOTE) String text) {
        Minutes.Shortcoming shortcoming() {
            return new Minutes.Shortcoming(owner, memberId, category, Texts.clean(text));
        }
    }

    record SuperiorBody(
            @Nullable UUID memberId,
            @NotNull @Pattern(regexp = CODE) String post,
            @NotNull UUID unitId,
            @Nullable @Size(max = 200) String label) {
        Minutes.Superior superior() {
            return new Minutes.Superior(memberId, post, unitId, cleaned(label));
        }
    }

    static Overrides overrides(@Nullable Map<String, String> reasons) {
        return reasons == null ? Overrides.NONE : new Overrides(reasons);
    }

    private static @Nullable String cleaned(@Nullable String text) {
        return text == null || text.isBlank() ? null : Texts.clean(text);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }
}
