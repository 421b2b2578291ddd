package dev.nara.spark;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Quality;
import dev.nara.data.prepare.Step;
import dev.nara.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Reads a log and executes a recipe's steps on a cluster, with the same result as on a single computer. Steps that treat each user
 * separately run with the program's own code on the machine of the user; steps that count items count over all machines. Refuses all other
 * steps.
 */
final class PrepareJob {
    /** Repairs that treat each user separately. */
    private static final List<String> BY_USER = List.of("repeated-rows", "duplicate-rows");
    /** Repairs of attributes, which logs do not have here. */
    private static final Set<String> OF_ATTRIBUTES = Set.of("spelling", "impossible-ages", "constant-columns");

    private final JavaSparkContext context;
    private final Recipe recipe;
    private final LogReader reader;
    private final JavaRDD<Row> table;
    private final ColumnRoles roles;
    private final List<Step> steps = new ArrayList<>();

    /**
     * A job on a table with all its columns.
     *
     * @param name for messages
     */
    PrepareJob(JavaSparkContext context, String name, org.apache.spark.sql.Dataset<Row> table, Recipe recipe)
            throws Refused {
        this.context = context;
        this.recipe = recipe;
        this.roles = roles(recipe);
        check(recipe);
        this.reader = new LogReader(name, table, recipe);
        this.table = table.javaRDD();
    }

    private static ColumnRoles roles(Recipe recipe) throws Refused {
        if (recipe.columns() == null) {
            throw new Refused("refused.roles");
        }
        return recipe.columns();
    }

    /** Throws if the recipe needs an additional table, or a step that needs all rows at once. */
    private static void check(Recipe recipe) throws Refused {
        for (String repair : Quality.applied(recipe.preparation())) {
            if (!BY_USER.contains(repair) && !OF_ATTRIBUTES.contains(repair)) {
                throw new Refused("refused.step", "repair " + repair);
            }
        }
        ColumnRoles columns = roles(recipe);
        refuse(!recipe.preparation().derive().isEmpty(), "derive");
        refuse(recipe.items() != null, "items");
        refuse(recipe.users() != null, "users");
        refuse(recipe.badRows() != null, "badRows");
        refuse(!columns.userAttributes().isEmpty(), "userAttributes");
        refuse(!columns.itemAttributes().isEmpty(), "itemAttributes");
    }

    private static void refuse(boolean wanted, String step) throws Refused {
        if (wanted) {
            throw new Refused("refused.step", step);
        }
    }

    /** The log before the first step, and the facts about it. */
    record Read(Log log, LogFacts facts) {}

    Read read() throws Refused {
        LogReader how = reader;
        int words = roles.wordColumns().size();
        LogFacts facts = table.mapPartitions(
                        rows -> List.of(facts(how.read(rows), words)).iterator())
                .treeAggregate(new LogFacts(words), LogFacts::merge, LogFacts::merge);
        if (facts.rows() == 0) {
            throw new Refused("refused.empty");
        }
        LogColumns columns = new LogColumns(roles.numbers(), roles.wordColumns(), facts.words());
        Broadcast<Catalogue> items = context.broadcast(facts.catalogue());
        JavaPairRDD<String, Tuple2<Long, UserLog>> parts = table.mapPartitionsWithIndex(
                        (partition, rows) -> numbered(partition, how.read(rows), columns, items.value()), false)
                .mapToPair(part -> new Tuple2<>(part._2.user(), part));
        JavaRDD<UserLog> users = parts.groupByKey().values().map(PrepareJob::joined);
        int catalogue = items.value().size();
        return new Read(new Log(context, users, columns, items, new Times(facts.calendar()), catalogue), facts);
    }

    private static LogFacts facts(Iterator<Dataset> blocks, int words) {
        LogFacts facts = new LogFacts(words);
        blocks.forEachRemaining(facts::add);
        return facts;
    }

    /** The rows of each user of each block with the position of the block; items and words are numbered as in the whole log. */
    private static Iterator<Tuple2<Long, UserLog>> numbered(
            int partition, Iterator<Dataset> blocks, LogColumns columns, Catalogue items) {
        long[] place = {(long) partition << 32};
        return new Blocks<>(blocks::hasNext, () -> {
            Dataset block = blocks.next();
            place[0]++;
            return LogBlock.logs(block, renumbered(block, columns, items), columns).stream()
                    .map(log -> new Tuple2<>(place[0], log))
                    .toList();
        });
    }

    private static Interactions renumbered(Dataset block, LogColumns columns, Catalogue items) {
        return new LogNumbers(block, columns, items).rows();
    }

    private static UserLog joined(Iterable<Tuple2<Long, UserLog>> parts) {
        List<Tuple2<Long, UserLog>> inOrder = new ArrayList<>();
        parts.forEach(inOrder::add);
        inOrder.sort(Comparator.comparingLong(part -> part._1));
        return UserLog.joined(inOrder.stream().map(part -> part._2).toList());
    }

    /** Executes the steps in the same order as on a single computer. */
    Log prepare(Log raw) throws DataException, Refused {
        Preparation wanted = recipe.preparation();
        Log log = raw;
        List<String> applied = Quality.applied(wanted);
        for (String repair : BY_USER) {
            log = applied.contains(repair) ? repair(log, repair) : log;
        }
        if (wanted.positive() != null) {
            log = step(
                    "positive", wanted.positive(), log, log.prepared(Preparation.NONE.withPositive(wanted.positive())));
        }
        if (!wanted.distinct().equals("none")) {
            log = step("distinct", wanted.distinct(), log, log.prepared(distinct(wanted.distinct())));
        }
        for (String condition : wanted.where()) {
            log = step("where", condition.strip(), log, log.prepared(where(condition)));
        }
        if (!wanted.from().isEmpty() || !wanted.to().isEmpty()) {
            String days = wanted.from() + " … " + wanted.to();
            log = step("dates", days, log, log.prepared(dates(wanted.from(), wanted.to())));
        }
        log = core(minimums(log, wanted), wanted.core());
        if (log.counts().rows() == 0) {
            throw new Refused("refused.nothing");
        }
        return log;
    }

    private Log repair(Log log, String repair) throws DataException {
        Log repaired = log.prepared(Preparation.NONE.withRepairs(List.of(repair)));
        long removed = log.counts().rows() - repaired.counts().rows();
        if (removed == 0) {
            repaired.forget();
            return log;
        }
        return step("repair." + repair, Numbers.grouped(removed), log, repaired);
    }

    private static Preparation distinct(String key) {
        return new Preparation(List.of(), key, List.of(), "", "", 0, 0, 0, List.of());
    }

    private static Preparation where(String condition) {
        return new Preparation(List.of(), "none", List.of(condition), "", "", 0, 0, 0, List.of());
    }

    private static Preparation dates(String from, String to) {
        return new Preparation(List.of(), "none", List.of(), from, to, 0, 0, 0, List.of());
    }

    private Log minimums(Log log, Preparation wanted) {
        int ofUser = wanted.minimumOfUser();
        int ofItem = wanted.minimumOfItem();
        if (ofUser <= 1 && ofItem <= 1) {
            return log;
        }
        Log fewer = log.atLeast(ofUser, ofItem);
        String detail = Math.max(1, ofUser) + " / " + Math.max(1, ofItem);
        return step("minimum", detail, log, ofItem > 1 ? fewer.watchedOnly() : fewer);
    }

    private Log core(Log log, int core) {
        if (core < 2) {
            return log;
        }
        Log now = log;
        for (int round = 1; ; round++) {
            Log kept = now.atLeast(core, core);
            if (kept.counts().rows() == now.counts().rows()) {
                kept.forget();
                break;
            }
            now = step("core", core + ", " + round, now, kept);
        }
        Log watched = now.watchedOnly();
        return watched == now ? now : step("catalogue", "", now, watched);
    }

    /** Records the effect of a step, and frees the rows before it. */
    private Log step(String id, String detail, Log before, Log after) {
        steps.add(new Step(id, detail, before.counts(), after.counts()));
        if (before.users() != after.users()) {
            before.forget();
        }
        return after;
    }

    /** The effects of the steps, in order. */
    List<Step> steps() {
        return List.copyOf(steps);
    }
}
