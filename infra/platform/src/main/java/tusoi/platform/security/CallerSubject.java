package tusoi.platform.security;

import java.util.Optional;

/** The subject of the token that the current request was made with. */
public interface CallerSubject {
    Optional<String> current();
}
