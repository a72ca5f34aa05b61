package tusoi.launcher.installation;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import tusoi.launcher.parts.Folders;

/**
 * The key that reporting signs published reports with: one line among the secrets, made at the first start. Take the line away, and the
 * next start makes another one. Public keys are kept for ever in a folder of their own, each in a file named by its id.
 */
public final class ReportKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_LENGTH = 32;

    private final Secrets secrets;
    private final Path folder;

    public ReportKeys(Secrets secrets, Path home) {
        this.secrets = secrets;
        this.folder = folder(home);
    }

    /** Where an installation keeps the public keys. */
    public static Path folder(Path home) {
        return home.resolve("report-keys");
    }

    /** The private key (PKCS #8) and the public one (X.509), in base64, with a point between. */
    public String secret() {
        var secret = secrets.get("reporting.signing-key", ReportKeys::generate);
        var publicKey = secret.substring(secret.indexOf('.') + 1);
        var file = folder.resolve(id(Base64.getDecoder().decode(publicKey)) + ".pub");
        if (Folders.readOr(file, "").isEmpty()) {
            PrivateFile.write(file, publicKey + "\n");
        }
        return secret;
    }

    private static String generate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPrivate().getEncoded()) + "."
                    + base64.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String id(byte[] publicKey) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
