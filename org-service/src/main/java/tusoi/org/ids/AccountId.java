package tusoi.org.ids;

import java.util.UUID;
import tusoi.platform.ids.Ids;

public record AccountId(UUID value) {
    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
