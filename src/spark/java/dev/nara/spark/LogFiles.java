package dev.nara.spark;

import dev.nara.data.ColumnRoles;
import dev.nara.data.LogCalendar;
import dev.nara.data.LogTime;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.data.prepare.RecipeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Writes a log as Parquet files that the program can open: ids as whole numbers if all are, times as timestamps, with a recipe that
 * describes them.
 */
final class LogFiles {
    private static final String USER = "user_id";
    private static final String ITEM = "item_id";
    private static final String TIME = "timestamp";

    private final SparkSession session;
    private final Log log;
    private final Form form;
    private final StructType columns;

    /** The format of cells. */
    private static final class Form implements Serializable {
        private static final long serialVersionUID = 1L;

        private final LogColumns columns;
        private final boolean wholeUsers;
        private final boolean wholeItems;
        private final DataType time;
        private final boolean dates;

        Form(Log log, LogFacts facts) {
            columns = log.columns();
            wholeUsers = facts.wholeUsers();
            wholeItems = facts.wholeItems();
            LogCalendar calendar = log.calendar();
            dates = calendar.dates();
            boolean instants = calendar.kind() == LogCalendar.Kind.INSTANTS;
            time = !facts.microseconds()
                    ? DataTypes.LongType
                    : instants ? DataTypes.TimestampType : DataTypes.TimestampNTZType;
        }

        private static Object id(String id, boolean whole) {
            return whole ? (Object) Long.parseLong(id) : id;
        }

        private Object time(long nanos) {
            long second = Math.floorDiv(nanos, LogTime.SECOND);
            int rest = (int) Math.floorMod(nanos, LogTime.SECOND);
            if (time.equals(DataTypes.LongType)) {
                return nanos;
            }
            return time.equals(DataTypes.TimestampType)
                    ? Instant.ofEpochSecond(second, rest)
                    : LocalDateTime.ofEpochSecond(second, rest, ZoneOffset.UTC);
        }

        /** A row of a user; a row that is not in the log, such as of an item to find, has empty additional columns. */
        Row row(UserLog user, int item, long when, int place, Catalogue items) {
            List<Object> cells = new ArrayList<>();
            cells.add(id(user.user(), wholeUsers));
            cells.add(id(items.id(item), wholeItems));
            if (dates) {
                cells.add(time(when));
            }
            for (int c = 0; c < columns.names().length; c++) {
                float number = place < 0 ? Float.NaN : user.number(c, place);
                boolean unknown = Float.isNaN(number);
                cells.add(unknown ? null : columns.isWord(c) ? columns.word(c, (int) number) : (Object) number);
            }
            return RowFactory.create(cells.toArray());
        }
    }

    LogFiles(SparkSession session, Log log, LogFacts facts) {
        this.session = session;
        this.log = log;
        this.form = new Form(log, facts);
        this.columns = columns();
    }

    private StructType columns() {
        StructType all = new StructType()
                .add(USER, form.wholeUsers ? DataTypes.LongType : DataTypes.StringType, false)
                .add(ITEM, form.wholeItems ? DataTypes.LongType : DataTypes.StringType, false);
        if (form.dates) {
            all = all.add(TIME, form.time, false);
        }
        for (int c = 0; c < form.columns.names().length; c++) {
            all = all.add(
                    form.columns.names()[c], form.columns.isWord(c) ? DataTypes.StringType : DataTypes.FloatType, true);
        }
        return all;
    }

    /** All rows. */
    void write(String folder) throws IOException {
        write(folder, log.users());
    }

    private void write(String folder, JavaRDD<UserLog> users) throws IOException {
        Form how = form;
        Broadcast<Catalogue> items = log.items();
        table(folder, users.flatMap(user -> rows(user, how, items.value())));
        recipe(folder);
    }

    private static Iterator<Row> rows(UserLog user, Form how, Catalogue items) {
        return IntStream.range(0, user.size())
                .mapToObj(r -> how.row(user, user.item(r), user.time(r), r, items))
                .iterator();
    }

    /** Writes the training part and the test part to a folder each; an item to find gets the time of the user's last row. */
    Counts write(String folder, LogSplit split) throws IOException {
        Form how = form;
        Broadcast<Catalogue> items = log.items();
        JavaRDD<scala.Tuple2<UserLog, int[]>> cut = split.cut(log).cache();
        write(folder + "/train", cut.map(user -> user._1));
        table(folder + "/test", cut.flatMap(user -> found(user._1, user._2, how, items.value())));
        recipe(folder + "/test");
        return cut.map(user -> new Counts(user._1.size(), user._2.length, user._2.length > 0 ? 1 : 0))
                .reduce(Counts::and);
    }

    /** The number of training rows, of pairs to find, and of users with pairs to find. */
    record Counts(long train, long toFind, long users) implements Serializable {
        Counts and(Counts others) {
            return new Counts(train + others.train, toFind + others.toFind, users + others.users);
        }
    }

    private static Iterator<Row> found(UserLog user, int[] truth, Form how, Catalogue items) {
        long last = user.size() == 0 ? 0 : user.time(user.size() - 1);
        return IntStream.of(truth)
                .mapToObj(item -> how.row(user, item, last, -1, items))
                .iterator();
    }

    private void table(String folder, JavaRDD<Row> rows) {
        session.createDataFrame(rows, columns).write().parquet(folder);
    }

    private void recipe(String folder) throws IOException {
        LogCalendar calendar = log.calendar();
        ColumnRoles roles = new ColumnRoles(
                ",",
                true,
                USER,
                ITEM,
                form.dates ? TIME : "",
                form.columns.numbers(),
                List.of(),
                List.of(),
                form.columns.words());
        boolean named = calendar.kind() == LogCalendar.Kind.INSTANTS
                && !calendar.zoneName().equals("UTC");
        TimeSettings times = new TimeSettings(
                form.dates && form.time.equals(DataTypes.LongType) ? "ns" : "", named ? calendar.zoneName() : "");
        Recipe opened = new Recipe("parquet", "", times, roles, Preparation.NONE);
        Path file = new Path(folder, "nara.recipe.json");
        FileSystem files = file.getFileSystem(session.sparkContext().hadoopConfiguration());
        try (OutputStream out = files.create(file, true)) {
            out.write(RecipeFile.text(opened).getBytes(StandardCharsets.UTF_8));
        }
    }
}
