package tusoi.org.reorganisations.domain;

import java.util.List;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;

/** What the plan asks of the register, held still, on the effective day and later. */
public interface Register {
    List<UnitId> childrenOf(UnitId unit);

    List<MemberId> residentsOf(UnitId unit);

    boolean changesLater(UnitId unit);
}
