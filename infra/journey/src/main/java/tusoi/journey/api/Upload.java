package tusoi.journey.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A multipart body whose boundary is always the same, so that a repeat is the same request to the byte. */
public record Upload(byte[] bytes) {
    private static final String BOUNDARY = "tusoi-journey-4f1c9d";

    public static Upload of(String unit, String fileName, String type, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"unit\"\r\n\r\n" + unit + "\r\n"));
        body.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName + "\"\r\nContent-Type: " + type + "\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(text("\r\n--" + BOUNDARY + "--\r\n"));
        return new Upload(body.toByteArray());
    }

    /** Tells one body from another. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
