package tusoi.reporting.published;

import java.util.UUID;

/** The signed files, for whoever makes something else of them. */
public interface PublishedFiles {
    /** As it was signed; a 404 problem where the caller does not answer for its unit, 403 where a right is missing. */
    String file(UUID id);
}
