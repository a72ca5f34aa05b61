package tusoi.reporting.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A pair of keys for Ed25519. As a secret it is one line: the private key (PKCS #8) and the public one (X.509), each in base64, with
 * a point between.
 */
public final class ReportKey {
    public static final String ALGORITHM = "Ed25519";

    private static final int ID_LENGTH = 32;

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private ReportKey(PrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey.clone();
    }

    public static ReportKey generate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new ReportKey(pair.getPrivate(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Throws {@link IllegalArgumentException} where the line is no pair, or its halves are of two. */
    public static ReportKey parse(String line) {
        String[] halves = line.strip().split("\\.", -1);
        if (halves.length != 2) {
            throw new IllegalArgumentException("The signing key is not two keys in base64 with a point between");
        }
        try {
            ReportKey key = new ReportKey(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
                    Base64.getDecoder().decode(halves[1]));
            byte[] probe = {1, 2, 3};
            if (!isSignedBy(key.publicKey, probe, key.sign(probe))) {
                throw new IllegalArgumentException("The signing key's two halves do not belong together");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The signing key is none for " + ALGORITHM, e);
        }
    }

    /** The line to be kept secret. */
    public String secret() {
        Base64.Encoder base64 = Base64.getEncoder();
        return base64.encodeToString(privateKey.getEncoded()) + "." + base64.encodeToString(publicKey);
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public String id() {
        return idOf(publicKey);
    }

    /** The first half of the public key's SHA-256. */
    public static String idOf(byte[] publicKey) {
        return Digests.of(publicKey).substring(0, ID_LENGTH);
    }

    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** False too where the key or the signature cannot be read. */
    static boolean isSignedBy(byte[] publicKey, byte[] bytes, byte[] signed) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
