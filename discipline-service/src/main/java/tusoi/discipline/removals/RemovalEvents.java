package tusoi.discipline.removals;

import org.jspecify.annotations.Nullable;
import tusoi.discipline.contract.RemovalV1;
import tusoi.discipline.removals.domain.RemovalEvent;
import tusoi.discipline.removals.domain.RemovalFile;
import tusoi.discipline.removals.domain.RemovalTaken;
import tusoi.platform.outbox.OutgoingEvent;

/** Makes events of the contract out of a removal. */
final class RemovalEvents {
    private RemovalEvents() {}

    static OutgoingEvent of(RemovalEvent event, RemovalDocument document, long version) {
        RemovalFile file = document.file();
        return new OutgoingEvent(
                type(event), file.id().value().toString(), file.id().value(), version, picture(document));
    }

    /** A self-review moves no figure: it is told as the opened removal's next version. */
    private static String type(RemovalEvent event) {
        return switch (event) {
            case REMOVAL_OPENED, SELF_REVIEW_RECEIVED -> "discipline.removal-opened.v1";
            case REMOVAL_VOTED -> "discipline.removal-voted.v1";
            case REMOVAL_PROPOSED -> "discipline.removal-proposed.v1";
            case MEMBER_REMOVED -> "discipline.member-removed.v1";
            case REMOVAL_CLOSED -> "discipline.removal-closed.v1";
        };
    }

    static RemovalV1 picture(RemovalDocument document) {
        RemovalFile file = document.file();
        return new RemovalV1(
                file.id().value(),
                file.kind().name(),
                file.member().value(),
                file.unit().value(),
                document.state(),
                file.openedOn(),
                file.grounds().stream().map(Enum::name).toList(),
                decision(document.decision()),
                document.closedOn(),
                document.annulment() == null ? null : document.annulment().on());
    }

    private static RemovalV1.@Nullable DecisionV1 decision(@Nullable RemovalTaken decision) {
        return decision == null
                ? null
                : new RemovalV1.DecisionV1(
                        decision.number(),
                        decision.decider().value(),
                        decision.signedOn(),
                        decision.effectiveOn(),
                        decision.profile(),
                        decision.warnings());
    }
}
