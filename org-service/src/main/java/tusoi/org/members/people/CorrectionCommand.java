package tusoi.org.members.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is set right; each is a correction of its own. */
sealed interface CorrectionCommand {
    /** Who somebody is; what is null stays. */
    record CorrectPerson(
            @Nullable String fullName,
            @Nullable LocalDate birthDate,
            @Nullable String gender,
            @Nullable String personIdentifier)
            implements CorrectionCommand {}

    /** Days of admission and recognition of who came as a member; what is null stays. */
    record CorrectDays(
            @Nullable LocalDate admittedOn, @Nullable LocalDate recognisedOn) implements CorrectionCommand {}

    /** The day of a movement, by its place in the list. */
    record CorrectMovement(int place, LocalDate on) implements CorrectionCommand {}

    /** The last movement never was. */
    record TakeBack() implements CorrectionCommand {}
}
