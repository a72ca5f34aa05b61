package tusoi.launcher.installation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tusoi.launcher.parts.Folders;
import tusoi.launcher.parts.Part;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.Says;
import tusoi.launcher.parts.ServiceDatabase;

/**
 * Starts what is down, each part as soon as those that it cannot start without are ready: PostgreSQL and Kafka, then Keycloak, the services
 * and the gateway beside each other. The start is over when all of them are ready.
 */
public final class Startup {
    private final Platform platform;
    private final Says says;
    private final Set<String> wanted;
    private final CountDownLatch over = new CountDownLatch(1);
    private final RealmImport realmImport;
    private volatile boolean abandoned;

    /** Whether the first user's subject is known before Keycloak runs. */
    private volatile boolean importsRealm;

    /** @param wanted the names of the parts to start */
    public Startup(Platform platform, Says says, Set<String> wanted) {
        this.platform = platform;
        this.says = says;
        this.wanted = wanted;
        this.realmImport = new RealmImport(platform);
    }

    public void run() {
        var layout = platform.layout();
        try (var _ = InstallationLock.take(layout, says)) {
            Preflight.machine(layout.home());
            Logs.bound(layout.logs());
            Settings.remember(layout);
            down().forEach(part -> Preflight.ports(layout, part));
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                startAll(pool).join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof PartFailed failed ? failed : e;
            }
        } finally {
            over.countDown();
        }
    }

    /** Starts no further part; what is being started goes on until it is stopped. */
    void abandon() {
        abandoned = true;
    }

    boolean isOverWithin(Duration time) {
        try {
            return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Stream<Part> down() {
        return platform.parts().stream().filter(part -> wanted.contains(part.name()) && !part.isRunning());
    }

    private CompletableFuture<Void> startAll(ExecutorService pool) {
        var databases = CompletableFuture.runAsync(this::postgres, pool);
        var kafka = CompletableFuture.runAsync(() -> start("kafka"), pool);
        var realm = databases.thenRunAsync(this::prepareRealm, pool);
        var keycloak = CompletableFuture.allOf(CompletableFuture.runAsync(this::prepareKeycloak, pool), realm)
                .thenRunAsync(this::keycloak, pool);
        var servers = CompletableFuture.allOf(databases, kafka);
        var all = new ArrayList<CompletableFuture<?>>(List.of(keycloak));
        for (var service : Layout.SERVICES) {
            // org-service makes the first account for the subject of the first user, so it needs that once.
            var needs = service.equals("org")
                    ? CompletableFuture.allOf(servers, realm)
                            .thenCompose(_ ->
                                    importsRealm || isSettled() ? CompletableFuture.completedFuture(null) : keycloak)
                    : servers;
            all.add(needs.thenRunAsync(() -> start(service), pool));
        }
        // The gateway asks Keycloak nothing before somebody signs in, and answers 503 for a service that is not there
        // yet.
        all.add(databases.thenRunAsync(() -> start(Layout.GATEWAY), pool));
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private void postgres() {
        start("postgres");
        Stream.concat(Layout.SERVICES.stream(), Stream.of(Layout.GATEWAY, "keycloak"))
                .map(platform::database)
                .forEach(this::create);
    }

    private void create(ServiceDatabase database) {
        database.createIn(platform.postgres());
    }

    private void prepareKeycloak() {
        if (wanted.contains("keycloak") && !platform.keycloak().isRunning()) {
            platform.keycloak().prepare();
        }
    }

    private void prepareRealm() {
        if (wanted.contains("keycloak") && !platform.keycloak().isRunning() && realmImport.isWanted()) {
            realmImport.write(Bootstrap.ADMINISTRATOR);
            importsRealm = true;
        }
    }

    private void keycloak() {
        start("keycloak");
        if (wanted.contains("keycloak")) {
            // Also what a start left behind that was cut off once Keycloak had the realm.
            realmImport.forget();
        }
        if (importsRealm) {
            PrivateFile.write(settledFile(), settledText());
        } else if (wanted.contains("keycloak") && !isSettled()) {
            platform.realm().settleClients(platform.gateway().toString());
            platform.users().create(Bootstrap.ADMINISTRATOR);
            PrivateFile.write(settledFile(), settledText());
            says.say("keycloak: clients and first user are set");
        }
    }

    private boolean isSettled() {
        return Folders.readOr(settledFile(), "").equals(settledText());
    }

    private Path settledFile() {
        return platform.layout().home().resolve("realm-settled");
    }

    private String settledText() {
        return platform.gateway() + "\n";
    }

    private void start(String name) {
        if (!wanted.contains(name)) {
            return;
        }
        var part = platform.part(name);
        if (part.isRunning() && part.isReady()) {
            says.say(name + ": already running on port " + part.port());
            return;
        }
        if (abandoned) {
            throw new PartFailed(name + " is not started: interrupted");
        }
        long begin = System.nanoTime();
        part.start();
        says.say("%s: ready on port %d after %.1f s"
                .formatted(
                        name,
                        part.port(),
                        Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0));
    }
}
