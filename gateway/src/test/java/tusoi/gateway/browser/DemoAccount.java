package tusoi.gateway.browser;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Who signs in: told by properties, the password also by the demo's file. */
record DemoAccount(String username, String password) {
    static DemoAccount fromProperties() {
        var username = System.getProperty("tusoi.browser.user");
        @Nullable String password = System.getProperty("tusoi.browser.password");
        if (username == null) {
            throw new IllegalStateException("-Dtusoi.browser.user says who signs in");
        }
        return new DemoAccount(username, password == null ? fromFile(username) : password);
    }

    private static String fromFile(String username) {
        var file = Path.of(System.getProperty(
                "tusoi.browser.users", System.getProperty("tusoi.root", "..") + "/.tusoi/demo-users.json"));
        for (var user : JsonMapper.shared().readTree(file.toFile())) {
            if (user.path("username").asString().equals(username)) {
                return user.path("password").asString();
            }
        }
        throw new IllegalStateException(username + " is not in " + file);
    }
}
