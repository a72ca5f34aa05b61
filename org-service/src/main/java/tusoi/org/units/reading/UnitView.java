package tusoi.org.units.reading;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit as it stands on a day; {@code version} is the aggregate's, for If-Match. */
public record UnitView(
        UUID id,
        String code,
        String name,
        String level,
        String form,
        @Nullable String kind,
        @Nullable UUID parentId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version) {}
