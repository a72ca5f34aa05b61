package tusoi.platform.inbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventReaderTest {
    private static final Map<String, String> HEADERS = Map.of(
            "ce_type", "shop.order-placed.v1",
            "ce_time", "2026-01-01T00:00:00Z",
            "ce_subject", UUID.randomUUID().toString(),
            "ce_aggregateversion", "1",
            "ce_actor", UUID.randomUUID().toString());

    /** The reason stands in the terminal's list of what was done, a line each. */
    @Test
    void aValueCutOffIsToldOnOneLineWithItsPlace() {
        var cut = "{\"pieces\":1,\"of\":\"a".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new EventReader().read(Incoming.of("shop.events", 0, 0, null, HEADERS, cut, null)))
                .hasMessageMatching("The value is no JSON: [^\\n]+, at byte 1[0-9]")
                .hasMessageNotContaining("Source");
    }
}
