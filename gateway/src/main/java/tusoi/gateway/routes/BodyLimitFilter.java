package tusoi.gateway.routes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tusoi.gateway.problems.Problem;

/** 413 for a body over the limit: at once where its length is told, otherwise as soon as it is passed. */
@Component
@Order(0)
class BodyLimitFilter extends OncePerRequestFilter {
    private final RouteProperties properties;

    BodyLimitFilter(RouteProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = SlowPaths.include(request.getRequestURI()) ? properties.importLimit() : properties.bodyLimit();
        if (request.getContentLengthLong() > limit.toBytes()) {
            Problem.tooLarge(limit.toBytes()).writeTo(response);
            return;
        }
        var unknownLength = request.getContentLengthLong() < 0;
        chain.doFilter(unknownLength ? new Counted(request, limit.toBytes()) : request, response);
    }

    /** Thrown while a body is relayed. */
    static final class BodyTooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        final transient long limitBytes;

        BodyTooLarge(long limitBytes) {
            super("Body over " + limitBytes + " bytes");
            this.limitBytes = limitBytes;
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {
        private final long limitBytes;

        Counted(HttpServletRequest request, long limitBytes) {
            super(request);
            this.limitBytes = limitBytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limitBytes);
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream body;
        private final long limitBytes;
        private long readBytes;

        CountedStream(ServletInputStream body, long limitBytes) {
            this.body = body;
            this.limitBytes = limitBytes;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var bytes = body.read(into, offset, length);
            count(Math.max(0, bytes));
            return bytes;
        }

        private void count(int bytes) throws BodyTooLarge {
            readBytes += bytes;
            if (readBytes > limitBytes) {
                throw new BodyTooLarge(limitBytes);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
