package tusoi.scope;

import java.util.List;
import java.util.Set;
import tusoi.platform.inbox.ReceivedEvent;

/** The way org-service, which owns the tree and the grants, keeps its copy within the command's own transaction. */
public interface UnitEvents {
    /** The events that the tree is made of. */
    Set<String> TYPES = Set.of(
            "org.unit-established.v1",
            "org.unit-renamed.v1",
            "org.unit-re-parented.v1",
            "org.unit-level-changed.v1",
            "org.unit-kind-changed.v1",
            "org.unit-ended.v1");

    void apply(List<ReceivedEvent> events);
}
