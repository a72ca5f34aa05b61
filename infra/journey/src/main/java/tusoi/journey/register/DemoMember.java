package tusoi.journey.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A generated member as an import enters it. */
public record DemoMember(
        String reference,
        String unit,
        Person person,
        LocalDate admittedOn,
        @Nullable LocalDate recognisedOn,
        LocalDate memberSince,
        boolean exempt) {

    /** A generated person; the identifier begins with 999, which no province has. */
    public record Person(String fullName, LocalDate birthDate, String gender, String identifier) {}
}
