package tusoi.reporting.figures;

/**
 * What has to be minded of persons in a question; where nothing has, the statement is the simpler one.
 *
 * @param moved a reorganisation moved somebody between the days that the facts are of and the day of the tree
 * @param joined entries of one person have been joined
 */
record Persons(boolean moved, boolean joined) {
    static final Persons PLAIN = new Persons(false, false);
}
