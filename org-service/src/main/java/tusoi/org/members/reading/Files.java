package tusoi.org.members.reading;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tusoi.org.ids.MemberId;

/** Answers with a personal file and its version. */
@Component
public class Files {
    private final MemberReading reading;

    Files(MemberReading reading) {
        this.reading = reading;
    }

    public ResponseEntity<MemberView.File> of(UUID id) {
        MemberView.File file = reading.file(id, null);
        return ResponseEntity.ok().eTag("\"" + file.version() + "\"").body(file);
    }

    ResponseEntity<MemberView.File> of(UUID id, @Nullable Instant knownAt) {
        MemberView.File file = reading.file(id, knownAt);
        return ResponseEntity.ok().eTag("\"" + file.version() + "\"").body(file);
    }

    public ResponseEntity<MemberView.File> created(MemberId id) {
        MemberView.File file = reading.file(id.value(), null);
        return ResponseEntity.created(URI.create("/api/org/v1/members/" + id))
                .eTag("\"" + file.version() + "\"")
                .body(file);
    }
}
