package tusoi.org.members;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.ids.MemberId;
import tusoi.org.members.domain.MemberHistory;
import tusoi.org.members.histories.MemberVersions;
import tusoi.org.units.UnitDirectory;

/** Who would be at home in what does not live, once members have been sent back to former homes. */
@Component
public class FormerHomes {
    private final MemberVersions versions;
    private final UnitDirectory units;

    FormerHomes(MemberVersions versions, UnitDirectory units) {
        this.versions = versions;
        this.units = units;
    }

    /** Members among these whose home, on some day of theirs, is no branch that lives, as units are by now. */
    public List<MemberId> ended(List<MemberId> members) {
        Map<List<@Nullable Object>, Boolean> answers = new HashMap<>();
        return versions.read(versions.lock(members)).stream()
                .map(MemberVersions.At::member)
                .filter(member -> member.slices().slices().stream()
                        .anyMatch(slice -> !answers.computeIfAbsent(
                                Arrays.asList(slice.value().home(), slice.from(), slice.to()),
                                key -> units.canBeHome(slice.value().home(), slice.from(), slice.to()))))
                .map(MemberHistory::id)
                .toList();
    }
}
