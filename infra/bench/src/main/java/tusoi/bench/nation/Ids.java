package tusoi.bench.nation;

import java.util.UUID;

/** Ids that sort as they are numbered, as those of version 7 do. */
public enum Ids {
    NATION,
    PROVINCE,
    COMMUNE,
    BASE,
    BRANCH,
    FOUNDED,
    MEMBER,
    CYCLE,
    REVIEW,
    REORGANISATION,
    ACCOUNT,
    GRANT;

    private static final long VERSION_7 = 0x0190_0000_0000_7000L;

    public UUID of(long number) {
        return new UUID(VERSION_7 | ((ordinal() + 1L) << 32), Long.MIN_VALUE | number);
    }
}
