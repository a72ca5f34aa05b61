package tusoi.platform.web;

import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.inbox.Watermarks;

/** Through which instant this service knows everything. */
@RestController
class FreshnessController {
    private final Watermarks watermarks;

    FreshnessController(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    @GetMapping("/api/${tusoi.service}/v1/freshness")
    FreshnessView freshness() {
        return new FreshnessView(watermarks.completeThrough(), watermarks.byProducer());
    }

    record FreshnessView(Instant completeThrough, Map<String, Instant> byProducer) {}
}
