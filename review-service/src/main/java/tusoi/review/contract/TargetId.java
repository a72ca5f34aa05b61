package tusoi.review.contract;

import java.util.UUID;

public record TargetId(UUID value) {}
