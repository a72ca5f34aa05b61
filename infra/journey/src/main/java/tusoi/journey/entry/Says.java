package tusoi.journey.entry;

/** Where progress goes. */
@FunctionalInterface
public interface Says {
    void say(String line);
}
