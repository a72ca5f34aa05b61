package tusoi.org.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Overrides;
import tusoi.platform.rules.Rule;

class AccountTest {
    private static final AccountId BY = AccountId.next();

    // ORG-43
    @Test
    void nobodyLocksTheAccountInUse() {
        Account account = account();
        assertRefused(account.lock(account.id()), AccountRules.ORG_43);
        assertThat(account.lock(AccountId.next())).isInstanceOf(Accepted.class);
    }

    // ORG-80
    @Test
    void nobodyHandsAnAccountOverToHimself() {
        Account successor = account();
        assertRefused(account().handOver(successor, successor.id(), false), AccountRules.ORG_80);
        assertThat(account().handOver(successor, BY, false)).isInstanceOf(Accepted.class);
    }

    // ORG-97
    @Test
    void aSuccessorIsAnotherOpenAccount() {
        Account account = account();
        assertRefused(account.handOver(account, BY, false), AccountRules.ORG_97);
        Account locked = account().lock(BY).orThrow(Overrides.NONE).state();
        assertRefused(account.handOver(locked, BY, false), AccountRules.ORG_97);
    }

    // ORG-96
    @Test
    void whoHandsOverLooksAfterAllThatTheAccountMay() {
        assertRefused(account().handOver(account(), BY, true), AccountRules.ORG_96);
    }

    private static Account account() {
        return new Account(
                AccountId.next(), "subject", "username", "Tên", UnitId.next(), null, Account.State.ACTIVE, false);
    }

    private static void assertRefused(Decision<?, ?> decision, Rule rule) {
        assertThat(decision).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
