package tusoi.launcher.parts;

/** A part could not be unpacked, started or stopped; the message is meant for the person at the terminal. */
public class PartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailed(String message) {
        super(message);
    }

    public PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
