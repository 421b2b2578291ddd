package dev.nara.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/** Computes lists for many users: items and layers are sent to every machine once, each user's part only to the machine of that user. */
final class ScoreJob {
    /** The most bytes of a task; Spark warns of larger ones. */
    private static final long TASK = 512 << 10;

    /** The columns of {@link #rows}. */
    static final StructType COLUMNS = new StructType()
            .add("user", DataTypes.StringType, false)
            .add("rank", DataTypes.IntegerType, false)
            .add("item", DataTypes.StringType, false)
            .add("title", DataTypes.StringType, false)
            .add("score", DataTypes.FloatType, false)
            .add("known", DataTypes.BooleanType, false);

    private final SparkSession session;
    private final RunModel model;
    private final int k;
    private final Broadcast<SharedModel> shared;
    private final LongAccumulator leftOut;

    ScoreJob(SparkSession session, RunModel model, int k) {
        this.session = session;
        this.model = model;
        this.k = k;
        JavaSparkContext context = Sessions.context(session);
        this.shared = context.broadcast(model.shared());
        this.leftOut = session.sparkContext().longAccumulator("users without a list");
    }

    /** The lists of some users of the run, in any order. */
    JavaRDD<UserList> lists(int... users) {
        List<UserPart> parts = new ArrayList<>();
        for (int user : users) {
            parts.add(model.part(user));
        }
        return lists(spread(parts));
    }

    /** The lists of all users of the run. */
    JavaRDD<UserList> all() {
        return lists(spread(model.parts()));
    }

    /**
     * The lists of the users of a table. Users of the run get the run's lists; for others, lists are computed from their history.
     *
     * @param item the column with the items of a user's history, one per row; "" for none
     */
    JavaRDD<UserList> of(Dataset<Row> users, String user, String item) {
        boolean histories = !item.isEmpty();
        Dataset<Row> texts = histories
                ? users.select(users.col(user).cast("string"), users.col(item).cast("string"))
                : users.select(users.col(user).cast("string"));
        JavaPairRDD<String, Set<String>> asked = texts.javaRDD()
                .filter(row -> !row.isNullAt(0))
                .mapToPair(row -> new Tuple2<>(row.getString(0), histories && !row.isNullAt(1) ? row.getString(1) : ""))
                .aggregateByKey(
                        new HashSet<>(),
                        (some, one) -> {
                            some.add(one);
                            return some;
                        },
                        (some, others) -> {
                            some.addAll(others);
                            return some;
                        });
        JavaPairRDD<String, UserPart> known = spread(model.parts()).mapToPair(part -> new Tuple2<>(part.id(), part));
        Broadcast<SharedModel> carried = shared;
        return lists(
                asked.leftOuterJoin(known).map(found -> part(carried.value(), found._1, found._2._1, found._2._2)));
    }

    private static UserPart part(SharedModel model, String id, Set<String> history, Optional<UserPart> known) {
        return known.isPresent() ? known.get() : model.unknownUser(id, history);
    }

    private JavaRDD<UserPart> spread(List<UserPart> parts) {
        JavaSparkContext context = Sessions.context(session);
        long bytes = parts.stream().mapToLong(UserPart::bytes).sum();
        int slices = Math.toIntExact(Math.max(context.defaultParallelism(), bytes / TASK + 1));
        return context.parallelize(parts, Math.min(Math.max(1, parts.size()), slices));
    }

    private JavaRDD<UserList> lists(JavaRDD<UserPart> users) {
        return users.mapPartitions(new Scoring(shared, k, Sessions.threads(session), leftOut));
    }

    /** Lists as a table, with one row per place. */
    Dataset<Row> rows(JavaRDD<UserList> lists) {
        Broadcast<SharedModel> carried = shared;
        JavaRDD<Row> rows =
                lists.flatMap(list -> rows(list, carried.value().catalogue()).iterator());
        return session.createDataFrame(rows, COLUMNS);
    }

    private static List<Row> rows(UserList list, Catalogue catalogue) {
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < list.items().length; r++) {
            int item = list.items()[r];
            rows.add(RowFactory.create(
                    list.user(), r + 1, catalogue.id(item), catalogue.title(item), list.scores()[r], list.known()));
        }
        return rows;
    }

    /** How many users were left out so far, because the model has not seen them and cannot learn single users. */
    long leftOut() {
        return leftOut.value();
    }
}
