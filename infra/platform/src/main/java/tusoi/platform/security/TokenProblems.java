package tusoi.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.problems.ProblemWriter;

/** 401 with the challenge that RFC 6750 asks for and a problem detail; 503 while the signer's keys cannot be had. */
class TokenProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final ProblemWriter problems;

    TokenProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            response.setHeader("Retry-After", "5");
            problems.write(
                    request,
                    response,
                    new ProblemException(
                            503,
                            "keys-unavailable",
                            "The sign-in's keys cannot be read now",
                            null,
                            "Repeat in a moment"));
            return;
        }
        challenge.commence(request, response, failure);
        problems.write(
                request,
                response,
                new ProblemException(
                        401,
                        "unauthenticated",
                        request.getHeader("Authorization") == null
                                ? "A bearer token is missing"
                                : "The bearer token is not accepted",
                        "Authorization",
                        "Sign in and send a new token"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(request, response, new ProblemException(403, "denied", "This is not allowed", null, null));
    }
}
