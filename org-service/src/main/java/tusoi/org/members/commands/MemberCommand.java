package tusoi.org.members.commands;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.Ballot;
import tusoi.org.members.domain.NewMember;
import tusoi.org.members.histories.Basis;
import tusoi.org.members.histories.Identity;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;

/** What can be done to memberships by people; who is removed comes as an event, who moves is a transfer. */
sealed interface MemberCommand {

    record RegisterMember(
            Identity identity,
            NewMember member,
            @Nullable String reference,
            @Nullable Basis basis) implements MemberCommand {}

    record AdmitMember(
            Identity identity,
            UnitId home,
            LocalDate on,
            Basis basis,
            @Nullable Ballot ballot,
            Overrides overrides) implements MemberCommand {}

    /** A change of a membership that is there, as it was read; a bulk command goes without. */
    sealed interface ChangeMember extends MemberCommand {
        MemberId member();

        @Nullable
        IfMatch expected();

        @Nullable
        Basis basis();

        Overrides overrides();
    }

    record RecogniseMember(
            MemberId member,
            @Nullable IfMatch expected,
            LocalDate decidedOn,
            @Nullable Ballot ballot,
            @Nullable Basis basis,
            Overrides overrides)
            implements ChangeMember {}

    record ReadmitMember(
            MemberId member,
            @Nullable IfMatch expected,
            UnitId home,
            LocalDate on,
            @Nullable Ballot ballot,
            Basis basis,
            Overrides overrides)
            implements ChangeMember {}

    record ExemptMember(
            MemberId member,
            @Nullable IfMatch expected,
            LocalDate from,
            @Nullable LocalDate to,
            boolean exempt,
            @Nullable Basis basis,
            Overrides overrides)
            implements ChangeMember {}

    /** From a day, to a day if one is set; or no longer. */
    record SuspendMember(
            MemberId member,
            @Nullable IfMatch expected,
            LocalDate from,
            @Nullable LocalDate to,
            boolean suspended,
            Basis basis,
            Overrides overrides)
            implements ChangeMember {}

    record RecordDeath(MemberId member, @Nullable IfMatch expected, LocalDate on) implements ChangeMember {
        @Override
        public @Nullable Basis basis() {
            return null;
        }

        @Override
        public Overrides overrides() {
            return Overrides.NONE;
        }
    }
}
