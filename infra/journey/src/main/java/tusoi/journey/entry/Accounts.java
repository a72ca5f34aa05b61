package tusoi.journey.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import tusoi.launcher.installation.DemoUsers;
import tusoi.launcher.installation.NewUser;

/** Makes people known: to Keycloak by the launcher, to the register as accounts with grants. */
final class Accounts {
    private static final String SINCE = "2020-01-01";
    private static final int BATCH = 8;

    private final Desk desk;
    private final DemoUsers users;
    private final Map<String, CompletableFuture<String>> subjects = new ConcurrentHashMap<>();

    Accounts(Desk desk, DemoUsers users) {
        this.desk = desk;
        this.users = users;
    }

    /** In Keycloak, with a generated password each, in this order; whoever needs one of them waits for it alone. */
    void signInOrder(List<DemoAccount> accounts) {
        accounts.forEach(account -> subject(account.username()));
        try {
            for (int from = 0; from < accounts.size(); from += BATCH) {
                sign(accounts.subList(from, Math.min(accounts.size(), from + BATCH)));
            }
        } catch (RuntimeException failure) {
            subjects.values().forEach(subject -> subject.completeExceptionally(failure));
            throw failure;
        }
    }

    private void sign(List<DemoAccount> accounts) {
        List<NewUser> wanted = accounts.stream()
                .map(account -> new NewUser(
                        account.username(), account.username(), String.join(", ", account.roles()), account.unit()))
                .toList();
        users.create(wanted).forEach(user -> subject(user.username()).complete(user.subject()));
    }

    private CompletableFuture<String> subject(String username) {
        return subjects.computeIfAbsent(username, unknown -> new CompletableFuture<>());
    }

    /** In the register, by its administrator; the units are there. */
    void enter(Collection<DemoAccount> accounts) {
        Parallel.each(
                accounts, account -> enter(account, subject(account.username()).join()));
    }

    private void enter(DemoAccount account, String subject) {
        var body = Map.of(
                "subject",
                subject,
                "username",
                account.username(),
                "displayName",
                "Tài khoản mẫu " + account.username());
        var answer =
                desk.api().post(Desk.ADMINISTRATOR, "/api/org/v1/accounts", body, "demo/account/" + account.username());
        String id = answer.body().hasNonNull("id")
                ? answer.id()
                : answer.body().path("accountId").asString();
        for (String role : account.roles()) {
            desk.api()
                    .post(
                            Desk.ADMINISTRATOR,
                            "/api/org/v1/grants",
                            Map.of(
                                    "accountId",
                                    id,
                                    "role",
                                    role,
                                    "unitId",
                                    desk.unit(account.unit()),
                                    "validFrom",
                                    SINCE),
                            "demo/grant/" + account.username() + "/" + role);
        }
    }
}
