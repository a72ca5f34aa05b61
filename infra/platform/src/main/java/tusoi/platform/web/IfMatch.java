package tusoi.platform.web;

import tusoi.platform.problems.ProblemException;

/** The version from If-Match; a controller takes it as a parameter. 428 where the header is missing. */
public record IfMatch(long version) {
    /** 412 where the version is another by now. */
    public void mustBe(long current) {
        if (version != current) {
            throw ProblemException.staleVersion(current);
        }
    }
}
