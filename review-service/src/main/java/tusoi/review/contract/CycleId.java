package tusoi.review.contract;

import java.util.UUID;

public record CycleId(UUID value) {}
