package tusoi.reporting.proof;

import java.math.BigDecimal;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A published report as a file: the document, its digest, its signature and the public key. The document holds a digest of each row of its
 * table too, so that a check can say which row was changed.
 */
public final class SignedDocument {
    public static final String FORMAT = "tusoi-published-report-1";

    static final String ROWS = "/report/rows";
    static final String ROW_DIGESTS = "rowDigests";

    private SignedDocument() {}

    /**
     * Adds the rows' digests to the document, and signs it. Throws {@link IllegalArgumentException} where a number of it is more exact
     * than the canonical form tells.
     */
    public static ObjectNode of(ObjectNode document, ReportKey key) {
        mustBeTold(document);
        ArrayNode digests = document.putArray(ROW_DIGESTS);
        document.at(ROWS).forEach(row -> digests.add(Digests.of(row)));
        byte[] bytes = CanonicalJson.of(document);
        ObjectNode file = JsonMapper.shared().createObjectNode();
        file.put("format", FORMAT);
        file.set("document", document);
        file.put("sha256", Digests.of(bytes));
        ObjectNode signature = file.putObject("signature");
        signature.put("algorithm", ReportKey.ALGORITHM);
        signature.put("keyId", key.id());
        signature.put("value", Base64.getEncoder().encodeToString(key.sign(bytes)));
        signature.put("publicKey", Base64.getEncoder().encodeToString(key.publicKey()));
        return file;
    }

    private static void mustBeTold(JsonNode node) {
        if (node.isNumber()
                && new BigDecimal(CanonicalJson.number(node.doubleValue())).compareTo(node.decimalValue()) != 0) {
            throw new IllegalArgumentException(node + " is no number that a double tells");
        }
        node.forEach(SignedDocument::mustBeTold);
    }

    static JsonNode read(byte[] bytes) {
        return JsonMapper.builder()
                .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(bytes);
    }
}
