package tusoi.reporting.published;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.reporting.proof.ReportKey;

/** Every public key that reports were signed with, the latest first: to be kept beside the reports by who wants to check them. */
@RestController
@RequestMapping("/api/reporting/v1/report-keys")
class ReportKeysController {
    private final JdbcClient jdbc;

    ReportKeysController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record KeysView(List<KeyView> items) {}

    /**
     * @param keyId the first 32 hexadecimal digits of the public key's SHA-256
     * @param publicKey X.509, in base64
     */
    record KeyView(String keyId, String algorithm, String publicKey, Instant firstUsedAt) {}

    @GetMapping
    KeysView all() {
        return new KeysView(jdbc.sql(
                        "select key_id, public_key, first_used_at from published.report_key order by first_used_at desc, key_id")
                .query((row, _) -> new KeyView(
                        row.getString(1),
                        ReportKey.ALGORITHM,
                        Base64.getEncoder().encodeToString(row.getBytes(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list());
    }
}
