package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogCalendar;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Splits every user's rows like those of the program's splits that treat each user separately, or split by day; refuses all others. */
final class LogSplit implements FlatMapFunction<Iterator<UserLog>, Tuple2<UserLog, int[]>> {
    private static final long serialVersionUID = 1L;
    private static final List<String> BY_USER = List.of("leave-one-out", "leave-last", "ratio");
    private static final List<String> BY_DAY = List.of("time", "last-days");
    private static final String DAY = "time:";

    private final String spec;
    private final LogColumns columns;
    private final Broadcast<Catalogue> items;
    private final Times times;

    private LogSplit(String spec, Log log) {
        this.spec = spec;
        this.columns = log.columns();
        this.items = log.items();
        this.times = log.times();
    }

    /**
     * Creates the split of a log; for splits by day, determines the day.
     *
     * @param wanted as in {@code --split}
     */
    static LogSplit of(Log log, String wanted) throws DataException, Refused {
        String name = wanted.strip().split(":", 2)[0];
        if (BY_USER.contains(name)) {
            Splits.split(LogBlock.dataset(List.of(), log.columns(), log.items().value(), log.calendar()), wanted, 1);
            return new LogSplit(wanted.strip(), log);
        }
        if (!BY_DAY.contains(name)) {
            throw new Refused("refused.split", name, String.join(", ", BY_DAY) + ", " + String.join(", ", BY_USER));
        }
        return new LogSplit(Splits.split(firstAndLast(log), wanted, 1).spec(), log);
    }

    /** A dataset with only the first and the last time of the log, which is all that a split by day needs. */
    private static Dataset firstAndLast(Log log) {
        long[] ends = log.users()
                .map(user -> new long[] {user.time(0), user.time(user.size() - 1)})
                .reduce((some, others) -> new long[] {Math.min(some[0], others[0]), Math.max(some[1], others[1])});
        float[][] none = new float[log.columns().names().length][2];
        for (float[] column : none) {
            Arrays.fill(column, Float.NaN);
        }
        UserLog both = new UserLog("", new int[2], ends, none);
        return LogBlock.dataset(List.of(both), log.columns(), log.items().value(), log.calendar());
    }

    /** The split with all defaults filled in. */
    String spec() {
        return spec;
    }

    /** Each user with the training rows, and the distinct items to find, ascending. */
    JavaRDD<Tuple2<UserLog, int[]>> cut(Log log) {
        return log.users().mapPartitions(this);
    }

    @Override
    public Iterator<Tuple2<UserLog, int[]>> call(Iterator<UserLog> users) {
        if (spec.startsWith(DAY)) {
            LogCalendar calendar = times.calendar();
            long cut = calendar.start(LocalDate.parse(spec.substring(DAY.length())));
            return new Blocks<>(users::hasNext, () -> List.of(before(users.next(), cut)));
        }
        return new Blocks<>(users::hasNext, () -> byUser(LogBlock.next(users)));
    }

    private static Tuple2<UserLog, int[]> before(UserLog user, long cut) {
        int rows = 0;
        while (rows < user.size() && user.time(rows) < cut) {
            rows++;
        }
        int[] earlier = new int[rows];
        Arrays.setAll(earlier, r -> r);
        int[] later = new int[user.size() - rows];
        int from = rows;
        Arrays.setAll(later, r -> from + r);
        return new Tuple2<>(user.rows(earlier), user.rows(later).distinctItems());
    }

    private List<Tuple2<UserLog, int[]>> byUser(List<UserLog> users) {
        try {
            Dataset block = LogBlock.dataset(users, columns, items.value(), times.calendar());
            Split split = Splits.split(block, spec, 1);
            List<Tuple2<UserLog, int[]>> cut = new ArrayList<>();
            for (int u = 0; u < users.size(); u++) {
                cut.add(new Tuple2<>(
                        LogBlock.log(users.get(u).user(), split.train(), u, columns.names()), split.truth(u)));
            }
            return cut;
        } catch (DataException e) {
            throw GivenThreads.sendable(e);
        }
    }
}
