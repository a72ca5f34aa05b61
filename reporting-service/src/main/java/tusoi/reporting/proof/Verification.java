package tusoi.reporting.proof;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a check of a published report's file found.
 *
 * @param findings what is wrong with it; empty where it is what was published
 * @param keyId the key that it says it was signed by
 */
public record Verification(
        List<String> findings,
        @Nullable JsonNode document,
        @Nullable String keyId) {
    private static final Set<String> FIELDS = Set.of("format", "document", "sha256", "signature");
    private static final Set<String> SIGNATURE_FIELDS = Set.of("algorithm", "keyId", "value", "publicKey");

    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean isGood() {
        return findings.isEmpty();
    }

    /** @param trusted ids of the keys that are known to be the service's own */
    public static Verification of(byte[] bytes, Set<String> trusted) {
        JsonNode file;
        try {
            file = SignedDocument.read(bytes);
        } catch (JacksonException e) {
            return new Verification(List.of("it is no JSON file: " + e.getOriginalMessage()), null, null);
        }
        JsonNode document = file.path("document");
        if (!file.path("format").asString("").equals(SignedDocument.FORMAT) || !document.isObject()) {
            return new Verification(List.of("it is no published report (" + SignedDocument.FORMAT + ")"), null, null);
        }
        List<String> findings = new ArrayList<>();
        unsigned(file, FIELDS, "", findings);
        byte[] canonical;
        try {
            canonical = CanonicalJson.of(document);
        } catch (IllegalArgumentException e) {
            return new Verification(List.of("it has no canonical form: " + e.getMessage()), document, null);
        }
        if (!Digests.of(canonical).equals(file.path("sha256").asString(""))) {
            findings.add("the content is not what its SHA-256 was taken of");
        }
        rows(document, findings);
        String keyId = signature(file.path("signature"), canonical, trusted, findings);
        return new Verification(findings, document, keyId);
    }

    /** Nothing signs what stands beside the document, so nothing may stand there that a reader could take for a part of it. */
    private static void unsigned(JsonNode node, Set<String> known, String where, List<String> findings) {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add("it has a field that is not signed, " + where + name));
    }

    /** Whether each row is what its own digest was taken of. */
    private static void rows(JsonNode document, List<String> findings) {
        JsonNode rows = document.at(SignedDocument.ROWS);
        JsonNode digests = document.path(SignedDocument.ROW_DIGESTS);
        if (rows.size() != digests.size()) {
            findings.add("it has " + rows.size() + " rows, and digests of " + digests.size());
        }
        for (int place = 0; place < Math.min(rows.size(), digests.size()); place++) {
            JsonNode row = rows.get(place);
            if (!Digests.of(row).equals(digests.get(place).asString(""))) {
                findings.add("row " + (place + 1) + " ("
                        + row.path("key").asString(row.path("kind").asString("")) + ") was changed");
            }
        }
    }

    private static @Nullable String signature(
            JsonNode signature, byte[] canonical, Set<String> trusted, List<String> findings) {
        unsigned(signature, SIGNATURE_FIELDS, "signature.", findings);
        if (!signature.path("algorithm").asString("").equals(ReportKey.ALGORITHM)) {
            findings.add("it is not said to be signed by " + ReportKey.ALGORITHM);
        }
        String keyId = signature.path("keyId").asString("");
        byte[] publicKey;
        byte[] value;
        try {
            publicKey = Base64.getDecoder().decode(signature.path("publicKey").asString(""));
            value = Base64.getDecoder().decode(signature.path("value").asString(""));
        } catch (IllegalArgumentException e) {
            findings.add("the signature or its key is no base64");
            return keyId;
        }
        if (!ReportKey.idOf(publicKey).equals(keyId)) {
            findings.add("the key is not the one that it is said to be, " + keyId);
        }
        if (!ReportKey.isSignedBy(publicKey, canonical, value)) {
            findings.add("the signature is not one of this content by the key " + keyId);
        }
        if (!trusted.contains(keyId)) {
            findings.add("the key " + keyId + " is none of the service's own that are known here");
        }
        return keyId;
    }
}
