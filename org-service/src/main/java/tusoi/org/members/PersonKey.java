package tusoi.org.members;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps person identifiers unreadable at rest (AES-GCM) and still finds one again (a keyed hash). Both keys are derived from
 * the one that is configured, base64 of 32 bytes.
 */
@Component
public class PersonKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec encryption;
    private final SecretKeySpec lookup;

    PersonKey(@Value("${tusoi.org.person-key}") String key) {
        byte[] secret = decoded(key);
        encryption = new SecretKeySpec(mac(new SecretKeySpec(secret, "HmacSHA256"), "encryption"), "AES");
        lookup = new SecretKeySpec(mac(new SecretKeySpec(secret, "HmacSHA256"), "lookup"), "HmacSHA256");
    }

    /** The same identifier gives the same hash under the same key. */
    public byte[] hash(String identifier) {
        return mac(lookup, identifier);
    }

    /** Nonce and ciphertext. */
    public byte[] encrypt(String identifier) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, identifier.getBytes(StandardCharsets.UTF_8), 0);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Throws IllegalStateException where it was encrypted under another key. */
    public String decrypt(byte[] nonceAndSealed) {
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(nonceAndSealed, 0, nonce, 0, NONCE_BYTES);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, nonceAndSealed, NONCE_BYTES), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] bytes, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes, offset, bytes.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A person identifier cannot be read or written with the key in use", e);
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String key) {
        try {
            byte[] secret = Base64.getDecoder().decode(key.strip());
            if (secret.length == KEY_BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the key
        }
        throw new IllegalStateException("TUSOI_ORG_PERSON_KEY is missing or is not base64 of " + KEY_BYTES
                + " bytes; make one with: openssl rand -base64 32");
    }
}
