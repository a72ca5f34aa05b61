package tusoi.org.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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
    private static final UnitId WARD = UnitId.next();

    // ORG-43
    @Test
    void nobodyLocksTheAccountInUse() {
        Account account = account();
        assertRefused(account.lock(account.id(), WARD, false), AccountRules.ORG_43);
        assertThat(account.lock(BY, WARD, false)).isInstanceOf(Accepted.class);
    }

    // ORG-96
    @Test
    void whoLocksOrUnlocksLooksAfterAllThatTheAccountMay() {
        assertRefused(account().lock(BY, WARD, true), AccountRules.ORG_96);
        assertRefused(locked().unlock(false, true), AccountRules.ORG_96);
    }

    // ORG-45
    @Test
    void whatASuperiorHasLockedStaysLocked() {
        assertThat(locked().lockedFrom()).isEqualTo(WARD);
        assertRefused(locked().unlock(true, false), AccountRules.ORG_45);
        Account open = locked().unlock(false, false).orThrow(Overrides.NONE).state();
        assertThat(open.locked()).isFalse();
        assertThat(open.lockedFrom()).isNull();
    }

    // ORG-46
    @Test
    void aSignInMadeElsewhereIsTakenInByTheRegistrarAlone() {
        assertRefused(Account.registered("s", "u", "Tên", WARD, false), AccountRules.ORG_46);
        assertThat(Account.registered("s", "u", "Tên", WARD, true)).isInstanceOf(Accepted.class);
    }

    // ORG-47
    @Test
    void anIdIsNoUsername() {
        String id = "0f0e0d0c-0b0a-4908-8706-050403020100";
        assertRefused(Account.registered("s", id, "Tên", WARD, true), AccountRules.ORG_47);
        assertRefused(Account.invited(id.toUpperCase(Locale.ROOT), "Tên", WARD), AccountRules.ORG_47);
        assertThat(Account.invited(id.substring(1), "Tên", WARD)).isInstanceOf(Accepted.class);
        assertThat(Account.begun(id, id, WARD)).isInstanceOf(Accepted.class);
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
        Account locked = account().lock(BY, WARD, false).orThrow(Overrides.NONE).state();
        assertRefused(account.handOver(locked, BY, false), AccountRules.ORG_97);
    }

    // ORG-96
    @Test
    void whoHandsOverLooksAfterAllThatTheAccountMay() {
        assertRefused(account().handOver(account(), BY, true), AccountRules.ORG_96);
    }

    private static Account locked() {
        return account().lock(BY, WARD, false).orThrow(Overrides.NONE).state();
    }

    private static Account account() {
        return new Account(
                AccountId.next(), "subject", "username", "Tên", UnitId.next(), null, Account.State.ACTIVE, false, null);
    }

    private static void assertRefused(Decision<?, ?> decision, Rule rule) {
        assertThat(decision).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
