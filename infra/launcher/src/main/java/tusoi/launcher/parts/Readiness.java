package tusoi.launcher.parts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a health address; anything but 200 within two seconds is "not ready". */
public final class Readiness {
    private static final int TIMEOUT_MILLIS = 2_000;

    private Readiness() {}

    public static boolean of(URI health) {
        try {
            var connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
