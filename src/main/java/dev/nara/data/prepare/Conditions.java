package dev.nara.data.prepare;

import dev.nara.data.DataException;
import java.util.ArrayList;
import java.util.List;

/** Conditions as they are written, before there is data. */
public final class Conditions {
    private Conditions() {}

    /** The columns that they compare, as they are written; those of what is no condition are left out. */
    public static List<String> columns(List<String> where) {
        List<String> columns = new ArrayList<>();
        for (String condition : where) {
            try {
                columns.add(ConditionText.parse(condition, "").column());
            } catch (DataException e) {
                // Preparing says so, with the columns that there are.
            }
        }
        return columns;
    }
}
