package tusoi.reporting.facts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;

/** SHA-256 over the rows of a query in the binary form of COPY, in the query's order; the rows themselves are not kept. */
public record CopyDigest(long rows, String sha256) {
    public static CopyDigest of(Connection connection, String query) {
        MessageDigest digest = sha256Digest();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format binary)", out);
            return new CopyDigest(rows, HexFormat.of().formatHex(digest.digest()));
        } catch (SQLException e) {
            throw new IllegalStateException("facts could not be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One digest over several, in this order. */
    public static String over(List<String> digests) {
        MessageDigest all = sha256Digest();
        digests.forEach(digest -> all.update(HexFormat.of().parseHex(digest)));
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
