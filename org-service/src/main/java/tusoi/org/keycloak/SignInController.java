package tusoi.org.keycloak;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.accounts.SignIns;
import tusoi.org.ids.AccountId;
import tusoi.org.keycloak.admin.KeycloakProperties;
import tusoi.org.keycloak.admin.KeycloakUnavailable;
import tusoi.org.keycloak.admin.KeycloakUsers;
import tusoi.platform.problems.ProblemException;

/** The way in for who was invited, or has forgotten the password. */
@RestController
@RequestMapping("/api/org/v1/accounts")
class SignInController {
    private static final int BYTES = 15;

    private final SignIns signIns;
    private final KeycloakUsers users;
    private final KeycloakProperties keycloak;
    private final SecureRandom random = new SecureRandom();

    SignInController(SignIns signIns, KeycloakUsers users, KeycloakProperties keycloak) {
        this.signIns = signIns;
        this.users = users;
        this.keycloak = keycloak;
    }

    /** To be handed to the person; at the first sign-in another one has to be chosen. */
    record OneTimePassword(String username, String password) {}

    /** Shown once and kept nowhere here, so that it takes no Idempotency-Key: another call makes another password. */
    @PostMapping("/{id}/one-time-password")
    ResponseEntity<OneTimePassword> oneTimePassword(
            @PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key != null) {
            throw ProblemException.unreadable(
                    "Idempotency-Key", "The answer holds a password and is not kept", "Leave the header out");
        }
        SignIns.Resettable account = signIns.resettable(new AccountId(id));
        String password = generate();
        if (!isSet(id, account.subject(), password)) {
            throw ProblemException.wrongState("Keycloak has no user that was made for this account");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new OneTimePassword(account.username(), password));
    }

    private boolean isSet(UUID account, String subject, String password) {
        if (!keycloak.isGiven()) {
            throw unavailable();
        }
        try {
            return users.oneTimePassword(account, subject, password);
        } catch (KeycloakUnavailable away) {
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                503, "busy", "Keycloak does not answer", null, "Ask again later; the account is kept as it is");
    }

    private String generate() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
