package tusoi.bench.nation;

/** Takes one after the other, so that nobody has to hold all of them. */
@FunctionalInterface
public interface Each<T, E extends Exception> {
    void take(T one) throws E;
}
