package dev.nara.data.read.table;

import dev.nara.data.DataException;
import dev.nara.data.Findings;
import java.util.List;

/** Receives rows. */
@FunctionalInterface
public interface RowConsumer {
    /** Receives a row, which is valid only during this call. */
    void accept(DataRow row) throws DataException;

    /** A consumer that ignores rows that could not be split. */
    static RowConsumer passing(RowConsumer consumer) {
        return new RowConsumer() {
            @Override
            public void accept(DataRow row) throws DataException {
                consumer.accept(row);
            }

            @Override
            public void broken(DataException problem, List<String> cells) {
                // They are reported when the rows are actually read.
            }
        };
    }

    /** A consumer that counts rows that could not be split, and leaves them out. */
    static RowConsumer counting(String id, Findings findings, RowConsumer consumer) {
        return new RowConsumer() {
            @Override
            public void accept(DataRow row) throws DataException {
                consumer.accept(row);
            }

            @Override
            public void broken(DataException problem, List<String> cells) {
                findings.add(id, () -> problem.line() + ": " + DataRow.shortened(String.join(", ", cells)));
            }
        };
    }

    /** Receives a row that could not be split into cells; throws the problem, unless the row is to be left out. */
    default void broken(DataException problem, List<String> cells) throws DataException {
        throw problem;
    }
}
