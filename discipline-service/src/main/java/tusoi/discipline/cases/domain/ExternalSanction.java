package tusoi.discipline.cases.domain;

import java.time.LocalDate;

/**
 * What an administrative or legal authority imposed for the same act; a record of its own, no measure of discipline.
 *
 * @param authority an office, never a person
 */
public record ExternalSanction(String authority, String form, LocalDate on) {}
