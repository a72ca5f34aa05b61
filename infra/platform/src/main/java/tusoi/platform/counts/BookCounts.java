package tusoi.platform.counts;

/**
 * What a service counts of its own books.
 *
 * @param type of the event that tells it, such as {@code org.books-counted.v1}
 * @param query rows of {@code unit_id}, {@code what}, {@code key} and {@code number} as of the day {@code :day}, asked as the loader
 */
public record BookCounts(String type, String query) {}
