package tusoi.org.reads;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.platform.audit.Audit;
import tusoi.scope.Scope;

/** Writes down what was read; a row for each unit that it was read at. */
@Component
public class ReadTrail {
    private final ReadPlaces places;
    private final Scope scope;
    private final Audit audit;

    ReadTrail(ReadPlaces places, Scope scope, Audit audit) {
        this.places = places;
        this.scope = scope;
        this.audit = audit;
    }

    /** @param id of what was read; null for a list */
    void read(PersonalRead read, @Nullable UUID id, @Nullable String unit) {
        if (id == null) {
            list(read.value(), unit);
            return;
        }
        String type = read.of().name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<UUID> units = places.of(read.of(), id).map(List::of).orElseGet(() -> places.answeredFor(scope.account()));
        units.forEach(at -> audit.read(read.value(), type, id, at));
    }

    /** A list of persons at a unit and under it, or wherever the caller may read. */
    public void list(String action, @Nullable String unit) {
        List<UUID> units = unit == null || unit.isBlank()
                ? places.answeredFor(scope.account())
                : places.named(unit).map(List::of).orElseGet(() -> places.answeredFor(scope.account()));
        units.forEach(at -> audit.read(action, "unit", at, at));
    }
}
