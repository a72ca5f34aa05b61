package tusoi.org.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tusoi.org.accounts.SignIns;
import tusoi.org.accounts.SignIns.Wanted;
import tusoi.org.keycloak.MirrorRows.Due;
import tusoi.org.keycloak.admin.KeycloakUnavailable;
import tusoi.org.keycloak.admin.KeycloakUsers;
import tusoi.platform.persistence.Leader;

/** Brings Keycloak in line, a bounded batch a round: accounts first, then the units that are due. */
class Mirror implements Leader.Task {
    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);
    private static final int ACCOUNTS = 20;
    private static final int UNITS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final SignIns signIns;
    private final KeycloakUsers users;
    private final GroupMirror groups;
    private final Duration every;

    Mirror(SignIns signIns, KeycloakUsers users, GroupMirror groups, Duration every) {
        this.signIns = signIns;
        this.users = users;
        this.groups = groups;
        this.every = every;
    }

    @Override
    public String name() {
        return "keycloak-mirror";
    }

    @Override
    public int lock() {
        return 20;
    }

    @Override
    public Duration takeover() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration retryAtMost() {
        return LONGEST_PAUSE;
    }

    @Override
    public void lead(Leader.Term term) throws InterruptedException {
        MirrorRows rows = new MirrorRows(term.dataSource());
        Duration pause = PAUSE;
        while (!term.isOver()) {
            try {
                round(rows);
                pause = PAUSE;
            } catch (KeycloakUnavailable away) {
                pause = longer(pause);
                LOG.warn("Keycloak: {}; next try in {} s", away.getMessage(), pause.toSeconds());
            }
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        }
    }

    private void round(MirrorRows rows) {
        signIns.wanted(ACCOUNTS).forEach(this::account);
        rows.takeChanges();
        List<Due> due = rows.due(UNITS);
        for (Due unit : due) {
            int differences = groups.mirror(unit.unit(), rows.wanted(unit.unit()));
            rows.compared(unit, every, unit.changed() ? 0 : differences);
        }
        sweep(rows);
        if (due.size() < UNITS) {
            rows.succeeded();
        }
    }

    private void account(Wanted account) {
        String subject = account.subject();
        if (subject == null) {
            users.make(account.id().value(), account.username(), account.displayName(), !account.locked())
                    .ifPresentOrElse(
                            made -> signIns.made(account, made),
                            () -> signIns.failed(account, "USERNAME_TAKEN_OR_REFUSED"));
        } else if (users.enable(account.id().value(), subject, !account.locked())) {
            signIns.inLine(account);
        } else {
            signIns.failed(account, "NO_SUCH_USER");
        }
    }

    private void sweep(MirrorRows rows) {
        if (rows.isSweepDue(every)) {
            int deleted = groups.sweep(rows);
            rows.repaired(deleted);
            rows.swept();
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
