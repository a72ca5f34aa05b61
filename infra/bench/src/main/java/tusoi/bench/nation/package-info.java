/**
 * A nation made up: its units over the years with their reorganisations, its members, five years of grades and their corrections, written
 * by COPY straight into the tables of reporting-service. The same seed makes the same nation; nothing is kept in memory but the
 * reorganisations.
 */
@NullMarked
package tusoi.bench.nation;

import org.jspecify.annotations.NullMarked;
