package tusoi.org.ids;

import java.util.UUID;
import tusoi.platform.ids.Ids;

public record UnitId(UUID value) {
    public static UnitId next() {
        return new UnitId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
