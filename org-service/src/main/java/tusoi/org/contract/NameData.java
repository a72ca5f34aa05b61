package tusoi.org.contract;

/** The value of {@code member/<id>} on org.names: schema names.v1. */
public record NameData(String fullName) {}
