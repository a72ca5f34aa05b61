package tusoi.platform.web;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tusoi.platform.time.TimeLimits;

/**
 * Reads a value from its one form as text, in bodies and in parameters alike. What the libraries would take besides (a day as a number or
 * an array, a blank for none, an id in another coding or with its zeros left out) is refused.
 */
final class FromText<T> extends StdScalarDeserializer<T> {
    private final Function<String, T> reading;

    private FromText(Class<T> type, Function<String, T> reading) {
        super(type);
        this.reading = reading;
    }

    static FromText<String> text() {
        return new FromText<>(String.class, text -> KeptText.read(text, KeptText.LONGEST));
    }

    static FromText<LocalDate> day() {
        return new FromText<>(LocalDate.class, TimeLimits::day);
    }

    static FromText<Instant> instant() {
        return new FromText<>(Instant.class, TimeLimits::instant);
    }

    static FromText<UUID> id() {
        return new FromText<>(UUID.class, FromText::id);
    }

    private static UUID id(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("an id in another form");
        }
        return id;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (T) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getString();
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw context.weirdStringException(text, handledType(), "cannot be read");
        }
    }

    /** For a parameter; a blank is as none, except of a text. */
    static final class Parameter extends PropertyEditorSupport {
        private final Function<String, ?> reading;
        private final boolean isBlankNone;

        private Parameter(Function<String, ?> reading, boolean isBlankNone) {
            this.reading = reading;
            this.isBlankNone = isBlankNone;
        }

        static Parameter text() {
            return new Parameter(text -> KeptText.read(text, KeptText.LONGEST_PARAMETER), false);
        }

        /** In digits: no hexadecimal ones. */
        static Parameter number() {
            return new Parameter(Integer::valueOf, true);
        }

        static Parameter of(FromText<?> type) {
            return new Parameter(type.reading, true);
        }

        @Override
        public void setAsText(@Nullable String text) {
            if (text == null || isBlankNone && text.isBlank()) {
                setValue(null);
                return;
            }
            try {
                setValue(reading.apply(text));
            } catch (DateTimeException none) {
                throw new IllegalArgumentException(none);
            }
        }
    }
}
