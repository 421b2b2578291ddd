package dev.nara.data.prepare;

import dev.nara.data.DataException;
import java.util.ArrayList;
import java.util.List;

/** Texts of conditions, before there is data. */
public final class Conditions {
    private Conditions() {}

    /** The columns in the conditions, as written; invalid conditions are skipped. */
    public static List<String> columns(List<String> where) {
        List<String> columns = new ArrayList<>();
        for (String condition : where) {
            try {
                columns.add(ConditionText.parse(condition, "").column());
            } catch (DataException e) {
                // {@link Preparing} reports it, with the existing columns.
            }
        }
        return columns;
    }
}
