package tusoi.org.ids;

import java.util.UUID;
import tusoi.platform.ids.Ids;

public record MemberId(UUID value) {
    public static MemberId next() {
        return new MemberId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
