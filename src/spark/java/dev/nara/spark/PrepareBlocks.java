package dev.nara.spark;

import com.google.gson.Gson;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Preparing;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Executes a step for the users of a partition with the program's own code, one block of users after the other. */
final class PrepareBlocks implements FlatMapFunction<Iterator<UserLog>, UserLog> {
    private static final long serialVersionUID = 1L;

    private final String step;
    private final LogColumns before;
    private final LogColumns after;
    private final Broadcast<Catalogue> items;
    private final Times times;

    /**
     * @param log to which the step applies
     * @param after the columns of rows after the step
     */
    PrepareBlocks(Preparation step, Log log, LogColumns after) {
        this.step = new Gson().toJson(step);
        this.before = log.columns();
        this.after = after;
        this.items = log.items();
        this.times = log.times();
    }

    @Override
    public Iterator<UserLog> call(Iterator<UserLog> users) {
        Recipe recipe = Recipe.USUAL.with(new Gson().fromJson(step, Preparation.class));
        return new Blocks<>(users::hasNext, () -> prepared(LogBlock.next(users), recipe));
    }

    private List<UserLog> prepared(List<UserLog> users, Recipe recipe) {
        try {
            Dataset block = LogBlock.dataset(users, before, items.value(), times.calendar());
            Dataset prepared = Preparing.some(block, recipe).dataset();
            return LogBlock.logs(prepared, prepared.interactions(), after);
        } catch (DataException e) {
            throw GivenThreads.sendable(e);
        }
    }
}
