package tusoi.platform.inbox;

/** What is asked for and what becomes of a dead letter. */
public enum LetterAction {
    /** It came and could not be taken. */
    CAME,
    MEND_ASKED,
    LEAVE_OUT_ASKED,
    REPLAY_ASKED,
    /** It was tried again, or a mend of it was, and could not be taken. */
    FAILED,
    MENDED,
    LEFT_OUT,
    REPLAYED
}
