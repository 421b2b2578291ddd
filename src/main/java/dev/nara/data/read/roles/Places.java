package dev.nara.data.read.roles;

import java.util.List;

/**
 * The indices of the columns of each role, from 0; -1 if there is none, or none is certain.
 *
 * @param numbers the columns of numbers of a row
 * @param reasons the reason for the role of each column of the table
 * @param alsoItems other columns that could equally have the items
 */
record Places(int user, int item, int time, List<Integer> numbers, List<GuessReason> reasons, List<Integer> alsoItems) {
    /** Places without other possible columns of items. */
    Places(int user, int item, int time, List<Integer> numbers, List<GuessReason> reasons) {
        this(user, item, time, numbers, reasons, List.of());
    }
}
