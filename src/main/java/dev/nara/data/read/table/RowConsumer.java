package dev.nara.data.read.table;

import dev.nara.data.DataException;
import dev.nara.data.Findings;
import java.util.List;

/** Takes one row. */
@FunctionalInterface
public interface RowConsumer {
    /** The row is valid during this call only. */
    void accept(DataRow row) throws DataException;

    /** The same, but rows that could not be taken apart are passed over. */
    static RowConsumer passing(RowConsumer consumer) {
        return new RowConsumer() {
            @Override
            public void accept(DataRow row) throws DataException {
                consumer.accept(row);
            }

            @Override
            public void broken(DataException problem, List<String> cells) {
                // Whoever reads the rows for good says so.
            }
        };
    }

    /** The same, but rows that could not be taken apart are left out and counted. */
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

    /** Is told of a row that could not be taken apart into cells; throws what is wrong with it, unless it is to be left out. */
    default void broken(DataException problem, List<String> cells) throws DataException {
        throw problem;
    }
}
