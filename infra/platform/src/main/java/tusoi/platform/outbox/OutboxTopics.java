package tusoi.platform.outbox;

import java.util.Set;

/** The topics that this service fills. */
public record OutboxTopics(String service, String events, Set<String> latest) {
    static final String WATERMARKS = "watermarks";

    /** Where what stands in place of its own records is written, by whoever mends one. */
    public String mended() {
        return events + ".mended";
    }
}
