package tusoi.platform.problems;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a caller did that cannot be done, as status, stable code, place and what to do. Becomes a problem detail in one
 * place; everything else that is thrown becomes a 500 without its text.
 */
public class ProblemException extends RuntimeException {
    private final int status;
    private final String code;
    private final @Nullable String place;
    private final @Nullable String remedy;

    public ProblemException(int status, String code, String detail, @Nullable String place, @Nullable String remedy) {
        super(detail);
        this.status = status;
        this.code = code;
        this.place = place;
        this.remedy = remedy;
    }

    /** 400: what was sent cannot be read. The place names the field or parameter. */
    public static ProblemException unreadable(String place, String detail, String remedy) {
        return new ProblemException(400, "unreadable", detail, place, remedy);
    }

    /** 404: absent or out of the caller's scope; the answer does not tell which. */
    public static ProblemException notFound(String what) {
        return new ProblemException(404, "not-found", what + " was not found", null, null);
    }

    /** 403: in scope, but the caller's roles there lack the right. */
    public static ProblemException lacksRight(String right) {
        return new ProblemException(403, "lacks-right", "The right " + right + " is missing here", null, null);
    }

    /** 409: the state does not allow it. */
    public static ProblemException wrongState(String detail) {
        return new ProblemException(409, "wrong-state", detail, null, null);
    }

    /** 409: it is there already. */
    public static ProblemException duplicate(String place, String detail) {
        return new ProblemException(409, "duplicate", detail, place, null);
    }

    /** 412: somebody changed it since it was read. */
    public static ProblemException staleVersion(long current) {
        return new ProblemException(
                412, "stale-version", "It is at version " + current + " now", "If-Match", "Read it again and repeat");
    }

    /** 413: larger than the limits allow. */
    public static ProblemException tooLarge(String detail) {
        return new ProblemException(413, "too-large", detail, "body", "Send less at a time");
    }

    /** 401: the token is good, but nobody here answers to it. */
    public static ProblemException unauthenticated(String code, String detail) {
        return new ProblemException(401, code, detail, "Authorization", "Ask the register's administrator");
    }

    /** The first of this kind among what caused a failure, at any depth. */
    public static Optional<ProblemException> inCausesOf(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public @Nullable String place() {
        return place;
    }

    public @Nullable String remedy() {
        return remedy;
    }
}
