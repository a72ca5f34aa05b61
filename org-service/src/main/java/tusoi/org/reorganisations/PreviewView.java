package tusoi.org.reorganisations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tusoi.org.reorganisations.works.Touched;

/**
 * What a reorganisation would do if it were confirmed now; the first two hundred of each kind, and how many there are. Of what is
 * open elsewhere only those that the asker may read are listed; all of it is counted.
 */
record PreviewView(
        UUID id,
        LocalDate effectiveOn,
        String fingerprint,
        boolean confirmable,
        Counts counts,
        List<UnitEffect> units,
        List<Touched.Post> posts,
        List<Touched.Matter> matters,
        List<Touched.Transfer> transfers,
        List<Touched.Cycle> cycles,
        List<Refusal> refusals,
        List<Refusal> warnings) {
    static final int MOST = 200;

    record Counts(
            int units, int members, int posts, int matters, int transfers, int cycles, int refusals, int warnings) {}

    /** A unit that changes, or that members leave or come to. */
    record UnitEffect(UUID unitId, String code, List<String> changes, int membersLeaving, int membersComing) {}

    /** A rule that refuses, or asks for a reason, and by which facts. */
    record Refusal(String rule, String why, Map<String, Object> facts) {}

    /** A member's way. */
    record MemberWay(UUID memberId, String fullName, UUID from, UUID to) {}
}
