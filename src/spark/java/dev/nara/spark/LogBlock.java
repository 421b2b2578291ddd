package dev.nara.spark;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.LogCalendar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Converts the rows of some users to a dataset of the program, and back. The dataset has all items, but no attributes. */
final class LogBlock {
    private static final int ROWS = 100_000;

    private LogBlock() {}

    static Dataset dataset(List<UserLog> users, LogColumns columns, Catalogue items, LogCalendar calendar) {
        String[] names = columns.names();
        InteractionsBuilder rows = new InteractionsBuilder(names);
        IdIndex ids = new IdIndex();
        float[] numbers = new float[names.length];
        for (UserLog log : users) {
            int user = ids.add(log.user());
            for (int r = 0; r < log.size(); r++) {
                for (int c = 0; c < numbers.length; c++) {
                    numbers[c] = log.number(c, r);
                }
                rows.add(user, log.item(r), log.time(r), numbers);
            }
        }
        Interactions built = rows.build(ids.size(), items.size());
        Interactions worded = columns.words().isEmpty() ? built : built.withWords(columns.vocabularies());
        return new Dataset(
                new Dataset.Source(Path.of(""), "", "", "", calendar, List.of()),
                ids,
                items.index(),
                worded,
                Attributes.none(),
                Attributes.none(),
                Dataset.Task.NONE);
    }

    /** The users that still have rows, with these columns. */
    static List<UserLog> logs(Dataset dataset, Interactions rows, LogColumns columns) {
        List<UserLog> logs = new ArrayList<>();
        for (int u = 0; u < rows.users(); u++) {
            if (rows.count(u) > 0) {
                logs.add(log(dataset.users().id(u), rows, u, columns.names()));
            }
        }
        return logs;
    }

    /** The rows of a user, given by its index. */
    static UserLog log(String id, Interactions rows, int user, String[] names) {
        int[] items = new int[rows.count(user)];
        long[] times = new long[items.length];
        float[][] columns = new float[names.length][items.length];
        for (int r = 0; r < items.length; r++) {
            int row = rows.start(user) + r;
            items[r] = rows.item(row);
            times[r] = rows.time(row);
            for (int c = 0; c < names.length; c++) {
                columns[c][r] = rows.number(names[c], row);
            }
        }
        return new UserLog(id, items, times, columns);
    }

    /** The next users, as many as fill a block with their rows. */
    static List<UserLog> next(Iterator<UserLog> users) {
        List<UserLog> block = new ArrayList<>();
        for (int rows = 0; rows < ROWS && users.hasNext(); ) {
            UserLog user = users.next();
            block.add(user);
            rows += user.size();
        }
        return block;
    }
}
