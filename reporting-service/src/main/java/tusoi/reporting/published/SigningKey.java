package tusoi.reporting.published;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.proof.ReportKey;

/** The key that this installation signs with, if it has one. Its public half is kept for ever from the first start with it. */
@Component
class SigningKey {
    private final @Nullable ReportKey key;

    SigningKey(@Value("${tusoi.reports.signing-key}") String secret, @Loader JdbcClient jdbc) {
        key = secret.isBlank() ? null : ReportKey.parse(secret);
        if (key != null) {
            jdbc.sql("insert into published.report_key (key_id, public_key) values (:id, :key) on conflict do nothing")
                    .param("id", key.id())
                    .param("key", key.publicKey())
                    .update();
        }
    }

    Optional<ReportKey> get() {
        return Optional.ofNullable(key);
    }
}
