package tusoi.scope;

import java.util.List;
import tusoi.platform.inbox.ReceivedEvent;

/** The way org-service, which owns the tree and the grants, keeps its copy within the command's own transaction. */
public interface UnitEvents {
    void apply(List<ReceivedEvent> events);
}
