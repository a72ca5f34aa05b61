package tusoi.platform.problems;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail (RFC 9457), in the language asked for.
 *
 * @param code stable, for programs; {@code type} is made of it
 * @param place the field, parameter or header it is about
 * @param remedy what to do
 * @param traceId to be found in the logs
 * @param fields each field that was refused
 * @param rule the rule that refused
 * @param facts the figures the rule used
 * @param warnings the rules that wait for a reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        @Nullable String place,
        @Nullable String remedy,
        @Nullable String traceId,
        @Nullable List<Field> fields,
        @Nullable CitedRule rule,
        @Nullable Map<String, Object> facts,
        @Nullable List<OpenWarning> warnings,
        @JsonIgnore Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A field and what is wrong with it. */
    public record Field(String place, String detail) {}

    /** A rule as the profile in force words it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CitedRule(
            String code,
            @Nullable String text,
            @Nullable String citation,
            @Nullable String mark,
            @Nullable String profile) {}

    /** A warning that has no reason yet; repeat the command with {@code "overrides": {code: reason}}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OpenWarning(
            String code,
            String detail,
            @Nullable String text,
            @Nullable String citation,
            @Nullable String mark,
            @Nullable String profile,
            Map<String, Object> facts) {}
}
