package tusoi.org.members.transfers.domain;

/** Only what is requested is open. */
public enum TransferState {
    REQUESTED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    LAPSED
}
