package tusoi.org.reads;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Stands between an answer that tells of persons and whoever gets it. */
@ControllerAdvice
class ReadAdvice implements ResponseBodyAdvice<Object> {
    private final ReadTrail trail;

    ReadAdvice(ReadTrail trail) {
        this.trail = trail;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return returned.hasMethodAnnotation(PersonalRead.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet) {
            PersonalRead read = Objects.requireNonNull(returned.getMethodAnnotation(PersonalRead.class));
            trail.read(read, id(servlet), servlet.getServletRequest().getParameter("unit"));
        }
        return body;
    }

    /** Of the one variable that a path of ours has, if any. */
    private static @Nullable UUID id(ServletServerHttpRequest request) {
        return request.getServletRequest().getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        && !variables.isEmpty()
                ? UUID.fromString(variables.values().iterator().next().toString())
                : null;
    }
}
