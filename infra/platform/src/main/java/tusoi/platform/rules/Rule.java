package tusoi.platform.rules;

/** A rule's code, such as {@code REM-04}; what it says, its numbers and its citation stand in the profile in force. */
public record Rule(String code) {}
