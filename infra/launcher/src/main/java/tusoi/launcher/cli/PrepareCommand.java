package tusoi.launcher.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import tusoi.launcher.parts.KeycloakBuild;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.Parts;

@Command(
        name = "prepare",
        hidden = true,
        description = "Unpack and build what others made: the end of the build, so that no start waits for it.")
final class PrepareCommand implements Runnable {
    @Override
    public void run() {
        var parts = Parts.fromProperty();
        var log = parts.folder().resolve("prepare.log");
        var all = List.of(
                CompletableFuture.runAsync(parts::postgres),
                CompletableFuture.runAsync(new KeycloakBuild(parts, log, new Progress())::run));
        try {
            all.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof PartFailed failed ? failed : e;
        }
    }
}
