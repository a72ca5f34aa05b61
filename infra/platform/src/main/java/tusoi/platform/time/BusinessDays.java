package tusoi.platform.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Business days are days in Viet Nam, wherever the server stands. */
public final class BusinessDays {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private BusinessDays() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }
}
