package tusoi.journey.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A generated person to admit.
 *
 * @param recognisedOn when the branch has decided on it; null while nobody has
 */
public record Admission(
        String unit,
        DemoMember.Person person,
        LocalDate admittedOn,
        @Nullable LocalDate recognisedOn) {}
