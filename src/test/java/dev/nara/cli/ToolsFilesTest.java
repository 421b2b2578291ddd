package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Logs of 3 users, 5 items and 12 rows as other tools, shops and public data sets write them, with what is taken for what. */
class ToolsFilesTest extends CommandLineTest {
    private static String rows(String row) {
        return LogRows.SMALL.rows(row, "\n");
    }

    private static String rows(String row, String between) {
        return LogRows.SMALL.rows(row, between);
    }

    private static String users(String user, String item, String between) {
        return IntStream.range(0, 3)
                .mapToObj(u -> user.formatted(
                        u,
                        IntStream.range(4 * u, 4 * u + 4)
                                .mapToObj(n -> LogRows.SMALL.row(item, n))
                                .collect(Collectors.joining(","))))
                .collect(Collectors.joining(between));
    }

    /** Content by name, and what is taken for what. */
    private static Map<String, List<String>> tables() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        files.put(
                "bakery.csv",
                List.of(
                        "Date,Time,Transaction,Item\n" + rows("@yyyy-MM-dd@,@HH:mm:ss@,%1$d,Bread %2$d"),
                        "user = Transaction · item = Item · time = Date, Time."));
        files.put(
                "events.csv",
                List.of(
                        "event_time,user_id,product_id,event_date\n" + rows("@HHmmss@,%d,%d,@yyyyMMdd@"),
                        "time = event_time, event_date."));
        files.put(
                "구매.csv",
                List.of("고객번호,상품코드,구매일자,구매시각,수량\n" + rows("C%1$d,P%2$d,@yyyyMMdd@,@HH:mm@,%3$d"), "time = 구매일자, 구매시각"));
        files.put(
                "購入.csv",
                List.of(
                        "会員番号,商品コード,購入日,購入時刻,数量\n" + rows("%1$04d,%2$04d,@yyyy年M月d日@,@H時m分@,%3$d"),
                        "time = 購入日, 購入時刻"));
        files.put(
                "tianchi.csv",
                List.of("user_id,item_id,behavior_type,time\n" + rows("%1$d,%2$d,1,@yyyy-MM-dd HH@"), "time = time"));
        files.put(
                "transaction_data.csv",
                List.of(
                        "household_key,BASKET_ID,DAY,PRODUCT_ID,QUANTITY,TRANS_TIME\n"
                                + rows("%1$d,2698%5$d,4%5$02d,%2$d,%3$d,@HHmm@"),
                        "user = household_key · item = PRODUCT_ID · time = DAY · count or rating = QUANTITY."));
        files.put(
                "D01.csv", List.of(rows("@yyyy-MM-dd@ 00:00:00;%1$08d  ;%2$d;%3$d"), "user = 2 · item = 3 · time = 1"));
        files.put(
                "clicks.csv",
                List.of(
                        "user_id,session_id,session_start,click_article_id,click_timestamp\n"
                                + rows("%1$d,%4$d,%4$d000,%2$d,%4$d123"),
                        "user = user_id · item = click_article_id"));
        files.put(
                "beer_reviews.csv",
                List.of(
                        "brewery_id,review_time,review_overall,review_profilename,beer_name,beer_beerid\n"
                                + rows("7,%4$d,%3$d,s%1$d,\"A, %2$d\",%2$d"),
                        "user = review_profilename · item = beer_beerid · time = review_time"));
        files.put(
                "xing.csv",
                List.of(
                        "challenge_final_export.user_id\tchallenge_final_export.item_id"
                                + "\tchallenge_final_export.created_at\n"
                                + rows("%1$d\t%2$d\t%4$d"),
                        "time = challenge_final_export.created_at"));
        files.put(
                "bq-results.csv",
                List.of(
                        "user_pseudo_id,event_timestamp,event_name,item_id\n"
                                + rows("%1$d.1600000001,%4$d123456,view_item,SKU%2$d"),
                        "user = user_pseudo_id · item = item_id"));
        files.put(
                "orders_export.csv",
                List.of(
                        "Name,Email,Financial Status,Paid at,Lineitem quantity,Lineitem name,Lineitem sku\n"
                                + rows("#%5$d,u%1$d@@x.org,paid,@yyyy-MM-dd HH:mm:ss@ +0900,%3$d,Thing %2$d,S-%2$d"),
                        "user = Email · item = Lineitem sku"));
        files.put(
                "ViewingActivity.csv",
                List.of(
                        "Profile Name,Start Time,Duration,Title,Bookmark\n"
                                + rows("P%1$d,@yyyy-MM-dd HH:mm:ss@,00:15:0%3$d,Show %2$d,00:15:00"),
                        "user = Profile Name · item = Title · time = Start Time"));
        files.put(
                "покупки.csv",
                List.of(
                        "ID пользователя;ID товара;Оценка;Дата\n" + rows("%1$d;%2$d;%3$d,5;@dd.MM.yyyy@"),
                        "time = Дата"));
        files.put(
                "klanten.csv",
                List.of(
                        "klantnummer;artikelnummer;aantal;datum\n" + rows("%1$d;%2$d;%3$d;@dd-MM-yyyy@"),
                        "user = klantnummer · item = artikelnummer"));
        files.put(
                "ordini.csv",
                List.of("id_cliente;id_prodotto;quantita\n" + rows("%d;%d;%d"), "count or rating = quantita"));
        files.put(
                "out.movielens",
                List.of("%% bip weighted\n%% 12 3 5 7\n".formatted() + rows("%1$d %2$d %3$d %4$d"), "time = 4"));
        files.put("ratings.dat", List.of(rows("%d,%d,%d"), "user = 1 · item = 2"));
        files.put(
                "finefoods.txt",
                List.of(rows("""
                    product/productId: B%2$d
                    review/userId: A%1$d
                    review/score: %3$d.0
                    review/time: %4$d
                    review/text: a: b
                    more
                    """), "user = review/userId · item = product/productId · time = review/time"));
        return files;
    }

    private static Map<String, List<String>> objects() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        String node = "{\"node\":{\"user\":{\"id\":\"u%1$d\"},\"item\":{\"id\":\"i%2$d\"},\"rating\":%3$d}}";
        files.put(
                "graphql.json",
                List.of(
                        "{\"data\":{\"ratings\":{\"totalCount\":12,\"edges\":[" + rows(node, ",") + "]}}}",
                        "user = node.user.id · item = node.item.id · count or rating = node.rating."));
        String hit =
                "{\"_index\":\"log\",\"_id\":\"x%5$d\",\"_score\":%3$d,\"_source\":{\"user_id\":%1$d,\"item_id\":%2$d}}";
        files.put(
                "hits.json",
                List.of(
                        "{\"took\":3,\"hits\":{\"total\":{\"value\":12},\"hits\":[" + rows(hit, ",") + "]}}",
                        "user = _source.user_id · item = _source.item_id."));
        files.put(
                "dynamo.json",
                List.of(
                        rows(
                                "{\"Item\":{\"user_id\":{\"S\":\"u%d\"},\"item_id\":{\"S\":\"i%d\"},\"rating\":{\"N\":\"%d\"}}}"),
                        "user = Item.user_id.S · item = Item.item_id.S"));
        files.put(
                "events.json",
                List.of(
                        rows(
                                "{\"event_timestamp\":\"%4$d000000\",\"event_name\":\"view\",\"user_pseudo_id\":\"%1$d.16\","
                                        + "\"items\":[{\"item_id\":\"S%2$d\",\"price\":9.9}]}"),
                        "user = user_pseudo_id · item = item_id"));
        files.put(
                "users.json",
                List.of(
                        "["
                                + users(
                                        "{\"id\":\"u%d\",\"ratings\":[%s]}",
                                        "{\"movie\":{\"id\":\"m%2$d\"},\"stars\":%3$d}", ",")
                                + "]",
                        "user = id · item = movie.id · count or rating = stars."));
        files.put(
                "arrays.json",
                List.of("[" + rows("[%1$d,%2$d,%3$d,%4$d]", ",") + "]", "user = 1 · item = 2 · time = 4"));
        files.put(
                "gplus.json",
                List.of(
                        rows("{'rating': %3$d.0, 'reviewerName': 'Ann', 'categories': ['Bar'], 'gPlusPlaceId': '1%2$d',"
                                + " 'unixReviewTime': %4$d, 'gPlusUserId': '2%1$d'}"),
                        "user = gPlusUserId · item = gPlusPlaceId · time = unixReviewTime"));
        return files;
    }

    @TestFactory
    Stream<DynamicTest> open() {
        return Stream.of(tables(), objects())
                .flatMap(files -> files.entrySet().stream())
                .map(file -> dynamicTest(file.getKey(), () -> {
                    opens(put(file.getKey(), file.getValue().get(0)));
                    assertTrue(err.contains(file.getValue().get(1)), err);
                }));
    }

    private Path put(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace("@@", "@"));
    }

    @Test
    void theTimeOfDayIsKept() throws IOException {
        String header = "user,item,day,clock\n";
        String rows = "a,x,2020-09-14,18:09:05\na,y,2020-09-14,6:09\nb,x,2020-09-15,\nb,y,2020-09-15,23:59\n";
        Path file = put("log.csv", header + rows);
        String[] command = {"data", "--data", file.toString(), "--time", "day + clock"};
        assertEquals(0, nara(command), err);
        assertTrue(out.contains("2020-09-14 18:09:05 → 2020-09-14 18:09:05"), out);
        put("log.csv", header + rows + "c,x,2020-09-15,never\n");
        assertEquals(2, nara(command));
        assertTrue(err.contains("log.csv:6: day is \"2020-09-15 never\""), err);
        assertEquals(2, nara("data", "--data", file.toString(), "--time", "day + hour"));
        assertTrue(err.contains("hour"), err);
    }

    @Test
    void listsBesideAListSaySomethingOfEachItem() throws IOException {
        String text = """
            {"user_id":1,"items":["a","b"],"timestamps":[1600000000,1600090000],"tags":["x"]}
            {"user_id":2,"items":["b"],"timestamps":[1600180000],"tags":["x","y"]}
            """;
        assertEquals(0, nara("data", "--data", put("log.json", text).toString(), "--json"), err);
        assertTrue(err.contains("time = timestamps"), err);
        assertEquals("2020-09-13 … 2020-09-15", json().get(0).get("period").getAsString());
    }

    @Test
    void playlistsOfSpotifyAreReadOnceTheyAreNamed() throws IOException {
        String text = "{\"info\":{\"version\":\"v1\"},\"playlists\":["
                + users("{\"name\":\"p\",\"pid\":%d,\"tracks\":[%s]}", "{\"pos\":%5$d,\"track_uri\":\"t:%2$d\"}", ",")
                + "]}";
        Path file = put("mpd.slice.0-999.json", text);
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("pid (0, 0, 0)") && err.contains("--user"), err);
        opens(file, "--user", "pid", "--item", "track_uri");
    }

    @Test
    void aLineCanBeAnItem() throws IOException {
        String header = "JokeId,User1,User2,User3,User4,User5,User6\n";
        Path file = put("UserRatings1.csv", header + "1,5.1,,-2.5,,,3\n2,,4.5,,1.5,,\n3,1,2,3,4,5,6\n");
        assertEquals(0, nara("data", "--data", file.toString(), "--json"), err);
        JsonObject data = json().get(0);
        assertEquals(
                "6 3 11",
                data.get("users").getAsInt() + " " + data.get("items").getAsInt() + " "
                        + data.get("interactions").getAsInt());
    }

    @Test
    void aStatusIsNoItem() throws IOException {
        Path file = put("orders.csv", "order_id,customer_id,order_status\n" + rows("o%5$d,c%1$d,delivered"));
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("It is not clear which column contains the items."), err);
    }

    @TestFactory
    Stream<DynamicTest> areNamed() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("Vowpal Wabbit", rows("%3$d |u u%1$d |i i%2$d"));
        kinds.put("YAML", rows("- user: u%1$d\n  item: i%2$d"));
        kinds.put("in quotes as a whole", "\"user,item,rating\"\n" + rows("\"%d,%d,%d\""));
        return kinds.entrySet().stream()
                .map(kind -> dynamicTest(kind.getKey(), () -> {
                    assertEquals(
                            2,
                            nara(
                                    "data",
                                    "--data",
                                    put("log.txt", kind.getValue()).toString()));
                    assertTrue(err.contains(kind.getKey()), err);
                    assertEquals(1, err.strip().lines().count(), err);
                }));
    }
}
