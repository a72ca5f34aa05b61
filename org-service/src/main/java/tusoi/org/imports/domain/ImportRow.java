package tusoi.org.imports.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row that can be read and is right in itself; whether it is right beside the others and the register is not known yet. */
public record ImportRow(
        int row,
        String unitCode,
        @Nullable String reference,
        String fullName,
        LocalDate birthDate,
        String gender,
        String personIdentifier,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate recognisedOn,
        LocalDate memberSince,
        String state,
        boolean exempt) {}
