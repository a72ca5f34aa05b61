package tusoi.org.members.transfers;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tusoi.org.contract.OrgEvents;
import tusoi.org.contract.TransferData;
import tusoi.org.ids.UnitId;
import tusoi.org.members.transfers.domain.Transfer;
import tusoi.platform.audit.Audit;

/** The audit row and the event of each step; the free text of a reason stays in the audit. */
@Component
class TransferJournal {
    private final Audit audit;
    private final OrgEvents events;

    TransferJournal(Audit audit, OrgEvents events) {
        this.audit = audit;
        this.events = events;
    }

    void write(Transfer transfer, long version, UnitId actor, @Nullable String reason) {
        write(
                new TransferData(
                        transfer.id(),
                        transfer.member().value(),
                        transfer.from().value(),
                        transfer.to().value(),
                        transfer.state().name(),
                        transfer.requestedOn(),
                        transfer.presentedOn(),
                        transfer.closedOn()),
                version,
                actor,
                reason);
    }

    void write(Transfers.Crossing crossing, UnitId actor) {
        LocalDate on = crossing.on();
        write(
                new TransferData(
                        crossing.id(),
                        crossing.member().value(),
                        value(crossing.from()),
                        value(crossing.to()),
                        "ACCEPTED",
                        on,
                        null,
                        on),
                1,
                actor,
                null);
    }

    private void write(TransferData data, long version, UnitId actor, @Nullable String reason) {
        String type = "org.transfer-" + data.state().toLowerCase(Locale.ROOT) + ".v1";
        events.transfer(type, version, data);
        audit.changed(type, "transfer", data.transferId(), actor.value(), null, data, reason);
    }

    private static @Nullable UUID value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
