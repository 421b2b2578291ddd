package dev.nara.data.read.table;

import dev.nara.data.DataException;

/** Takes one row. */
@FunctionalInterface
public interface RowConsumer {
    /** The row is valid during this call only. */
    void accept(DataRow row) throws DataException;
}
