package tusoi.org.keycloak;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tusoi.org.keycloak.admin.KeycloakGroups;

/** Makes the groups of a unit what its grants of today are. */
@Component
class GroupMirror {
    private final KeycloakGroups groups;

    GroupMirror(KeycloakGroups groups) {
        this.groups = groups;
    }

    /** Returns how many differences it has removed. */
    int mirror(UUID unit, Map<String, Set<String>> wanted) {
        Optional<String> known = groups.ofUnit(unit.toString());
        if (wanted.isEmpty()) {
            known.ifPresent(groups::delete);
            return known.isPresent() ? 1 : 0;
        }
        String unitGroup = known.orElseGet(() -> groups.makeUnder(groups.root(), unit.toString()));
        Map<String, String> roles = groups.under(unitGroup);
        int differences = known.isPresent() ? 0 : 1;
        for (Map.Entry<String, Set<String>> role : wanted.entrySet()) {
            String there = roles.remove(role.getKey());
            String group = there == null ? groups.makeUnder(unitGroup, role.getKey()) : there;
            differences += (there == null ? 1 : 0) + members(group, role.getValue());
        }
        roles.values().forEach(groups::delete);
        return differences + roles.size();
    }

    private int members(String group, Set<String> wanted) {
        Set<String> actual = groups.members(group);
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(actual);
        long added =
                missing.stream().filter(subject -> groups.add(subject, group)).count();
        Set<String> strange = new HashSet<>(actual);
        strange.removeAll(wanted);
        strange.forEach(subject -> groups.remove(subject, group));
        return (int) added + strange.size();
    }

    /** Deletes what stands under the root and is no unit of the mirror. */
    int sweep(MirrorRows rows) {
        int deleted = 0;
        for (Map.Entry<String, String> group : groups.under(groups.root()).entrySet()) {
            if (!isMirrored(rows, group.getKey())) {
                groups.delete(group.getValue());
                deleted++;
            }
        }
        return deleted;
    }

    private static boolean isMirrored(MirrorRows rows, String name) {
        try {
            return rows.isMirrored(UUID.fromString(name));
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }
}
