package tusoi.org.members;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Entries;
import tusoi.org.members.domain.MemberState;
import tusoi.org.members.domain.NewMember;
import tusoi.org.members.histories.Identity;

/** An existing member as another slice hands one over: who somebody is, and since when at home where. */
public record Newcomer(
        Identity identity, UUID memberId, @Nullable String reference, Stay stay) {

    /** A person with the identifier as it is kept. */
    public record Identity(
            UUID personId,
            String fullName,
            LocalDate birthDate,
            String gender,
            byte[] identifierCipher,
            byte[] identifierHash) {}

    /** What the membership begins with. */
    public record Stay(
            UUID home,
            LocalDate since,
            LocalDate birthDate,
            @Nullable LocalDate admittedOn,
            @Nullable LocalDate recognisedOn,
            String state,
            boolean exempt) {

        /** ORG-16: what is wrong with the order of days, if anything. */
        public Optional<String> disorder() {
            return Entries.disorder(member());
        }

        NewMember member() {
            return new NewMember(
                    new UnitId(home), since, birthDate, admittedOn, recognisedOn, MemberState.valueOf(state), exempt);
        }
    }
}
