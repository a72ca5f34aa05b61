/**
 * Standing reports: what a district reports again and again, as definitions over indicators in files that a person can read and change.
 * A report is a table of figures, each asked for as anybody would ask for it.
 */
@NullMarked
package tusoi.reporting.reports;

import org.jspecify.annotations.NullMarked;
