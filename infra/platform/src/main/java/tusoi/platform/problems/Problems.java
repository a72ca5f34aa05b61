package tusoi.platform.problems;

import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.rules.UnansweredWarnings;

/**
 * The one place where what was thrown becomes a problem: for a request, an item of a bulk command and a filter alike. What it
 * does not know becomes a 500 that carries a trace id and no text.
 */
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final int MOST_TOLD = 5;

    private final Titles titles = new Titles();
    private final Citations citations;

    Problems(Citations citations) {
        this.citations = citations;
    }

    /** Logs what is not the caller's doing. */
    public Problem of(Throwable thrown, Language language) {
        Problem problem = explain(thrown, language);
        if (problem.code().equals("internal")) {
            LOG.error("Unexpected {}", thrown.getClass().getName(), thrown);
        } else if (problem.status() >= 500) {
            LOG.warn("{}", problem.code(), thrown);
        }
        return problem;
    }

    /** The stable code of what was thrown, for counters. */
    public String codeOf(Throwable thrown) {
        return explain(thrown, Language.EN).code();
    }

    /** Every code that a problem can have, the rules' own apart. */
    public Set<String> codes() {
        return titles.codes();
    }

    private Problem explain(Throwable thrown, Language language) {
        return switch (thrown) {
            case ProblemException problem -> of(problem, language);
            case RuleViolation violation -> refused(violation, language);
            case UnansweredWarnings open -> unanswered(open, language);
            case HttpMessageNotReadableException unreadable -> of(UnreadableBodies.explain(unreadable), language);
            case BindException invalid -> invalid(fields(invalid.getBindingResult()), language);
            case HandlerMethodValidationException invalid -> invalid(fields(invalid), language);
            case ConstraintViolationException invalid -> invalid(fields(invalid), language);
            case MethodArgumentTypeMismatchException mismatch ->
                of(
                        ProblemException.unreadable(
                                mismatch.getName(),
                                "It cannot be read as " + Wanted.of(mismatch.getRequiredType()),
                                "Correct it"),
                        language);
            case MissingServletRequestParameterException missing -> of(missing(missing.getParameterName()), language);
            case MissingServletRequestPartException missing -> of(missing(missing.getRequestPartName()), language);
            case MissingRequestHeaderException missing -> of(missing(missing.getHeaderName()), language);
            case MaxUploadSizeExceededException ignored ->
                of(ProblemException.tooLarge("The upload is larger than allowed"), language);
            case MultipartException ignored ->
                of(
                        ProblemException.unreadable("body", "The parts cannot be read", "Send multipart/form-data"),
                        language);
            case InvalidParameterException ignored ->
                of(
                        ProblemException.unreadable(
                                "query", "A parameter is no text in UTF-8", "Write it in UTF-8, percent-encoded"),
                        language);
            case AccessDeniedException ignored ->
                of(new ProblemException(403, "denied", "This is not allowed", null, null), language);
            case ErrorResponse response when response.getStatusCode().is4xxClientError() -> of(response, language);
            default -> fromCauses(thrown, language);
        };
    }

    /** A problem that was not thrown, such as the container's own refusals. */
    public Problem of(int status, Language language) {
        Unserved unserved = Unserved.of(status);
        return problem(status, "status-" + status, unserved.detail(), unserved.place(), unserved.remedy(), language)
                .build();
    }

    private Problem fromCauses(Throwable thrown, Language language) {
        Optional<ProblemException> known =
                ProblemException.inCausesOf(thrown).or(() -> DatabaseConflicts.explain(thrown));
        if (known.isPresent() && !(thrown instanceof HttpMessageNotWritableException)) {
            return of(known.get(), language);
        }
        return problem(500, "internal", null, null, null, language).build();
    }

    private Problem of(ProblemException problem, Language language) {
        return problem(
                        problem.status(),
                        problem.code(),
                        problem.getMessage(),
                        problem.place(),
                        problem.remedy(),
                        language)
                .build();
    }

    private Problem of(ErrorResponse response, Language language) {
        int status = response.getStatusCode().value();
        Unserved unserved = Unserved.of(response);
        Draft draft =
                problem(status, "status-" + status, unserved.detail(), unserved.place(), unserved.remedy(), language);
        HttpHeaders headers = response.getHeaders();
        headers.forEach((name, values) -> draft.headers.put(name, String.join(", ", values)));
        return draft.build();
    }

    private Problem refused(RuleViolation violation, Language language) {
        Draft draft = problem(422, violation.rule().code(), violation.getMessage(), null, null, language);
        draft.title = titles.of(Titles.OF_RULES, 422, language);
        draft.rule = citations.of(violation.rule(), violation.facts(), language);
        draft.facts = violation.facts();
        return draft.build();
    }

    private Problem unanswered(UnansweredWarnings open, Language language) {
        Draft draft = problem(
                422,
                "warnings-unanswered",
                open.getMessage(),
                "overrides",
                "Repeat with \"overrides\": {\""
                        + open.warnings().getFirst().rule().code() + "\": \"reason\", …}",
                language);
        draft.warnings = open.warnings().stream()
                .map(warning -> citations.of(warning, language))
                .toList();
        return draft.build();
    }

    private Problem invalid(List<Problem.Field> fields, Language language) {
        Draft draft = problem(
                400,
                "invalid",
                fields.stream()
                        .limit(MOST_TOLD)
                        .map(field -> field.place() + ": " + field.detail())
                        .collect(Collectors.joining("; ")),
                fields.isEmpty() ? null : fields.getFirst().place(),
                null,
                language);
        draft.fields = fields;
        return draft.build();
    }

    private static List<Problem.Field> fields(BindingResult result) {
        return result.getAllErrors().stream()
                .map(error -> new Problem.Field(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        String.valueOf(error.getDefaultMessage())))
                .toList();
    }

    private static List<Problem.Field> fields(HandlerMethodValidationException invalid) {
        List<Problem.Field> fields = new ArrayList<>();
        invalid.getParameterValidationResults().forEach(result -> result.getResolvableErrors()
                .forEach(error -> fields.add(new Problem.Field(
                        error instanceof FieldError field
                                ? field.getField()
                                : String.valueOf(result.getMethodParameter().getParameterName()),
                        String.valueOf(error.getDefaultMessage())))));
        return fields;
    }

    private static List<Problem.Field> fields(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(violation ->
                        new Problem.Field(String.valueOf(violation.getPropertyPath()), violation.getMessage()))
                .toList();
    }

    private static ProblemException missing(String place) {
        return ProblemException.unreadable(place, "It is missing", "Add it");
    }

    private Draft problem(
            int status,
            String code,
            @Nullable String detail,
            @Nullable String place,
            @Nullable String remedy,
            Language language) {
        return new Draft(status, code, titles.of(code, status, language), detail, place, remedy);
    }

    /** Collects the rarer fields. */
    private static final class Draft {
        private final int status;
        private final String code;
        private String title;
        private final @Nullable String detail;
        private final @Nullable String place;
        private final @Nullable String remedy;
        private @Nullable List<Problem.Field> fields;
        private Problem.@Nullable CitedRule rule;
        private @Nullable Map<String, Object> facts;
        private @Nullable List<Problem.OpenWarning> warnings;
        private final Map<String, String> headers = new java.util.HashMap<>();

        private Draft(
                int status,
                String code,
                String title,
                @Nullable String detail,
                @Nullable String place,
                @Nullable String remedy) {
            this.status = status;
            this.code = code;
            this.title = title;
            this.detail = detail;
            this.place = place;
            this.remedy = remedy;
            if (status == 503) {
                headers.put(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            }
        }

        private Problem build() {
            return new Problem(
                    URI.create("urn:tusoi:problem:" + code),
                    title,
                    status,
                    detail,
                    code,
                    place,
                    remedy,
                    MDC.get("traceId"),
                    fields,
                    rule,
                    facts,
                    warnings,
                    headers);
        }
    }
}
