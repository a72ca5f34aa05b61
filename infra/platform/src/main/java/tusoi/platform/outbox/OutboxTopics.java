package tusoi.platform.outbox;

import java.util.Set;

/** The topics that this service fills. */
record OutboxTopics(String service, String events, Set<String> latest) {
    static final String WATERMARKS = "watermarks";

    String mended() {
        return events + ".mended";
    }
}
