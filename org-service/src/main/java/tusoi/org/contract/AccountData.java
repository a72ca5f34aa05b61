package tusoi.org.contract;

import java.util.UUID;

/** The data of every account event: schema account.v1. */
public record AccountData(UUID accountId, String subject, boolean locked) {}
