package tusoi.platform.persistence;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same statements on tables of the same names in a schema beside: {@code shadow_x} for {@code x}. What is built there is built by
 * the very text that builds what serves.
 */
public final class Shadow {
    public static final String PREFIX = "shadow_";

    private final Pattern schema;

    /** @param schemas that are written with a point behind them in every statement */
    public Shadow(Collection<String> schemas) {
        this.schema = Pattern.compile(
                "\\b(" + schemas.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")\\.");
    }

    /** A statement or a name, moved beside. */
    public String moved(String sql) {
        Matcher found = schema.matcher(sql);
        return found.replaceAll(PREFIX + "$1.");
    }

    public JdbcClient over(JdbcClient jdbc) {
        return sql -> jdbc.sql(moved(sql));
    }

    public Copies over(Copies copies) {
        return copies.renamed(this::moved);
    }
}
