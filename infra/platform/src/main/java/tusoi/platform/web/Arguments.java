package tusoi.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tusoi.platform.problems.ProblemException;

/** Resolves {@link PageRequest} and {@link IfMatch} for controllers. */
class Arguments implements HandlerMethodArgumentResolver {
    static final int USUAL_SIZE = 50;
    static final int MAX_CURSOR = 1_000;
    static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class || parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return parameter.getParameterType() == IfMatch.class
                ? ifMatch(request.getHeader("If-Match"))
                : new PageRequest(size(request.getParameter("size")), after(request.getParameter("after")));
    }

    static IfMatch ifMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(
                    428,
                    "version-required",
                    "The version that was read is missing",
                    "If-Match",
                    "Read it and send the ETag of the answer as If-Match");
        }
        Matcher version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw ProblemException.unreadable("If-Match", "It is no version", "Send the ETag as it was received");
        }
        return new IfMatch(Long.parseLong(version.group(1)));
    }

    private static int size(@Nullable String size) {
        if (size == null || size.isBlank()) {
            return USUAL_SIZE;
        }
        try {
            int wanted = Integer.parseInt(size);
            if (wanted >= 1 && wanted <= Page.MAX_SIZE) {
                return wanted;
            }
        } catch (NumberFormatException ignored) {
            // told below, as every other size that is none
        }
        throw ProblemException.unreadable("size", "It is a number from 1 to " + Page.MAX_SIZE, "Correct it");
    }

    private static @Nullable String after(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return null;
        }
        if (after.length() > MAX_CURSOR) {
            throw Cursor.unreadable();
        }
        return after;
    }
}
