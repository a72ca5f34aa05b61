package tusoi.platform.inbox;

import java.util.List;
import java.util.Set;

/**
 * Turns events into rows, as the loader role. Each (aggregate, version) comes once, but versions may come in any order: keep
 * every version and derive its recorded end from the next one.
 */
public interface Projection {
    /** The types wanted, versions included; several projections may want the same type. */
    Set<String> types();

    /** One poll's events of these types, in the order of their partitions, in the transaction that also moves the position. */
    void apply(List<ReceivedEvent> events);

    /** Empties the rows for a rebuild, as the loader role; {@link InboxRebuild} calls it in one transaction with the rest. */
    default void clear() {}
}
