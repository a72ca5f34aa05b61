package tusoi.platform.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes what controllers take as one object and callers send as headers and parameters. */
class DescribedHabits implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (takes(method, PageRequest.class)) {
            operation.addParametersItem(parameter("query", "size", sizes()));
            operation.addParametersItem(
                    parameter("query", "after", new StringSchema().maxLength(Arguments.MAX_CURSOR)));
        }
        if (takes(method, IfMatch.class)) {
            operation.addParametersItem(
                    parameter("header", "If-Match", new StringSchema().pattern(Arguments.VERSION.pattern()))
                            .required(true));
        }
        if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), PostMapping.class) && !hasKeyAlready(operation)) {
            operation.addParametersItem(parameter(
                    "header", IdempotencyKey.HEADER, new StringSchema().pattern(IdempotencyKey.FORM.pattern())));
        }
        return operation;
    }

    private static Schema<?> sizes() {
        return new IntegerSchema()
                .format("int32")
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(Page.MAX_SIZE))
                ._default(Arguments.USUAL_SIZE);
    }

    private static boolean hasKeyAlready(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> IdempotencyKey.HEADER.equals(parameter.getName()));
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    private static Parameter parameter(String in, String name, Schema<?> schema) {
        return new Parameter().in(in).name(name).schema(schema).required(false);
    }
}
