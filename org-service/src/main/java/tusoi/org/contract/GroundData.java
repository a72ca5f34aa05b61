package tusoi.org.contract;

import java.util.List;
import java.util.UUID;

/** The data of org.dues-arrears.v1 and org.absence-three-months.v1: schemas dues.v1 and absence.v1. A ground, not a decision. */
public record GroundData(
        UUID groundId, UUID memberId, UUID unitId, int year, List<String> months, boolean withdrawn, String profile) {}
