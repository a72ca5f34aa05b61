package tusoi.platform.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Answers that carry the version of what they show as ETag, to be sent back as If-Match. */
public final class Versioned {
    private Versioned() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(etag(version)).body(body);
    }

    public static <T> ResponseEntity<T> created(URI location, T body, long version) {
        return ResponseEntity.created(location).eTag(etag(version)).body(body);
    }
}
