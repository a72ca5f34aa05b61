package tusoi.org.imports.staged;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A line of PostgreSQL's COPY in its text form. */
public final class CopyLine {
    private final StringBuilder line = new StringBuilder(400);

    public CopyLine add(@Nullable Object value) {
        separate();
        if (value == null) {
            line.append("\\N");
            return this;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
        return this;
    }

    public CopyLine add(byte[] bytes) {
        separate();
        line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        return this;
    }

    public byte[] end() {
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void separate() {
        if (!line.isEmpty()) {
            line.append('\t');
        }
    }

    private void append(char c) {
        switch (c) {
            case '\\' -> line.append("\\\\");
            case '\t' -> line.append("\\t");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\0' -> line.append(' ');
            default -> line.append(c);
        }
    }
}
