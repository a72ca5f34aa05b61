package tusoi.launcher.installation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tusoi.launcher.parts.Folders;
import tusoi.launcher.parts.PartFailed;

/** The demo's users: made in Keycloak with generated passwords, remembered beside the installation, signed in at will. */
public final class DemoUsers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PARALLEL = 4;
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);

    private final Path file;
    private final Realm realm;
    private final SignIn signIn;
    private final Map<String, DemoUser> users = new LinkedHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant expires) {
        boolean isFresh() {
            return Instant.now().isBefore(expires.minus(RENEW_BEFORE));
        }
    }

    DemoUsers(Path file, Realm realm, SignIn signIn) {
        this.file = file;
        this.realm = realm;
        this.signIn = signIn;
        List<DemoUser> known = JSON.readValue(Folders.readOr(file, "[]"), new TypeReference<>() {});
        known.forEach(user -> users.put(user.username(), user));
    }

    /** Makes those that are missing and returns all of them, in the order asked for. */
    public List<DemoUser> create(Collection<NewUser> wanted) {
        var made = new ArrayList<Future<DemoUser>>();
        try (var pool = Executors.newFixedThreadPool(PARALLEL)) {
            for (var user : wanted) {
                made.add(pool.submit(() -> user(user.username()).orElseGet(() -> make(user))));
            }
        }
        var all = made.stream().map(DemoUsers::result).toList();
        remember(all);
        return all;
    }

    /** Remembers one whom Keycloak's import will make, and under which subject. */
    DemoUser announce(NewUser wanted) {
        var announced = user(wanted.username())
                .orElseGet(() -> new DemoUser(
                        wanted.username(),
                        Secrets.generate(),
                        UUID.randomUUID().toString(),
                        wanted.role(),
                        wanted.unit(),
                        null));
        remember(List.of(announced));
        return announced;
    }

    public DemoUser create(NewUser wanted) {
        return create(List.of(wanted)).getFirst();
    }

    public synchronized Optional<DemoUser> user(String username) {
        return Optional.ofNullable(users.get(username));
    }

    public synchronized List<DemoUser> all() {
        return List.copyOf(users.values());
    }

    /** Remembers where people are now.
     *
     * @param unitsByFormer the unit that has ended, and the one where its people go on
     */
    public void move(Map<String, String> unitsByFormer) {
        remember(all().stream()
                .map(user -> {
                    var successor = unitsByFormer.get(user.unit());
                    return successor == null ? user : user.at(successor);
                })
                .toList());
    }

    /** A valid access token of that user, by direct grant, kept until a minute before it expires. */
    public String token(String username) {
        var user = user(username).orElseThrow(() -> new PartFailed("no such demo user: " + username));
        var token = tokens.compute(username, (_, known) -> known != null && known.isFresh() ? known : signedIn(user));
        return token.value();
    }

    private Token signedIn(DemoUser user) {
        var answer = signIn.withPassword(user.username(), user.password());
        return new Token(answer.accessToken(), Instant.now().plusSeconds(answer.expiresInSeconds()));
    }

    private DemoUser make(NewUser user) {
        var password = Secrets.generate();
        var subject = realm.createUser(user.username(), user.displayName(), password);
        return new DemoUser(user.username(), password, subject, user.role(), user.unit(), null);
    }

    private synchronized void remember(List<DemoUser> made) {
        made.forEach(user -> users.put(user.username(), user));
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(users.values()));
    }

    private static DemoUser result(Future<DemoUser> made) {
        try {
            return made.get();
        } catch (ExecutionException e) {
            throw new PartFailed("cannot create a user: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while creating users", e);
        }
    }
}
