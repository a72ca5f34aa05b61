package tusoi.org.delegations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tusoi.org.delegations.domain.Delegation.Own;
import tusoi.org.delegations.domain.Delegation.Receiver;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.platform.rules.Decision.Accepted;
import tusoi.platform.rules.Decision.Refused;
import tusoi.platform.rules.Rule;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfile.Entry;
import tusoi.platform.rules.RuleProfile.Mark;
import tusoi.platform.rules.RuleProfile.Mode;
import tusoi.scope.Role;

class DelegationTest {
    private static final LocalDate TODAY = LocalDate.parse("2024-03-01");
    private static final AccountId GIVER = AccountId.next();
    private static final Receiver OTHER = new Receiver(AccountId.next(), false);
    private static final Entry THIRTY_DAYS =
            new Entry(Map.of("vi", "…"), "", Mark.CONFIRMED, Mode.REFUSE, Map.of("maxDays", BigDecimal.valueOf(30)));
    private static final RuleProfile PROFILE = new RuleProfile("X", "org", TODAY, null, Map.of("ORG-90", THIRTY_DAYS));

    // ORG-90
    @Test
    void aDelegationHasAnEndAndALongestTime() {
        List<Own> own = List.of(own("2020-01-01", null, false));
        assertThat(lend("2024-03-01", "2024-03-31", own)).isInstanceOf(Accepted.class);
        assertRefused(lend("2024-03-01", "2024-04-01", own), DelegationRules.ORG_90);
        assertRefused(lend("2024-03-01", "2024-03-01", own), DelegationRules.ORG_90);
        assertRefused(lend("2024-02-29", "2024-03-02", own), DelegationRules.ORG_90);
    }

    // ORG-91
    @Test
    void nobodyLendsWhatHeHasNotOnAllThoseDays() {
        assertRefused(lend("2024-03-01", "2024-03-05", List.of()), DelegationRules.ORG_91);
        assertRefused(
                lend("2024-03-01", "2024-03-05", List.of(own("2020-01-01", "2024-03-04", false))),
                DelegationRules.ORG_91);
        assertRefused(
                lend("2024-03-01", "2024-03-05", List.of(own("2024-03-02", null, false))), DelegationRules.ORG_91);
        Own enough = own("2020-01-01", "2024-03-05", false);
        assertThat(lend("2024-03-01", "2024-03-05", List.of(own("2024-03-02", null, false), enough)))
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.event()).isEqualTo(enough));
    }

    // ORG-92
    @Test
    void whatWasLentIsNotLentOn() {
        assertRefused(lend("2024-03-01", "2024-03-05", List.of(own("2020-01-01", null, true))), DelegationRules.ORG_92);
    }

    // ORG-92
    @Test
    void whatGivesRightsToOthersIsNotLent() {
        var wanted = new Delegation(GIVER, OTHER, Role.REGISTER_ADMINISTRATOR, UnitId.next(), TODAY, TODAY.plusDays(1));
        assertRefused(wanted.lend(List.of(own("2020-01-01", null, false)), TODAY, PROFILE), DelegationRules.ORG_92);
    }

    // ORG-80
    @Test
    void nobodyLendsToHimself() {
        var wanted = new Delegation(
                GIVER, new Receiver(GIVER, false), Role.SECRETARY, UnitId.next(), TODAY, TODAY.plusDays(1));
        assertRefused(wanted.lend(List.of(own("2020-01-01", null, false)), TODAY, PROFILE), DelegationRules.ORG_80);
    }

    // ORG-44
    @Test
    void aLockedAccountIsLentNothing() {
        var wanted = new Delegation(
                GIVER, new Receiver(AccountId.next(), true), Role.SECRETARY, UnitId.next(), TODAY, TODAY.plusDays(1));
        assertRefused(wanted.lend(List.of(own("2020-01-01", null, false)), TODAY, PROFILE), DelegationRules.ORG_44);
    }

    private static Object lend(String from, String to, List<Own> own) {
        return new Delegation(GIVER, OTHER, Role.SECRETARY, UnitId.next(), LocalDate.parse(from), LocalDate.parse(to))
                .lend(own, TODAY, PROFILE);
    }

    private static Own own(String from, @Nullable String to, boolean lent) {
        return new Own(UUID.randomUUID(), LocalDate.parse(from), to == null ? null : LocalDate.parse(to), lent);
    }

    private static void assertRefused(Object decision, Rule rule) {
        assertThat(decision).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
