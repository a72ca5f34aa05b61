package tusoi.org.bootstrap;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.org.accounts.AccountCommandHandler;
import tusoi.org.grants.GrantBook;
import tusoi.org.ids.AccountId;
import tusoi.org.ids.UnitId;
import tusoi.org.units.UnitCommandHandler;
import tusoi.platform.security.ActorIds;

/** Begins an empty register, before the service says that it is ready: root unit, first account and its grant, or nothing. */
@Component
class Bootstrap implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);

    private final BootstrapProperties wanted;
    private final UnitCommandHandler units;
    private final AccountCommandHandler accounts;
    private final GrantBook grants;
    private final TransactionOperations transaction;

    Bootstrap(
            BootstrapProperties wanted,
            UnitCommandHandler units,
            AccountCommandHandler accounts,
            GrantBook grants,
            TransactionOperations transaction) {
        this.wanted = wanted;
        this.units = units;
        this.accounts = accounts;
        this.grants = grants;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!wanted.subject().isBlank()) {
            transaction.executeWithoutResult(status -> begin());
        }
    }

    private void begin() {
        LocalDate since = wanted.unitSince();
        if (since == null || wanted.unitCode().isBlank() || wanted.unitName().isBlank()) {
            throw new IllegalStateException(
                    "TUSOI_BOOTSTRAP_UNIT_CODE, _NAME and _SINCE are wanted beside TUSOI_BOOTSTRAP_SUBJECT");
        }
        UnitId root = UnitId.next();
        if (!units.establishRoot(root, wanted.unitCode(), wanted.unitName(), wanted.unitLevel(), since)) {
            return;
        }
        String username = wanted.username().isBlank() ? wanted.subject() : wanted.username();
        AccountId account = accounts.begin(wanted.subject(), username, root);
        grants.begin(account, root, since, new AccountId(ActorIds.SYSTEM));
        LOG.info("The register begins with unit {} and account {}", root, account);
    }
}
