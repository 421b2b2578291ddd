package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Logs of 12 users, 9 items and 60 rows in the manner of public data sets, with what is taken for what. */
class PublicLogsTest extends CommandLineTest {
    private static final String PERIOD = "2020-09-14 … 2020-10-09";

    private static String rows(String row) {
        return LogRows.LARGER.rows(row, "\n");
    }

    /** Content by name, and what is taken for what; all tell times. */
    private static Map<String, List<String>> timed() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        files.put(
                "user_ratedmovies.dat",
                List.of(
                        "userID\tmovieID\trating\tdate_day\tdate_month\tdate_year\tdate_hour\tdate_minute"
                                + "\tdate_second\n"
                                + rows("%d\t%d\t%d.5\t@d\tM\tyyyy\tH\tm\ts@"),
                        "time = date_day, date_month, date_year, date_hour, date_minute, date_second"));
        files.put(
                "D01",
                List.of(
                        rows("@yyyy-MM-dd@ 00:00:00;%1$08d  ;K%1$x ;F ;110411;471001%2$07d;%3$d;24;30"),
                        "user = 2 · item = 6 · time = 1 · count or rating = 7."));
        files.put(
                "LFM-1b_LEs.txt",
                List.of(
                        rows("%1$d\t102%6$d\t204%7$d\t500%2$d\t%4$d"),
                        "Items could also be in: 2, 3. To use another column than 4, name it with --item"));
        files.put(
                "rating_with_timestamp.txt",
                List.of(
                        rows("   1.%1$03d0000e+03   1.%2$03d0000e+03   %3$d.0000000e+00   1.0000000e+00   %4$d"),
                        "user = 1 · item = 2 · time = 5 · count or rating = 3."));
        files.put(
                "columns.txt",
                List.of(
                        "user_id     item_id   rating   timestamp\n" + rows("%1$-12d%2$-10d%3$-9d%4$d"),
                        "time = timestamp"));
        files.put(
                "log_standard.csv",
                List.of(
                        "user_id,video_id,date,hourmin,time_ms,is_click,duration_ms\n"
                                + rows("%1$d,%2$d,@yyyyMMdd,HHmm@,%4$d123,1,17800"),
                        "time = time_ms"));
        files.put(
                "log_0.csv",
                List.of(
                        "session_id,session_length,track_id_clean,skip_1,hour_of_day,date\n"
                                + rows("0_%1$d,5,t_%2$d,False,@H@,@yyyy-MM-dd@"),
                        "user = session_id · item = track_id_clean · time = hour_of_day, date"));
        files.put(
                "movie-ratings.txt",
                List.of(rows("%1$d,%2$d,%6$d,%5$d,%3$d,@dd.MM.yyyy@"), "time = 6 · count or rating = 5."));
        files.put(
                "browsing.csv",
                List.of(
                        "session_id_hash,event_type,product_sku_hash,server_timestamp_epoch_ms,hashed_url\n"
                                + rows("2%1$d,pageview,s%2$d,%4$d123,7e%3$d"),
                        "user = session_id_hash · item = product_sku_hash · time = server_timestamp_epoch_ms"));
        files.put(
                "page_views.csv",
                List.of(
                        "uuid,document_id,timestamp,platform,geo_location,traffic_source\n"
                                + rows("f%1$d,%2$d,%4$d,%3$d,US>CA>8%3$d,2"),
                        "user = uuid · item = document_id"));
        for (String lasted : List.of("watch_hour", "시간")) {
            files.put(
                    lasted + ".csv",
                    List.of("user,item," + lasted + ",date\n" + rows("%d,%d,%d,@yyyy-MM-dd@"), "time = date"));
        }
        return files;
    }

    private static Map<String, List<String>> objects() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        files.put(
                "bulk.ndjson",
                List.of(
                        rows("{\"index\":{\"_index\":\"log\",\"_id\":\"%5$d\"}}\n"
                                + "{\"user_id\":\"u%1$d\",\"item_id\":\"i%2$d\",\"timestamp\":%4$d}"),
                        "user = user_id · item = item_id · time = timestamp"));
        files.put(
                "reviews.json",
                List.of(
                        rows("{\"work\":\"%2$d\",\"flags\":[],\"unixtime\":%4$d,\"stars\":%3$d.5,\"nhelpful\":%3$d,"
                                + "\"user\":\"j%1$d\"}"),
                        "user = user · item = work · time = unixtime"));
        files.put(
                "mongo.json",
                List.of(
                        rows(
                                "{\"_id\":{\"$oid\":\"5f%5$d\"},\"user\":{\"$oid\":\"5f%1$d\"},\"movie\":{\"$numberInt\":\"%2$d\"},"
                                        + "\"ts\":{\"$date\":{\"$numberLong\":\"%4$d123\"}}}"),
                        "user = user.$oid · item = movie.$numberInt · time = ts.$date.$numberLong"));
        files.put(
                "strapi.json",
                List.of(
                        "{\"data\":["
                                + LogRows.LARGER.rows(
                                        "{\"id\":%5$d,\"attributes\":{\"user\":{\"data\":{\"id\":%1$d}},"
                                                + "\"item\":{\"data\":{\"id\":%2$d}},\"createdAt\":\"@yyyy-MM-dd'T'HH:mm:ss@Z\"}}",
                                        ",")
                                + "]}",
                        "user = attributes.user.data.id · item = attributes.item.data.id"));
        files.put(
                "Streaming_History.json",
                List.of(
                        rows("{\"ts\":\"@yyyy-MM-dd'T'HH:mm:ss@Z\",\"username\":\"u%1$d\",\"ms_played\":%3$d,"
                                + "\"master_metadata_track_name\":\"T\",\"spotify_track_uri\":\"t:%2$d\"}"),
                        "user = username · item = spotify_track_uri · time = ts"));
        files.put(
                "goodreads.json",
                List.of(
                        rows("{\"user_id\":\"u%1$d\",\"book_id\":\"%2$d\",\"rating\":%3$d,\"read_at\":\"\","
                                        + "\"date_added\":\"@EEE MMM dd HH:mm:ss@ +0000 @yyyy@\"}")
                                .replaceFirst("\"read_at\":\"\"", "\"read_at\":\"Mon Sep 14 00:00:00 +0000 2020\""),
                        "time = date_added"));
        return files;
    }

    /** Those without times. */
    private static Map<String, List<String>> untimed() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        files.put(
                "user_log_format1.csv",
                List.of(
                        "user_id,item_id,cat_id,time_stamp,action_type\n" + rows("%1$d,%2$d,833,@Mdd@,%3$d"),
                        "time = time_stamp"));
        files.put("qrels.txt", List.of(rows("u%1$d 0 d%2$d 1"), "user = 1 · item = 3"));
        files.put(
                "relations.csv", List.of(":START_ID,:END_ID,rating:int,:TYPE\n" + rows("u%d,i%d,%d,RATED"), ":END_ID"));
        files.put(
                "edges.txt",
                List.of("# Nodes: 21 Edges: 60\n# FromNodeId\tToNodeId\n" + rows("%1$d\t10%2$d"), "item = ToNodeId"));
        files.put("log.txt", List.of("user_id~item_id~rating\n" + rows("u%d~i%d~%d"), "count or rating = rating"));
        files.put(
                "values.json",
                List.of(
                        "[[\"user_id\",\"item_id\"]," + LogRows.LARGER.rows("[\"u%1$d\",\"i%2$d\"]", ",") + "]",
                        "user = user_id · item = item_id"));
        files.put("train.txt", List.of("user,item\n" + rows("%d,%d"), "user = user"));
        return files;
    }

    private JsonObject reads(String name, List<String> file) throws IOException {
        return reads(Files.writeString(folder.resolve(name), file.get(0)), file.get(1));
    }

    @TestFactory
    Stream<DynamicTest> withTimes() {
        return Stream.of(timed(), objects())
                .flatMap(files -> files.entrySet().stream())
                .map(file -> dynamicTest(file.getKey(), () -> {
                    JsonObject data = reads(file.getKey(), file.getValue());
                    assertEquals(PERIOD, data.get("period").getAsString(), err);
                }));
    }

    @TestFactory
    Stream<DynamicTest> withoutTimes() {
        return untimed().entrySet().stream()
                .map(file -> dynamicTest(file.getKey(), () -> reads(file.getKey(), file.getValue())));
    }

    @Test
    void everyPartOfATimeCounts() throws IOException {
        String log = "user,item,year,month,day,hour,minute,second\na,x,2020,9,4,6,5,7\na,y,2021,12,31,23,59,58\n";
        Path file = Files.writeString(folder.resolve("log.csv"), log);
        assertEquals(0, nara("data", "--data", file.toString()), err);
        assertTrue(out.contains("2020-9-4 6:5:7 → 2020-09-04 06:05:07"), out);
        assertEquals(0, nara("data", "--data", file.toString(), "--time", "year + month + day + hour"), err);
        assertTrue(out.contains("2020-9-4 6:00 → 2020-09-04 06:00"), out);
        assertEquals(
                0,
                nara(
                        "data",
                        "--data",
                        file.toString(),
                        "--time",
                        "year + month + day + hour",
                        "--time-format",
                        "yyyy-M-d H"),
                err);
    }

    @Test
    void usersAreOftenAsManyAsTheirLinesOfOneLength() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int user = 0; user < 12; user++) {
            lines.append("5");
            for (int n = 5 * user; n < 5 * user + 5; n++) {
                lines.append(LogRows.LARGER.row(" %2$d", n));
            }
            lines.append('\n');
        }
        Path file = Files.writeString(folder.resolve("users.dat"), lines);
        assertEquals(0, nara("data", "--data", file.toString(), "--json"), err);
        assertEquals(60, json().get(0).get("interactions").getAsInt());
    }

    @Test
    void aHeaderAmongRowsAndATotalAreNoRows() throws IOException {
        for (String row : List.of("user_id,item_id", "Total,60")) {
            String log = "user_id,item_id\n" + rows("u%d,i%d") + row + "\n";
            Path file = Files.writeString(folder.resolve("log.csv"), log);
            assertEquals(2, nara("data", "--data", file.toString()));
            assertTrue(err.contains("log.csv:62: Th"), err);
            assertEquals(0, nara("data", "--data", file.toString(), "--bad-rows", "skip", "--json"), err);
            assertEquals(12, json().get(0).get("users").getAsInt());
        }
    }

    @Test
    void timesAndIdsThatWereCutAreReported() throws IOException {
        String log = "user_id,item_id,timestamp\n" + rows("1.0%1$dE+11,i%2$d,%4$d");
        Path file = Files.writeString(folder.resolve("log.csv"), log.substring(0, log.length() - 8));
        assertEquals(0, nara("data", "--data", file.toString()), err);
        assertTrue(out.contains("1 time before March 1973 among later ones"), out);
        assertTrue(out.contains("12 user or item IDs written with an exponent"), out);
    }

    @TestFactory
    Stream<DynamicTest> areNamed() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("Netflix Prize probe", "1:\n30878\n2647871\n2:\n1283744\n");
        kinds.put("qualifying set", "1:\n1046323,2005-12-19\n1080030,2005-12-23\n2:\n127356,2005-11-01\n");
        kinds.put("KDD Cup", "0|2\n507696\t90\t1000\t12:00:00\n137915\t50\t1001\t12:00:00\n");
        kinds.put(
                "a web server",
                rows("10.0.0.1 - u%1$d [@dd/MMM/yyyy:HH:mm:ss@ +0000] \"GET /item/%2$d HTTP/1.1\" 200 1"));
        kinds.put("a graph", "graph [\n" + rows("  edge [ source %1$d target 10%2$d ]") + "]\n");
        kinds.put("sqlcmd", "user_id,item_id\n-------,-------\n" + rows("%d,%d"));
        return kinds.entrySet().stream()
                .map(kind -> dynamicTest(kind.getKey(), () -> {
                    Path file = Files.writeString(folder.resolve("file.txt"), kind.getValue());
                    assertEquals(2, nara("data", "--data", file.toString()));
                    assertTrue(err.contains(kind.getKey()), err);
                    assertEquals(1, err.strip().lines().count(), err);
                }));
    }

    @Test
    void logsCutForSequentialModelsAreRefused() throws IOException {
        for (String key : List.of("user_id", "session_id")) {
            Path file = Files.writeString(
                    folder.resolve("set.inter"),
                    key + ":token\titem_id_list:token_seq\titem_id:token\n1\t1 2\t3\n2\t2\t1\n");
            assertEquals(2, nara("data", "--data", file.toString()));
            assertTrue(err.contains("item_id_list:token_seq") && err.contains("with a row an item"), err);
        }
    }

    @Test
    void manyRowsWithoutAUserAreLeftOutByAQuery() throws IOException {
        String log = "Customer ID,StockCode\n" + rows("u%d,i%d").replaceAll("(?m)^u[0-3],", ",");
        Path file = Files.writeString(folder.resolve("log.csv"), log);
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("SELECT * FROM data WHERE \"COLUMN\" IS NOT NULL"), err);
        Path query =
                Files.writeString(folder.resolve("known.sql"), "SELECT * FROM data WHERE \"Customer ID\" IS NOT NULL");
        assertEquals(
                0,
                nara(
                        "data",
                        "--data",
                        file.toString(),
                        "--query",
                        query.toString(),
                        "--user",
                        "Customer ID",
                        "--item",
                        "StockCode",
                        "--json"),
                err);
        assertEquals(40, json().get(0).get("interactions").getAsInt());
        assertFalse(err.contains("empty"), err);
    }
}
