package tusoi.org.grants;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.contract.GrantData;
import tusoi.org.contract.OrgEvents;
import tusoi.org.grants.domain.Grant;
import tusoi.platform.audit.Audit;
import tusoi.platform.time.TransactionClock;

/** Writes a grant's version with its audit row and its event. */
@Component
class GrantJournal {
    private final Grants grants;
    private final OrgEvents events;
    private final Audit audit;
    private final TransactionClock clock;

    GrantJournal(Grants grants, OrgEvents events, Audit audit, TransactionClock clock) {
        this.grants = grants;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    void given(Grant grant, @Nullable String reason) {
        grants.save(grant, 1, clock.recordedAt());
        write("org.grant-given.v1", grant, 1, null, reason);
    }

    /** An end that comes earlier is told as revoked, one that comes later as given: the event says all of it either way. */
    void changed(Grants.Stored before, Grant after, @Nullable String reason) {
        long version = before.version() + 1;
        grants.save(after, version, clock.recordedAtAfter(before.recordedAt()));
        boolean longer = after.to() == null
                || (before.grant().to() != null
                        && after.to().isAfter(before.grant().to()));
        write(longer ? "org.grant-given.v1" : "org.grant-revoked.v1", after, version, before.grant(), reason);
    }

    private void write(String type, Grant grant, long version, @Nullable Grant before, @Nullable String reason) {
        events.grant(type, version, data(grant));
        audit.changed(
                type,
                "grant",
                grant.id(),
                grant.unit().value(),
                before == null ? null : data(before),
                data(grant),
                reason);
    }

    private static GrantData data(Grant grant) {
        return new GrantData(
                grant.id(),
                grant.account().value(),
                grant.role().name(),
                grant.unit().value(),
                grant.from(),
                grant.to(),
                grant.origin().source().name(),
                grant.origin().sourceId());
    }
}
