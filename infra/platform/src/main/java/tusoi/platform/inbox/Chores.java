package tusoi.platform.inbox;

/** What else the leader of an inbox does, between two polls. */
@FunctionalInterface
interface Chores {
    Chores NONE = _ -> false;

    /**
     * Returns true where it has moved positions.
     *
     * @param stillLeads to be called within each transaction; throws where another instance has taken over
     */
    boolean run(Runnable stillLeads);
}
