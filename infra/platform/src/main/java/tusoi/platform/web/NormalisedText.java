package tusoi.platform.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Normalises every text that arrives, in bodies and in parameters. */
final class NormalisedText extends StdScalarDeserializer<String> {
    NormalisedText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isScalarValue()
                || parser.currentToken().isBoolean()
                || parser.currentToken().isNumeric()) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getValueAsString();
        return text == null ? null : VietnameseText.normalise(text);
    }

    static final class Parameter extends PropertyEditorSupport {
        @Override
        public void setAsText(@Nullable String text) {
            setValue(text == null ? null : VietnameseText.normalise(text));
        }
    }
}
