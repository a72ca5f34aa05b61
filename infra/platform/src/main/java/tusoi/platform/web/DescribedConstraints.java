package tusoi.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import org.springdoc.core.customizers.PropertyCustomizer;

/** Describes what the description leaves out: that a text may not be blank where it has a length too, and how many entries a map has. */
class DescribedConstraints implements PropertyCustomizer {
    /** A text of which something is left when it is trimmed. */
    static final String NOT_BLANK = "\\S";

    @Override
    public Schema<?> customize(Schema property, AnnotatedType type) {
        if (type.getCtxAnnotations() == null) {
            return property;
        }
        for (Annotation annotation : type.getCtxAnnotations()) {
            if (annotation instanceof NotBlank) {
                property.setMinLength(1);
                if (property.getPattern() == null) {
                    property.setPattern(NOT_BLANK);
                }
            }
            if (annotation instanceof Size size && property.getAdditionalProperties() != null) {
                property.setMaxProperties(size.max());
            }
        }
        return property;
    }
}
