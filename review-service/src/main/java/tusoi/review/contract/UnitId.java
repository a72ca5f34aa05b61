package tusoi.review.contract;

import java.util.UUID;

public record UnitId(UUID value) {}
