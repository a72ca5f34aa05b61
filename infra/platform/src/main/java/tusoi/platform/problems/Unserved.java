package tusoi.platform.problems;

import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** What of a request keeps it from reaching any command: its method, its format, its path. */
record Unserved(
        @Nullable String place, String detail, @Nullable String remedy) {
    static Unserved of(ErrorResponse response) {
        return switch (response) {
            case HttpRequestMethodNotSupportedException method ->
                new Unserved(
                        "method",
                        "This path does not take " + method.getMethod(),
                        "Use one of " + method.getSupportedHttpMethods());
            case HttpMediaTypeNotSupportedException format ->
                new Unserved(
                        "Content-Type",
                        "A body of this format is not taken here",
                        "Send one of " + format.getSupportedMediaTypes());
            case HttpMediaTypeNotAcceptableException format ->
                new Unserved(
                        "Accept",
                        "There is no such format of this",
                        "Accept one of " + format.getSupportedMediaTypes());
            default -> of(response.getStatusCode().value());
        };
    }

    /** Where no more than the status is known. */
    static Unserved of(int status) {
        return switch (status) {
            case 400 -> new Unserved("path", "The path, a parameter or a header cannot be read", "Correct it");
            case 404 -> new Unserved("path", "There is nothing at this path", null);
            case 405 -> new Unserved("method", "This path does not take the method", null);
            case 413 -> new Unserved("body", "It is larger than allowed", "Send less at a time");
            case 414 -> new Unserved("path", "It is too long", "Ask for less");
            case 431 -> new Unserved("headers", "They are too large", "Send less");
            default -> new Unserved("request", "It cannot be served", null);
        };
    }
}
