package tusoi.reporting.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.MediaType;
import tusoi.reporting.figures.StandingQuestions.Answer;

/** Writes server-sent events. Each is flushed; a page that is gone shows by the next one that cannot be written. */
final class LiveStream {
    /** When a page whose stream has ended comes again: not all of them in one moment, as after a restart. */
    static final int SOONEST_MILLIS = 500;

    static final int LATEST_MILLIS = 2000;

    private final OutputStream out;

    private LiveStream(OutputStream out) {
        this.out = out;
    }

    static LiveStream to(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        LiveStream stream = new LiveStream(response.getOutputStream());
        stream.write("retry: " + ThreadLocalRandom.current().nextInt(SOONEST_MILLIS, LATEST_MILLIS + 1) + "\n\n");
        return stream;
    }

    void figures(Answer answer, long ageMillis) throws IOException {
        write("event: figures\nid: " + answer.watermark() + "\ndata: {" + freshness(answer.watermark(), ageMillis)
                + ",\"answer\":" + answer.text() + "}\n\n");
    }

    /** The figures are the same, and as fresh as this. */
    void fresh(Instant watermark, long ageMillis) throws IOException {
        write("event: fresh\ndata: {" + freshness(watermark, ageMillis) + "}\n\n");
    }

    /** There will be no more: the right is gone. */
    void end(String code) throws IOException {
        write("event: end\ndata: {\"code\":\"" + code + "\"}\n\n");
    }

    private static String freshness(Instant watermark, long ageMillis) {
        return "\"watermark\":\"" + watermark + "\",\"ageMs\":" + ageMillis;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
