package dev.nara.cli;

import static dev.nara.data.ColumnRole.IGNORE;
import static dev.nara.data.ColumnRole.ITEM;
import static dev.nara.data.ColumnRole.NUMBER;
import static dev.nara.data.ColumnRole.TIME;
import static dev.nara.data.ColumnRole.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import dev.nara.data.ColumnRole;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.roles.TablePreview;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Logs of 12 users, 9 items and 60 rows that are no plain tables: months, tuples, lists in cells, a file for each user. */
class OtherShapesTest extends CommandLineTest {
    private static final String EVENTS = "user_id,item_id,rating,timestamp\n";

    private static String rows(String row) {
        return LogRows.LARGER.rows(row, "\n");
    }

    private Path put(String name, String text) throws IOException {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("set").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private void isRefused(Path path, String said) {
        assertEquals(2, nara("data", "--data", path.toString()), err);
        assertTrue(err.contains(said), err);
        assertEquals(1, err.strip().lines().count(), err);
    }

    /** How a month, a quarter or a week is written, and the period that comes out. */
    private static Map<String, String> periods() {
        Map<String, String> periods = new LinkedHashMap<>();
        String months = "2020-09-01 … 2020-10-01";
        String quarters = "2020-07-01 … 2020-10-01";
        periods.put("@yyyy-MM@", months);
        periods.put("@yyyy/MM@", months);
        periods.put("@MM/yyyy@", months);
        periods.put("@MMM yyyy@", months);
        periods.put("@MMMM-yyyy@", months);
        periods.put("@yyyy년 M월@", months);
        periods.put("@yyyy-'Q'q@", quarters);
        periods.put("@'Q'q yyyy@", quarters);
        periods.put("@q'Q'yyyy@", quarters);
        periods.put("@yyyy년 q@분기", quarters);
        periods.put("2020-W3%6$d", "2020-07-20 … 2020-08-03");
        periods.put("2020W3%6$d", "2020-07-20 … 2020-08-03");
        periods.put("2020-W3%6$d-3", "2020-07-22 … 2020-08-05");
        return periods;
    }

    @TestFactory
    Stream<DynamicTest> periodsAreTimes() {
        return periods().entrySet().stream()
                .map(period -> dynamicTest(period.getKey(), () -> {
                    Path file = put("log.csv", "user,item,period\n" + rows("%1$d,i%2$d," + period.getKey()));
                    JsonObject data = reads(file, "time = period");
                    assertEquals(period.getValue(), data.get("period").getAsString());
                }));
    }

    @Test
    void monthsAsNumbersAreAnOrder() throws IOException {
        reads(put("log.csv", "user,item,year_month\n" + rows("%1$d,i%2$d,@yyyyMM@")), "time = year_month");
        reads(put("log.csv", "user,item,week_no\n" + rows("%1$d,i%2$d,1%5$02d")), "time = week_no");
        Path file = put("log.csv", "user,item,month\n" + rows("%1$d,i%2$d,@M@"));
        reads(file, "user = user · item = item");
        assertFalse(err.contains("time = "), err);
    }

    @Test
    void numbersOfAYearAreNoMonths() throws IOException {
        reads(
                put(
                        "log.csv",
                        "user,item,code\n" + rows("%1$d,i%2$d,2020-1%6$d").replace("2020-1", "2020-")),
                "item = item.");
        reads(put("log.csv", "user,item,season\n" + rows("%1$d,i%2$d,201%6$d/1%6$d")), "item = item.");
    }

    @Test
    void aYearIsNoRating() throws IOException {
        reads(put("log.csv", "user,item,year\n" + rows("%1$d,i%2$d,20%6$02d")), "user = user · item = item.");
    }

    @TestFactory
    Stream<DynamicTest> rowsAsPythonPrintsThem() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("tuples", rows("(%1$d, 10%2$d, %3$d.0)"));
        files.put("quoted", rows("('u%1$d', 'i%2$d', %3$d.0, %4$d)"));
        files.put("lists", rows("[%1$d, 10%2$d, %3$d.0]"));
        files.put(
                "one list",
                "[" + LogRows.LARGER.rows("(%1$d, 10%2$d, %3$d.0)", ", ").strip() + "]");
        return files.entrySet().stream()
                .map(file -> dynamicTest(
                        file.getKey(),
                        () -> reads(
                                put("log.txt", file.getValue()),
                                file.getKey().equals("quoted")
                                        ? "user = 1 · item = 2 · time = 4 · count or rating = 3."
                                        : "user = 1 · item = 2 · count or rating = 3.")));
    }

    @Test
    void aListInTheLastColumnGoesOn() throws IOException {
        String header = "user_id,item_id,timestamp,state_label,comma_separated_list_of_features\n";
        Path file = put("wikipedia.csv", header + rows("%1$d,%2$d,%5$d000.5,0,-0.17,0.%3$d,1e-3,4"));
        reads(file, "time = timestamp");
        assertEquals(0, nara("data", "--data", file.toString()), err);
        assertTrue(out.contains("The header names the last column as a list"), out);
        put("wikipedia.csv", header + rows("%1$d,%2$d,%5$d000.5,0,-0.17,0.%3$d") + "1,2,7.5,0\n");
        isRefusedBelowTheGuess(file, "wikipedia.csv:62: ");
        put("other.csv", "user_id,item_id,timestamp\n" + rows("%1$d,%2$d,%4$d,7,8"));
        isRefusedBelowTheGuess(folder.resolve("set/other.csv"), "other.csv:2: ");
    }

    private void isRefusedBelowTheGuess(Path file, String said) {
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains(said), err);
    }

    /** A file for each user or item, its rows below a header. */
    private void each(int ids, boolean item, String name, String header, String row) throws IOException {
        for (int id = 0; id < ids; id++) {
            int wanted = id;
            String rows = IntStream.range(0, 60)
                    .filter(n -> LogRows.LARGER.row(item ? "%2$d" : "%1$d", n).equals(Integer.toString(wanted)))
                    .mapToObj(n -> LogRows.LARGER.row(row, n))
                    .collect(Collectors.joining("\n", "", "\n"));
            put(name.formatted(id + 1), header + rows);
        }
    }

    @Test
    void usersStandInTheNamesOfFiles() throws IOException {
        each(12, false, "KT1/u%d.csv", "timestamp,solving_id,question_id,elapsed_time\n", "%4$d123,%3$d,q%2$d,38%5$d");
        Path set = folder.resolve("set/KT1");
        assertEquals(
                "2020-09-14 … 2020-10-09",
                reads(set, "user = u · item = question_id · time = timestamp")
                        .get("period")
                        .getAsString());
        assertTrue(err.contains("u1"), err);
        put(
                "KT1/questions.csv",
                "question_id,part\n"
                        + IntStream.range(0, 9).mapToObj(n -> "q" + n + ",1\n").collect(Collectors.joining()));
        reads(set, "u*.csv");
        put("contents/lectures.csv", "lecture_id,part\nl1,1\n");
        isRefused(folder.resolve("set"), "What is here: KT1 (a folder); contents (a folder).");
    }

    @Test
    void theirSourceIsNoUser() throws IOException {
        each(12, false, "user_%d.csv", "timestamp,item_id,source\n", "%4$d123,i%2$d,diagnosis");
        reads(folder.resolve("set"), "user = user · item = item_id");
        Path file = put("log.csv", "timestamp,item_id,source\n" + rows("%4$d123,i%2$d,diagnosis"));
        isRefused(file, "It is not clear which column contains the users.");
    }

    @Test
    void itemsStandInTheNamesOfFiles() throws IOException {
        each(9, true, "movie_%d.csv", "user_id,rating,timestamp\n", "%1$d,%3$d,%4$d");
        reads(folder.resolve("set"), "user = user_id · item = movie");
        assertTrue(out.contains("\"ids-of-file-names\",\"count\":9,\"examples\":[\"movie 1: movie_1.csv\""), out);
    }

    @Test
    void namesOfPartsOfATableOfUsersAreNoColumn() throws IOException {
        put("log.csv", EVENTS + rows("u%1$d,i%2$d,%3$d,%4$d"));
        for (int part = 0; part < 2; part++) {
            int first = 6 * part;
            put(
                    "user_" + (part + 1) + ".csv",
                    "id,age\n"
                            + IntStream.range(first, first + 6)
                                    .mapToObj(n -> "u" + n + "," + (30 + n) + "\n")
                                    .collect(Collectors.joining()));
        }
        JsonObject data = reads(folder.resolve("set"), "user_*.csv  joined to the users by id");
        assertEquals(Set.of("age"), data.getAsJsonObject("userAttributes").keySet());
        assertFalse(out.contains("ids-of-file-names"), out);
    }

    @Test
    void numbersAloneAreUsersUnlessTheyArePartsOrDays() throws IOException {
        each(12, false, "10%d.json", "", "{\"item_id\":\"i%2$d\",\"timestamp\":%4$d}");
        reads(folder.resolve("set"), "user = user · item = item_id");
        each(12, false, "day/2020090%d.json", "", "{\"item_id\":\"i%2$d\",\"timestamp\":%4$d}");
        for (int day = 10; day < 13; day++) {
            Files.delete(folder.resolve("set/day/2020090" + day + ".json"));
        }
        isRefused(folder.resolve("set/day"), "It is not clear which column contains the users.");
        each(12, false, "parts/users_%d.csv", "item_id,rating\n", "i%2$d,%3$d");
        isRefused(folder.resolve("set/parts"), "It is not clear which column contains the users.");
        each(12, false, "padded/user_0%d.csv", "item_id,rating\n", "i%2$d,%3$d");
        isRefused(folder.resolve("set/padded"), "It is not clear which column contains the users.");
        each(9, true, "count/%d.csv", "user_id,rating\n", "%1$d,%3$d");
        isRefused(folder.resolve("set/count"), "It is not clear which column contains the items.");
    }

    @Test
    void numbersOfFilesReplaceNoIds() throws IOException {
        String[] lines = rows("%1$d,t%2$d,@yyyy-MM-dd@").split("\n");
        Map<String, String> sets = new LinkedHashMap<>();
        sets.put("2019 2020", "user_id,thread_id,date");
        sets.put("1 2", "user_id,thread_id,date");
        sets.put("410 977", "user_id,thread_id,date");
        sets.put("31 77", "who,item_id,date");
        for (Map.Entry<String, String> set : sets.entrySet()) {
            String[] names = set.getKey().split(" ");
            for (int half = 0; half < 2; half++) {
                String part = String.join("\n", Arrays.copyOfRange(lines, half * 30, half * 30 + 30));
                put(set.getKey() + "/" + names[half] + ".csv", set.getValue() + "\n" + part + "\n");
            }
            String[] columns = set.getValue().split(",");
            reads(
                    folder.resolve("set").resolve(set.getKey()),
                    "user = " + columns[0] + " · item = " + columns[1] + " · time = date");
        }
    }

    @Test
    void theWindowGuessesTheSame() throws Exception {
        each(12, false, "KT1/u%d.csv", "timestamp,question_id\n", "%4$d123,q%2$d");
        Map<Path, List<ColumnRole>> guesses = new LinkedHashMap<>();
        guesses.put(folder.resolve("set/KT1"), List.of(TIME, ITEM, USER));
        guesses.put(put("tuples.txt", rows("('u%1$d', 'i%2$d', %3$d.0, %4$d)")), List.of(USER, ITEM, NUMBER, TIME));
        guesses.put(put("weeks.csv", "user,item,week\n" + rows("%1$d,i%2$d,2020-W3%6$d")), List.of(USER, ITEM, TIME));
        guesses.put(
                put("pairs.csv", "user,item,a_list\n" + rows("%1$d,i%2$d,0.5,0.25,1")), List.of(USER, ITEM, IGNORE));
        for (Map.Entry<Path, List<ColumnRole>> guess : guesses.entrySet()) {
            TablePreview preview = TablePreview.of(services().datasets(), guess.getKey(), "", "");
            assertEquals(guess.getValue(), preview.roles(), guess.getKey().toString());
            assertTrue(preview.readable(preview.roles()));
            Recipe recipe = preview.recipe(preview.roles(), "", "");
            Dataset read = services().datasets().read(guess.getKey(), recipe, Progress.NONE);
            assertEquals(60, read.interactions().size(), guess.getKey().toString());
            assertEquals(12, read.users().size(), guess.getKey().toString());
        }
    }

    @Test
    void theOnlyNumberIsNoIdNoEventAndNoTime() throws IOException {
        reads(
                put("log.tsv", "ACTIONID\tUSERID\tTARGETID\n" + rows("%5$d\t%1$d\t%2$d")),
                "user = USERID · item = TARGETID.");
        reads(
                put("log.csv", "uid,iid,action\n" + rows("%1$d,%2$d,%3$d")),
                "item = iid · word, such as an event = action.");
        reads(
                put("log.csv", "session_id,item_id,timeframe\n" + rows("%1$d,%2$d,%5$d00")),
                "user = session_id · item = item_id.");
        reads(put("log.csv", "user,item,playtime\n" + rows("%1$d,%2$d,%5$d")), "count or rating = playtime.");
    }

    @Test
    void theOnlyTableWithUsersItemsAndTimesIsTheLog() throws IOException {
        String row =
                "user_%1$06d\t@yyyy-MM-dd'T'HH:mm:ss@Z\tf1b1cf71-bd35-4e99-8624-24a6e15f133%2$d\tDeep, Dish\t\tTrack";
        put("lfm/userid-timestamp-artid-artname-traid-traname.tsv", rows(row));
        String users = IntStream.range(0, 12)
                .mapToObj("user_%06d\tm\t22\tJapan\tAug 13, 2006\n"::formatted)
                .collect(Collectors.joining());
        put("lfm/userid-profile.tsv", "#id\tgender\tage\tcountry\tregistered\n" + users);
        JsonObject data = reads(folder.resolve("set/lfm"), "user = 1 · item = 3 · time = 2.");
        assertEquals(
                List.of("gender", "age", "country", "registered"),
                List.copyOf(data.getAsJsonObject("userAttributes").keySet()));
        String clicks = "%1$d,@yyyy-MM-dd'T'HH:mm:ss@.357Z,2145365%2$d";
        put("yoochoose/yoochoose-clicks.dat", rows(clicks + ",0"));
        put("yoochoose/yoochoose-buys.dat", new LogRows(20, 5, 9, 4, 1, 600).rows(clicks + ",1%5$d00,%3$d", "\n"));
        put("yoochoose/dataset-README.txt", "made up\n");
        assertEquals(0, nara("data", "--data", folder.resolve("set/yoochoose").toString()), err);
        assertTrue(err.contains("The folder holds 2 tables:"), err);
        assertTrue(err.contains("yoochoose-clicks.dat  not read: could be a log, too"), err);
    }

    @Test
    void sessionsWhoseUsersAreUnknownAskForNoJoin() throws IOException {
        put("train-item-views.csv", "sessionId;userId;itemId;eventdate\n" + rows("%1$d;NA;81%2$d;@yyyy-MM-dd@"));
        put(
                "train-queries.csv",
                "queryId;sessionId;userId;items\n"
                        + IntStream.range(0, 12)
                                .mapToObj("1%1$d;%1$d;NA;7518,71\n"::formatted)
                                .collect(Collectors.joining()));
        put("products.csv", "itemId;pricelog2\n810;10\n811;11\n");
        reads(folder.resolve("set"), "user = sessionId · item = itemId · time = eventdate");
    }

    @Test
    void titlesOfTheMillionSongDataset() throws IOException {
        put("train_triplets.txt", rows("b80344d0%1$02d\tSOAKIMP%2$d\t%3$d"));
        String tracks = IntStream.range(0, 9)
                .mapToObj("TRMM12%1$d<SEP>SOAKIMP%1$d<SEP>An Artist, B<SEP>A Song, %1$d\n"::formatted)
                .collect(Collectors.joining());
        Path titles = put("unique_tracks.txt", tracks);
        assertEquals(
                0,
                nara(
                        "data",
                        "--data",
                        folder.resolve("set/train_triplets.txt").toString(),
                        "--items",
                        titles.toString(),
                        "--json"),
                err);
        assertTrue(
                json().get(0).getAsJsonObject("itemAttributes").has("title"),
                json().get(0).toString());
    }

    @Test
    void whatHappenedIsTheTimeAndNotWhatWasStored() throws IOException {
        String header = "user_id,item_id,created_at,updated_at,event_time\n";
        String row = "%1$d,%2$d,2021-01-01 00:00,2021-02-01 00:00,@yyyy-MM-dd HH:mm:ss@";
        reads(put("log.csv", header + rows(row)), "time = event_time");
        header = "user_id,item_id,end_time,start_time\n";
        reads(put("log.csv", header + rows("%1$d,%2$d,2021-01-01 00:00,@yyyy-MM-dd HH:mm@")), "time = start_time");
    }

    @Test
    void theCategoryBeforeTheEventIsNoRating() throws IOException {
        Path file =
                put("UserBehavior.csv", rows("1%1$02d,20%2$d,40%6$d,pv,%4$d").replaceFirst(",pv,", ",buy,"));
        reads(file, "user = 1 · item = 2 · time = 5 · word, such as an event = 4.");
    }

    @Test
    void aTableWithHolesHasNoSequences() throws IOException {
        String cells = IntStream.range(0, 26).mapToObj(k -> "\t%4$d" + k).collect(Collectors.joining());
        Path file = put("train.txt", rows("%3$d\t%5$d\t\t%2$d" + cells));
        isRefused(file, "It is not clear which columns contain the users and the items.");
    }

    @Test
    void foldersOfHuggingFaceAndKaggle() throws IOException {
        String[] lines = rows("{\"user_id\":\"u%1$d\",\"item_id\":\"i%2$d\"}").split("\n");
        for (int part = 0; part < 2; part++) {
            put(
                    "hf/data/train-0000" + part + "-of-00002.jsonl",
                    String.join("\n", List.of(lines).subList(30 * part, 30 * part + 30)));
        }
        put("hf/dataset_info.json", "{\"features\":{\"user_id\":{\"dtype\":\"string\"}},\"splits\":{\"train\":{}}}");
        put("hf/README.md", "---\nlicense: mit\n---\n");
        reads(folder.resolve("set/hf"), "user = user_id · item = item_id");
        put("disk/dataset_dict.json", "{\"splits\":[\"train\",\"test\"]}");
        put("disk/train/data-00000-of-00001.arrow", new byte[] {-1, -1, -1, -1, 0, 0, 0, 0});
        put("disk/test/data-00000-of-00001.arrow", new byte[] {-1, -1, -1, -1, 0, 0, 0, 0});
        isRefused(folder.resolve("set/disk"), "test (a folder); train (a folder)");
        put("disk/train/state.json", "{\"_data_files\":[]}");
        isRefused(folder.resolve("set/disk/train"), "The file is a stream of Arrow.");
        Path zip = folder.resolve("kaggle.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name :
                    List.of("archive/set/ratings.csv", "archive/README.md", "archive/dataset-metadata.json")) {
                out.putNextEntry(new ZipEntry(name));
                String text = name.endsWith("csv") ? EVENTS + rows("u%1$d,i%2$d,%3$d,%4$d") : "{\"title\":\"x\"}";
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        reads(zip, "time = timestamp");
    }

    @Test
    void theOtherPartOfASplitLogDescribesNoUsers() throws IOException {
        String[] lines = rows("u%1$d,i%2$d,%3$d,%4$d").split("\n");
        for (boolean test : new boolean[] {false, true}) {
            String part = IntStream.range(0, 60)
                    .filter(n -> (n % 5 == 4) == test)
                    .mapToObj(n -> lines[n] + "\n")
                    .collect(Collectors.joining());
            put((test ? "test" : "train") + ".csv", "user,item,rating,timestamp\n" + part);
        }
        assertEquals(0, nara("data", "--data", folder.resolve("set").toString(), "--json"), err);
        assertEquals(48, json().get(0).get("interactions").getAsInt(), err);
        assertTrue(json().get(0).getAsJsonObject("userAttributes").isEmpty(), err);
        assertTrue(err.contains("test.csv   not read: could be a log, too"), err);
    }

    @TestFactory
    Stream<DynamicTest> areNamed() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("a TOML document", rows("[[log]]\nuser = \"u%1$d\"\nitem = \"i%2$d\""));
        kinds.put("an INI document", "; log\n" + rows("[row%5$d]\nuser = u%1$d\nitem = i%2$d"));
        kinds.put("Python pickle", "(lp0\n(S'u0'\np1\nS'i0'\np2\ntp3\na.");
        kinds.put("a Python pickle", "cpandas.core.frame\nDataFrame\np0\n(tR.");
        kinds.put("The file is a Python pickle", "]q\0(U\2u0q\1U\2i0q\2e.");
        kinds.put(
                "the event log of a Spark application",
                "{\"Event\":\"SparkListenerLogStart\",\"Spark Version\":\"3\"}\n{}\n");
        kinds.put("objects as Python prints them", rows("Rating(user=%1$d, product=%2$d, rating=%3$d.0)"));
        kinds.put("predictions of a model", rows("user: %1$d          item: %2$d          r_ui = %3$d.00   est = 3.5"));
        return kinds.entrySet().stream()
                .map(kind ->
                        dynamicTest(kind.getKey(), () -> isRefused(put("log.txt", kind.getValue()), kind.getKey())));
    }

    @Test
    void arraysInAnArchiveAreNamed() throws IOException {
        Path zip = folder.resolve("arrays.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("log.npz"));
            ZipOutputStream inner = new ZipOutputStream(out);
            inner.putNextEntry(new ZipEntry("user.npy"));
            inner.finish();
        }
        isRefused(zip, "unpack the outer one");
    }
}
