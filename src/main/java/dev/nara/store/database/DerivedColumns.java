package dev.nara.store.database;

/** SQL for the columns that are derived from events: best and last epochs and test figures. */
final class DerivedColumns {
    /** The conditions must be identical to those in the indices of {@link RunSchema}. */
    static final String IS_EPOCH = "substr(event, 1, 16) = '{\"event\":\"epoch\"'";

    private static final String IS_BEST = IS_EPOCH + " AND instr(event, '\"best\":true') > 0";
    private static final String IS_EVALUATED = IS_EPOCH + " AND instr(event, '\"metrics\":{}') = 0";
    static final String IS_TESTED = "substr(event, 1, 17) = '{\"event\":\"tested\"'";
    private static final String BEST = latest(IS_BEST);
    private static final String TESTED = latest(IS_TESTED);
    private static final String LAST = latest(IS_EVALUATED);
    /** Selects runs with the checksums of the events from which best and last epochs and test figures are derived. */
    static final String SELECT = "SELECT *, " + latest("sum", IS_BEST) + " AS best_sum, " + latest("sum", IS_EVALUATED)
            + " AS last_sum, " + latest("sum", IS_TESTED) + " AS tested_sum FROM runs ";
    /** Updates best and last epochs and test figures of runs from their events; leaves rows that are up to date untouched. */
    static final String DERIVE = "UPDATE runs SET best = " + BEST + ", last = " + LAST + ", tested = " + TESTED
            + " WHERE (best <> " + BEST + " OR last <> " + LAST + " OR tested <> " + TESTED + ")";

    private DerivedColumns() {}

    private static String latest(String condition) {
        return "COALESCE(" + latest("event", condition) + ", '')";
    }

    private static String latest(String column, String condition) {
        return "(SELECT " + column + " FROM events WHERE run = runs.id AND " + condition
                + " ORDER BY seq DESC LIMIT 1)";
    }
}
