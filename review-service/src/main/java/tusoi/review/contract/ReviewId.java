package tusoi.review.contract;

import java.util.UUID;

public record ReviewId(UUID value) {}
