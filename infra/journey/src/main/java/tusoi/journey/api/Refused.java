package tusoi.journey.api;

/** The API said no, or nothing. */
public class Refused extends RuntimeException {
    private final int status;
    private final String body;

    public Refused(int status, String request, String body) {
        super(request + " → " + status + " " + body);
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public String body() {
        return body;
    }
}
