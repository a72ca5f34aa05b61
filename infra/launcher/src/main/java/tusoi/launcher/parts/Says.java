package tusoi.launcher.parts;

/** Where a part says what it mends or waits for: the launcher's progress lines, or nowhere. */
@FunctionalInterface
public interface Says {
    Says NOTHING = line -> {};

    void say(String line);
}
