package tusoi.platform.rules;

import java.util.Map;

/** A rule that an authority has to answer for, with the figures it was judged by. */
public record Warning(Rule rule, String detail, Map<String, Object> facts) {}
