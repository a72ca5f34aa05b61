package tusoi.reporting.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class VerifyFileTest {
    private static final ReportKey KEY = ReportKey.generate();

    @TempDir
    private Path folder;

    private ObjectNode signed = JsonMapper.shared().createObjectNode();
    private String said = "";

    @BeforeEach
    void aReport() {
        ObjectNode document = (ObjectNode) JsonMapper.shared().readTree("""
                {"id": "r1", "publishedAt": "2023-01-02T00:00:00Z",
                 "report": {"title": {"vi": "Biến động đảng viên"}, "unit": {"name": "Đảng bộ huyện"},
                   "from": "2022-01-01", "to": "2022-12-31", "asOf": "2022-12-31", "knownAt": "2023-01-01T00:00:00Z",
                   "rows": [{"kind": "part", "key": "D.W", "cells": [{"value": 7, "absent": null}]},
                            {"kind": "total", "key": null, "cells": [{"value": 0.333333333333, "absent": null}]}]}}
                """);
        signed = SignedDocument.of(document, KEY);
    }

    @Test
    void aFileAsItWasPublishedIsGood() throws Exception {
        assertThat(verify("--key-id", KEY.id())).isZero();
        assertThat(said).contains("Biến động đảng viên", "is what was published", KEY.id());
    }

    @Test
    void howItIsWrittenMakesNoDifference() throws Exception {
        Path file = folder.resolve("pretty.json");
        Files.writeString(file, signed.toPrettyString().replace("\"value\" : 7,", "\"value\": 7.0,"));
        assertThat(run(List.of(file.toString(), "--key-id", KEY.id()))).as(said).isZero();
    }

    @Test
    void aChangedFigureIsToldWithItsRow() throws Exception {
        ((ObjectNode) signed.at("/document/report/rows/0/cells/0")).put("value", 8);
        assertThat(verify("--key-id", KEY.id())).isEqualTo(1);
        assertThat(said).contains("row 1 (D.W) was changed", "SHA-256", "signature is not one of this content");
    }

    @Test
    void whoChangesTheDigestsTooStillHasNoSignature() throws Exception {
        ObjectNode document = (ObjectNode) signed.path("document");
        ((ObjectNode) document.at("/report/rows/0/cells/0")).put("value", 8);
        ObjectNode forged = SignedDocument.of(document.deepCopy(), ReportKey.generate());
        signed.set("document", forged.get("document"));
        signed.set("sha256", forged.get("sha256"));
        assertThat(verify("--key-id", KEY.id())).isEqualTo(1);
        assertThat(said).contains("signature is not one of this content").doesNotContain("was changed");
    }

    @Test
    void aChangedParameterIsTold() throws Exception {
        ((ObjectNode) signed.at("/document/report")).put("asOf", "2022-01-01");
        assertThat(verify("--key-id", KEY.id())).isEqualTo(1);
        assertThat(said).contains("SHA-256").doesNotContain("was changed");
    }

    @Test
    void aChangedSignatureIsTold() throws Exception {
        ObjectNode signature = (ObjectNode) signed.path("signature");
        byte[] value = Base64.getDecoder().decode(signature.get("value").asString());
        value[5] ^= 1;
        signature.put("value", Base64.getEncoder().encodeToString(value));
        assertThat(verify("--key-id", KEY.id())).isEqualTo(1);
        assertThat(said).contains("signature is not one of this content").doesNotContain("SHA-256");
    }

    @Test
    void anotherKeyThatSignsRightIsNotTrusted() throws Exception {
        signed = SignedDocument.of((ObjectNode) signed.path("document").deepCopy(), ReportKey.generate());
        assertThat(verify("--key-id", KEY.id())).isEqualTo(1);
        assertThat(said).contains("none of the service's own").doesNotContain("not one of this content");
    }

    @Test
    void aKeyUnderAnothersNameIsTold() throws Exception {
        signed = SignedDocument.of((ObjectNode) signed.path("document").deepCopy(), ReportKey.generate());
        ((ObjectNode) signed.path("signature")).put("keyId", KEY.id());
        assertThat(verify("--key-id", KEY.id())).isEqualTo(1);
        assertThat(said).contains("is not the one that it is said to be");
    }

    @Test
    void aRowThatWasTakenOutIsTold() throws Exception {
        ((tools.jackson.databind.node.ArrayNode) signed.at("/document/report/rows")).remove(0);
        assertThat(verify("--key-id", KEY.id())).isEqualTo(1);
        assertThat(said).contains("it has 1 rows, and digests of 2");
    }

    @Test
    void whatStandsBesideTheSignedPartIsTold() throws Exception {
        signed.put("note", "Đã được duyệt");
        ((ObjectNode) signed.path("signature")).put("signer", "Ban Tổ chức");
        assertThat(verify("--key-id", KEY.id())).isEqualTo(1);
        assertThat(said).contains("not signed, note", "not signed, signature.signer");
    }

    @Test
    void anotherAlgorithmIsTold() throws Exception {
        ((ObjectNode) signed.path("signature")).put("algorithm", "none");
        assertThat(verify("--key-id", KEY.id())).isEqualTo(1);
        assertThat(said).contains("not said to be signed by Ed25519");
    }

    @Test
    void aFileWritesNothingButWords() throws Exception {
        ((ObjectNode) signed.at("/document/report/title")).put("vi", "\u001b[2Jmột\nhai\u202e");
        ((ObjectNode) signed.at("/document/report/rows/0")).put("key", "\u001b[1A");
        ((ObjectNode) signed.path("signature")).put("keyId", "\u001b[0m");
        signed.put("\u001b[5m", 1);
        assertThat(verify("--key-id", KEY.id())).isEqualTo(1);
        assertThat(said).contains("?[2Jmột?hai?").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void keysOfAFolderAreTrustedIfTheirNamesAreTheirIds() throws Exception {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Files.writeString(keys.resolve("mine.pub"), Base64.getEncoder().encodeToString(KEY.publicKey()));
        assertThat(verify("--keys", keys.toString())).isEqualTo(1);
        Files.move(keys.resolve("mine.pub"), keys.resolve(KEY.id() + ".pub"));
        assertThat(verify("--keys", keys.toString())).as(said).isZero();
    }

    @Test
    void whatIsNoPublishedReportIsNoGood() throws Exception {
        Path file = folder.resolve("other.json");
        Files.writeString(file, "{\"document\": {}}");
        assertThat(run(List.of(file.toString()))).isEqualTo(1);
        Files.writeString(file, "a text");
        assertThat(run(List.of(file.toString()))).isEqualTo(1);
        assertThat(run(List.of(folder.resolve("nowhere").toString()))).isEqualTo(2);
        assertThat(run(List.of())).isEqualTo(2);
    }

    @Test
    void aKeySurvivesAsOneLineAndItsHalvesBelongTogether() {
        assertThat(ReportKey.parse(KEY.secret()).id()).isEqualTo(KEY.id());
        String mixed = KEY.secret().split("\\.")[0] + "."
                + ReportKey.generate().secret().split("\\.")[1];
        assertThatThrownBy(() -> ReportKey.parse(mixed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReportKey.parse("a.b.c")).isInstanceOf(IllegalArgumentException.class);
    }

    private int verify(String... arguments) throws Exception {
        Path file = folder.resolve("report.json");
        Files.writeString(file, JsonMapper.shared().writeValueAsString(signed));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(file.toString());
        return run(all);
    }

    private int run(List<String> arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = VerifyFile.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}
