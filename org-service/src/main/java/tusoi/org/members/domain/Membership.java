package tusoi.org.members.domain;

import tusoi.org.ids.UnitId;

/** What somebody is, and where at home, on a day. */
public record Membership(UnitId home, MemberState state, boolean exempt, boolean suspended) {
    Membership movedTo(UnitId newHome) {
        return new Membership(newHome, state, exempt, suspended);
    }

    Membership in(MemberState newState) {
        return new Membership(home, newState, exempt, suspended);
    }

    Membership exempted(boolean isExempt) {
        return new Membership(home, state, isExempt, suspended);
    }

    Membership suspended(boolean isSuspended) {
        return new Membership(home, state, exempt, isSuspended);
    }
}
