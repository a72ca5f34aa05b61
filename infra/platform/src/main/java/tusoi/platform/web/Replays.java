package tusoi.platform.web;

/**
 * Asked before a kept answer is given again, as its command, and what that asks of the caller, does not run. A service without
 * such a bean gives every caller the own answers.
 */
public interface Replays {
    /** Throws the problem that refuses a caller who may do nothing here any more. */
    void mustBeAllowed();
}
