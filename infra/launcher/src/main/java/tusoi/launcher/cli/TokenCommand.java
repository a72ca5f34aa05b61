package tusoi.launcher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tusoi.launcher.parts.Says;

@Command(name = "token", description = "Print an access token of a demo user.")
final class TokenCommand implements Runnable {
    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "USER")
    private String user = "";

    @Override
    public void run() {
        try (var platform = where.platform(Says.NOTHING)) {
            System.out.println(platform.users().token(user));
        }
    }
}
