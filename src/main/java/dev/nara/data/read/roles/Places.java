package dev.nara.data.read.roles;

import java.util.List;

/**
 * Where the columns of each role stand, from 0; -1 for none or none that is certain.
 *
 * @param numbers the columns of numbers of a row
 * @param reasons why each column of the table is taken for what it is
 * @param alsoItems columns that could hold the items as well as the one that is taken
 */
record Places(int user, int item, int time, List<Integer> numbers, List<GuessReason> reasons, List<Integer> alsoItems) {
    /** Where nothing else could hold the items. */
    Places(int user, int item, int time, List<Integer> numbers, List<GuessReason> reasons) {
        this(user, item, time, numbers, reasons, List.of());
    }
}
