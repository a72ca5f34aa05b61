package tusoi.testkit.badinput;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What every service that follows events answers for operators; of a letter that is not there. */
public final class DeadLetterCalls {
    private static final String REASON = "Đã sửa chương trình";

    private DeadLetterCalls() {}

    public static Calls into(Calls calls) {
        return calls.on("GET /dead-letters/{id}", 404, () -> Call.plain().path("id", UUID.randomUUID()))
                .on("POST /dead-letters/{id}/mend", 404, () -> Call.body(Map.of(
                                "reason",
                                REASON,
                                "payload",
                                "e30=",
                                "headers",
                                List.of(Map.of("name", "ce_type", "value", "org.member-admitted.v1"))))
                        .path("id", UUID.randomUUID())
                        .ifMatch(1))
                .on("POST /dead-letters/{id}/replay", 404, () -> Call.body(Map.of("reason", REASON))
                        .path("id", UUID.randomUUID())
                        .ifMatch(1));
    }
}
