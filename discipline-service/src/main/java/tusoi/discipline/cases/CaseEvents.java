package tusoi.discipline.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tusoi.discipline.cases.domain.CaseEvent;
import tusoi.discipline.cases.domain.CaseFile;
import tusoi.discipline.cases.domain.DecisionTaken;
import tusoi.discipline.contract.CaseV1;
import tusoi.platform.outbox.OutgoingEvent;

/** Makes events of the contract out of a case. */
final class CaseEvents {
    private CaseEvents() {}

    static OutgoingEvent of(CaseEvent event, CaseDocument document, long version) {
        CaseFile file = document.file();
        return new OutgoingEvent(
                type(event), file.id().value().toString(), file.id().value(), version, picture(document));
    }

    private static String type(CaseEvent event) {
        return switch (event) {
            case CASE_RECEIVED -> "discipline.case-received.v1";
            case CASE_VERIFYING -> "discipline.case-verifying.v1";
            case SELF_REVIEW_RECEIVED -> "discipline.self-review-received.v1";
            case CASE_HEARD -> "discipline.case-heard.v1";
            case BALLOTS_COUNTED -> "discipline.ballots-counted.v1";
            case CASE_DECIDED -> "discipline.case-decided.v1";
            case DECISION_ANNOUNCED -> "discipline.decision-announced.v1";
            case CASE_CLOSED -> "discipline.case-closed.v1";
        };
    }

    /** What happened last, told again where only a linked sanction is new. */
    static CaseEvent latest(CaseDocument document) {
        return switch (document.state()) {
            case "RECEIVED" -> CaseEvent.CASE_RECEIVED;
            case "VERIFYING" -> CaseEvent.CASE_VERIFYING;
            case "SELF_REVIEWED" -> CaseEvent.SELF_REVIEW_RECEIVED;
            case "HEARD" -> CaseEvent.CASE_HEARD;
            case "VOTED" -> CaseEvent.BALLOTS_COUNTED;
            case "DECIDED" -> CaseEvent.CASE_DECIDED;
            case "IN_EFFECT" -> CaseEvent.DECISION_ANNOUNCED;
            default -> CaseEvent.CASE_CLOSED;
        };
    }

    static CaseV1 picture(CaseDocument document) {
        CaseFile file = document.file();
        return new CaseV1(
                file.id().value(),
                file.subjectType().name(),
                file.subject(),
                file.unit().value(),
                document.state(),
                file.source(),
                file.receivedOn(),
                file.violatedOn(),
                file.contents().stream().map(Enum::name).toList(),
                decision(document.decision()),
                sanctions(file),
                document.annulment() == null ? null : document.annulment().on(),
                document.closedOn(),
                document.closedReason());
    }

    private static List<CaseV1.ExternalSanctionV1> sanctions(CaseFile file) {
        return file.externalSanctions().stream()
                .map(sanction -> new CaseV1.ExternalSanctionV1(sanction.authority(), sanction.form(), sanction.on()))
                .toList();
    }

    private static CaseV1.@Nullable DecisionV1 decision(@Nullable DecisionTaken decision) {
        return decision == null
                ? null
                : new CaseV1.DecisionV1(
                        decision.number(),
                        decision.form().name(),
                        decision.decider().value(),
                        decision.decidingLevel(),
                        decision.signedOn(),
                        decision.announcedOn(),
                        decision.announcedOn() == null ? null : decision.effectiveOn(),
                        decision.profile(),
                        decision.warnings());
    }
}
