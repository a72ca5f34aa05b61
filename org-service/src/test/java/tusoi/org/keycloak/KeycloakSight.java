package tusoi.org.keycloak;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.keycloak.admin.AdminCalls;
import tusoi.org.keycloak.admin.KeycloakGroups;
import tusoi.org.keycloak.admin.KeycloakProperties;

/** Looks at Keycloak, and changes it by hand. */
public final class KeycloakSight {
    private final AdminCalls calls;
    private final KeycloakGroups groups;

    public KeycloakSight(String url, String secret) {
        this.calls = new AdminCalls(
                new KeycloakProperties(url, "tusoi", secret, Duration.ofMinutes(1)), JsonMapper.shared());
        this.groups = new KeycloakGroups(calls);
    }

    public Set<String> members(String unit, String role) {
        return groups.ofUnit(unit)
                .map(group -> groups.under(group).get(role))
                .map(groups::members)
                .orElse(Set.of());
    }

    public boolean hasUnit(String unit) {
        return groups.ofUnit(unit).isPresent();
    }

    public void add(String subject, String unit, String role) {
        groups.add(subject, group(unit, role));
    }

    public void remove(String subject, String unit, String role) {
        groups.remove(subject, group(unit, role));
    }

    private String group(String unit, String role) {
        return Objects.requireNonNull(
                groups.under(groups.ofUnit(unit).orElseThrow()).get(role));
    }

    public void deleteUnit(String unit) {
        groups.delete(groups.ofUnit(unit).orElseThrow());
    }

    public void makeUnit(String name) {
        groups.makeUnder(groups.root(), name);
    }

    public boolean isEnabled(String subject) {
        return calls.get("/users/" + subject).body().path("enabled").asBoolean();
    }
}
