package tusoi.org.grants.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.Rule;
import tusoi.scope.Role;

class GrantTest {
    // ORG-42
    @Test
    void aGrantBeginsBeforeItEnds() {
        assertRefused(Grant.give(grant("2020-01-01", "2020-01-01"), false), GrantRules.ORG_42);
        assertThat(Grant.give(grant("2020-01-01", "2020-01-02"), false)).isInstanceOf(Accepted.class);
    }

    // ORG-44
    @Test
    void aLockedAccountIsGivenNothing() {
        assertRefused(Grant.give(grant("2020-01-01", null), true), GrantRules.ORG_44);
    }

    // ORG-44
    @Test
    void aGrantTakenAwayIsNotInForceToday() {
        LocalDate today = LocalDate.parse("2024-03-15");
        var revoked = grant("2020-01-01", null).revoke(today).orThrow(Overrides.NONE);
        assertThat(revoked.state().to()).isEqualTo(today);
        assertRefused(revoked.state().revoke(today), GrantRules.ORG_44);
        var future = grant("2025-01-01", null).revoke(today).orThrow(Overrides.NONE);
        assertThat(future.state().to()).isEqualTo(LocalDate.parse("2025-01-01"));
        assertRefused(future.state().revoke(today), GrantRules.ORG_44);
    }

    // ORG-80
    @Test
    void nobodyGivesToHisOwnAccount() {
        Grant grant = grant("2020-01-01", null);
        Grant own = new Grant(
                grant.id(),
                grant.account(),
                grant.role(),
                grant.unit(),
                grant.from(),
                null,
                Origin.administrator(grant.account()));
        assertRefused(Grant.give(own, false), GrantRules.ORG_80);
        assertThat(Grant.give(grant, false)).isInstanceOf(Accepted.class);
    }

    @Test
    void anEndIsOnlyEverMovedForward() {
        Grant grant = grant("2024-01-01", "2024-06-01");
        assertThat(grant.shortenedTo(LocalDate.parse("2024-06-01"))).isEmpty();
        assertThat(grant.shortenedTo(LocalDate.parse("2024-05-31")))
                .hasValueSatisfying(shorter -> assertThat(shorter.to()).isEqualTo(LocalDate.parse("2024-05-31")));
        assertThat(grant.shortenedTo(LocalDate.parse("2023-05-31")))
                .as("never before it began")
                .hasValueSatisfying(empty -> assertThat(empty.isEmpty()).isTrue());
    }

    private static Grant grant(String from, @Nullable String to) {
        return new Grant(
                UUID.randomUUID(),
                AccountId.next(),
                Role.SECRETARY,
                UnitId.next(),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                Origin.administrator(AccountId.next()));
    }

    private static void assertRefused(Decision<?, ?> decision, Rule rule) {
        assertThat(decision).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
