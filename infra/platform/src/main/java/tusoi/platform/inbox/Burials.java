package tusoi.platform.inbox;

/** Where what cannot be taken goes. */
@FunctionalInterface
interface Burials {
    void add(Incoming record, String reason);
}
