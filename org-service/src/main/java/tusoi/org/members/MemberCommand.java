package tusoi.org.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.NewMember;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;

/** What can be done to memberships by people; who is removed comes as an event. */
sealed interface MemberCommand {
    /** A decision as written down with the change. */
    record Basis(String number, String body, LocalDate signedOn) {}

    /** Who somebody is, as entered. */
    record Identity(String fullName, LocalDate birthDate, String gender, String personIdentifier) {}

    record RegisterMember(
            Identity identity,
            NewMember member,
            @Nullable String reference,
            @Nullable Basis basis) implements MemberCommand {}

    record AdmitMember(Identity identity, UnitId home, LocalDate on, Basis basis, Overrides overrides)
            implements MemberCommand {}

    /** A change of a membership that is there, as it was read. */
    sealed interface ChangeMember extends MemberCommand {
        MemberId member();

        IfMatch expected();

        @Nullable
        Basis basis();

        Overrides overrides();
    }

    record RecogniseMember(
            MemberId member,
            IfMatch expected,
            LocalDate decidedOn,
            @Nullable Basis basis,
            Overrides overrides) implements ChangeMember {}

    record TransferMember(
            MemberId member,
            IfMatch expected,
            LocalDate on,
            UnitId to,
            @Nullable Basis basis,
            Overrides overrides) implements ChangeMember {}

    record ExemptMember(
            MemberId member,
            IfMatch expected,
            LocalDate from,
            @Nullable LocalDate to,
            boolean exempt,
            @Nullable Basis basis,
            Overrides overrides)
            implements ChangeMember {}

    record RecordDeath(MemberId member, IfMatch expected, LocalDate on, Overrides overrides) implements ChangeMember {
        @Override
        public @Nullable Basis basis() {
            return null;
        }
    }
}
