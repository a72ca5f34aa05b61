package tusoi.org.members.transfers.domain;

import static tusoi.org.members.domain.MemberRules.ORG_12;
import static tusoi.org.members.domain.MemberRules.ORG_15;
import static tusoi.org.members.domain.MemberRules.ORG_58;
import static tusoi.org.members.domain.MemberRules.ORG_59;
import static tusoi.org.members.domain.MemberRules.ORG_60;
import static tusoi.org.members.domain.MemberRules.ORG_62;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.calendar.WorkingDays;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.domain.HomeLives;
import tusoi.org.members.domain.MemberHistory;
import tusoi.platform.rules.Decision;
import tusoi.platform.rules.RuleProfile;

/**
 * An official transfer between two branches. Until the receiving side accepts, the member stays at home in the sending one.
 *
 * @param presentedOn when the introduction was presented to the receiving side
 * @param closedOn when it was accepted, refused, withdrawn or lapsed
 */
public record Transfer(
        UUID id,
        MemberId member,
        UnitId from,
        UnitId to,
        LocalDate requestedOn,
        TransferState state,
        @Nullable LocalDate presentedOn,
        @Nullable LocalDate closedOn) {

    /** ORG-12, ORG-15, ORG-58: asked for by the branch that is home on the day, of a member without an open case. */
    public static Decision<Transfer, TransferState> request(
            UUID id, MemberHistory member, UnitId to, LocalDate on, boolean openCase, HomeLives homes) {
        if (openCase) {
            return caseIsOpen();
        }
        UnitId home = member.slices().on(on).map(held -> held.home()).orElse(null);
        if (home == null || home.equals(to)) {
            return Decision.refused(
                    ORG_15,
                    home == null ? "Not a member on " + on : "At home there already",
                    Map.of("on", on, "to", to.value()));
        }
        if (!homes.canBeHome(to, on, null)) {
            return Decision.refused(
                    ORG_12, "Not a branch that lives from " + on + " on", Map.of("unit", to.value(), "from", on));
        }
        return Decision.accepted(
                new Transfer(id, member.id(), home, to, on, TransferState.REQUESTED, null, null),
                TransferState.REQUESTED);
    }

    /** ORG-58, ORG-62; ORG-59 and ORG-60 warn of clocks that have run out. The move itself is the membership's. */
    public Decision<Transfer, TransferState> accept(
            LocalDate on, LocalDate presented, boolean openCase, RuleProfile profile, WorkingDays days) {
        if (openCase) {
            return caseIsOpen();
        }
        if (presented.isBefore(requestedOn) || on.isBefore(presented)) {
            return disorder("Requested, presented and accepted in another order", on);
        }
        int procedure = profile.number(ORG_59, "workingDays").intValue();
        int taken = days.between(requestedOn, on);
        int introduction = profile.number(ORG_60, "workingDays").intValue();
        int carried = days.between(requestedOn, presented);
        return Decision.<Transfer, TransferState>accepted(
                        closed(TransferState.ACCEPTED, presented, on), TransferState.ACCEPTED)
                .warnUnless(
                        taken <= procedure,
                        ORG_59,
                        taken + " working days since the request, " + procedure + " are allowed",
                        Map.of("workingDays", taken, "workingDaysAllowed", procedure, "requestedOn", requestedOn))
                .warnUnless(
                        carried <= introduction,
                        ORG_60,
                        "Presented after " + carried + " working days, " + introduction + " are allowed",
                        Map.of("workingDays", carried, "workingDaysAllowed", introduction, "requestedOn", requestedOn));
    }

    /** ORG-62. */
    public Decision<Transfer, TransferState> refuse(LocalDate on) {
        return close(TransferState.REFUSED, on);
    }

    /** ORG-62. */
    public Decision<Transfer, TransferState> withdraw(LocalDate on) {
        return close(TransferState.WITHDRAWN, on);
    }

    /** ORG-62: only after the procedure's working days. */
    public Decision<Transfer, TransferState> lapse(LocalDate on, RuleProfile profile, WorkingDays days) {
        int procedure = profile.number(ORG_59, "workingDays").intValue();
        int taken = days.between(requestedOn, on);
        if (taken <= procedure) {
            return Decision.refused(
                    ORG_62,
                    taken + " working days since the request, it lapses after " + procedure,
                    Map.of("workingDays", taken, "workingDaysAllowed", procedure, "requestedOn", requestedOn));
        }
        return close(TransferState.LAPSED, on);
    }

    private Decision<Transfer, TransferState> close(TransferState how, LocalDate on) {
        return on.isBefore(requestedOn)
                ? disorder("Before the request", on)
                : Decision.accepted(closed(how, presentedOn, on), how);
    }

    private Transfer closed(TransferState how, @Nullable LocalDate presented, LocalDate on) {
        return new Transfer(id, member, from, to, requestedOn, how, presented, on);
    }

    private Decision<Transfer, TransferState> disorder(String why, LocalDate on) {
        return Decision.refused(ORG_62, why, Map.of("requestedOn", requestedOn, "on", on));
    }

    private static Decision<Transfer, TransferState> caseIsOpen() {
        return Decision.refused(ORG_58, "A case against the member is open", Map.of());
    }
}
