package tusoi.journey.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tusoi.launcher.installation.DemoUser;
import tusoi.launcher.installation.DemoUsers;
import tusoi.launcher.installation.NewUser;

/** Makes people known: to Keycloak by the launcher, to the register as accounts with grants. */
final class Accounts {
    private static final String SINCE = "2020-01-01";

    private final Desk desk;
    private final DemoUsers users;

    Accounts(Desk desk, DemoUsers users) {
        this.desk = desk;
        this.users = users;
    }

    /** In Keycloak, with a generated password each. */
    List<DemoUser> sign(Collection<DemoAccount> accounts) {
        return users.create(accounts.stream()
                .map(account -> new NewUser(
                        account.username(), account.username(), String.join(", ", account.roles()), account.unit()))
                .toList());
    }

    /** In the register, by its administrator; the units are there. */
    void enter(Collection<DemoAccount> accounts) {
        List<DemoUser> signed = sign(accounts);
        List<DemoAccount> inOrder = List.copyOf(accounts);
        Parallel.run(IntStream.range(0, inOrder.size())
                .<Runnable>mapToObj(
                        i -> () -> enter(inOrder.get(i), signed.get(i).subject()))
                .toList());
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
