package tusoi.org.members.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;

/** An existing member as entered for the first time. */
public record NewMember(
        UnitId home,
        LocalDate homeSince,
        LocalDate birthDate,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate recognisedOn,
        MemberState state,
        boolean exempt) {}
