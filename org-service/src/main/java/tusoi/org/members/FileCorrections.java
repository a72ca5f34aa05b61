package tusoi.org.members;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Corrections of personal files as another slice asks for them, in the running transaction and by the same rules as one by one. */
public interface FileCorrections {
    /** What is right; null for what stays. */
    record Right(
            @Nullable String fullName,
            @Nullable LocalDate birthDate,
            @Nullable String gender,
            @Nullable LocalDate admittedOn,
            @Nullable LocalDate recognisedOn) {}

    /** A 404, 412 or 422 problem ends the transaction. */
    void correct(UUID member, long expectedVersion, Right right, String reason);
}
