package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.Step;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/** A log on a cluster, grouped by user, with numbered items and known counts. Each step returns a new log. */
final class Log {
    private final JavaSparkContext context;
    private final JavaRDD<UserLog> users;
    private final LogColumns columns;
    private final Broadcast<Catalogue> items;
    private final Times times;
    private final Step.Counts counts;

    private Log(Log of, JavaRDD<UserLog> users, LogColumns columns, int catalogue) {
        this(of.context, users, columns, of.items, of.times, catalogue);
    }

    /**
     * Counts the rows and caches them for the next steps.
     *
     * @param catalogue items in the catalogue, with rows or not; -1 for those with rows
     */
    Log(
            JavaSparkContext context,
            JavaRDD<UserLog> users,
            LogColumns columns,
            Broadcast<Catalogue> items,
            Times times,
            int catalogue) {
        this.context = context;
        this.users = users.persist(StorageLevel.MEMORY_AND_DISK());
        this.columns = columns;
        this.items = items;
        this.times = times;
        Tally tally = this.users.treeAggregate(new Tally(), Tally::add, Tally::merge);
        int watched = tally.items.cardinality();
        this.counts = new Step.Counts(
                tally.rows, Math.toIntExact(tally.users), watched, catalogue < 0 ? watched : catalogue, 0);
    }

    private static final class Tally implements Serializable {
        private static final long serialVersionUID = 1L;

        private final BitSet items = new BitSet();
        private long rows;
        private long users;

        Tally add(UserLog user) {
            rows += user.size();
            users += user.size() > 0 ? 1 : 0;
            for (int r = 0; r < user.size(); r++) {
                items.set(user.item(r));
            }
            return this;
        }

        Tally merge(Tally others) {
            rows += others.rows;
            users += others.users;
            items.or(others.items);
            return this;
        }
    }

    Step.Counts counts() {
        return counts;
    }

    JavaRDD<UserLog> users() {
        return users;
    }

    LogColumns columns() {
        return columns;
    }

    Broadcast<Catalogue> items() {
        return items;
    }

    LogCalendar calendar() {
        return times.calendar();
    }

    Times times() {
        return times;
    }

    /** Frees the cached rows. */
    void forget() {
        users.unpersist(false);
    }

    /**
     * Applies the program's own preparation to each user's rows; for steps that treat each user separately.
     *
     * @throws DataException if the data does not allow it, which is checked without reading rows
     */
    Log prepared(Preparation step) throws DataException {
        Recipe recipe = Recipe.USUAL.with(step);
        Dataset none = LogBlock.dataset(List.of(), columns, items.value(), calendar());
        Interactions empty = Preparing.some(none, recipe).dataset().interactions();
        LogColumns after = columns.withNumbers(List.copyOf(empty.columns()));
        return new Log(this, users.mapPartitions(new PrepareBlocks(step, this, after)), after, counts.catalogue());
    }

    /** The rows without users that have fewer items, and without items that have fewer users, than required. */
    Log atLeast(int ofUser, int ofItem) {
        int size = items.value().size();
        int[] viewers = users.treeAggregate(new int[size], Log::addItems, Log::sum);
        Broadcast<int[]> known = context.broadcast(viewers);
        JavaRDD<UserLog> left = users.filter(user -> user.distinctItems().length >= ofUser)
                .map(user -> kept(user, known.value(), ofItem))
                .filter(user -> user.size() > 0);
        return new Log(this, left, columns, counts.catalogue());
    }

    private static int[] addItems(int[] counts, UserLog user) {
        for (int item : user.distinctItems()) {
            counts[item]++;
        }
        return counts;
    }

    private static int[] sum(int[] some, int[] others) {
        for (int i = 0; i < some.length; i++) {
            some[i] += others[i];
        }
        return some;
    }

    private static UserLog kept(UserLog user, int[] viewers, int ofItem) {
        int[] places = new int[user.size()];
        int rows = 0;
        for (int r = 0; r < places.length; r++) {
            if (viewers[user.item(r)] >= ofItem) {
                places[rows++] = r;
            }
        }
        return rows == places.length ? user : user.rows(Arrays.copyOf(places, rows));
    }

    /** The same rows with only the items that have rows in the catalogue; returns this if nothing changes. */
    Log watchedOnly() {
        return counts.rows() == 0 || counts.items() == counts.catalogue() ? this : new Log(this, users, columns, -1);
    }
}
