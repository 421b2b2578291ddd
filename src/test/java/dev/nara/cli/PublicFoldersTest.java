package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Folders of several tables, as public data sets are downloaded: the log is found, and what describes it is joined. */
class PublicFoldersTest extends CommandLineTest {
    /** 12 rows of 3 users and 5 items: user, item, rating, seconds, number. */
    private static String rows(String shape) {
        return lines(
                12,
                n -> String.format(
                        Locale.ROOT, shape, 101 + n / 4, 201 + 3 * n % 5, 1 + n % 5, 1_600_000_000L + 9000L * n, n));
    }

    private static String items(String shape) {
        return lines(5, n -> String.format(Locale.ROOT, shape, 201 + n));
    }

    private static String users(String shape) {
        return lines(3, n -> String.format(Locale.ROOT, shape, 101 + n));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve("set").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private JsonObject opens(String name) {
        return opens(folder.resolve(name));
    }

    private static List<String> names(JsonObject data, String attributes) {
        return List.copyOf(data.getAsJsonObject(attributes).keySet());
    }

    private void bookCrossing() throws IOException {
        put("BX-Book-Ratings.csv", "\"User-ID\";\"ISBN\";\"Book-Rating\"\r\n" + rows("\"%d\";\"034545%dX\";\"%d\""));
        put(
                "BX-Books.csv",
                "\"ISBN\";\"Book-Title\";\"Book-Author\"\r\n"
                        + items("\"034545%1$dX\";\"The \\\"%1$d\\\"; a book\";\"Tom &amp; Co\""));
        put("BX-Users.csv", "\"User-ID\";\"Location\";\"Age\"\r\n" + users("\"%d\";\"nyc, usa\";NULL"));
    }

    @Test
    void bookCrossingWithItsBooksAndUsers() throws IOException {
        bookCrossing();
        JsonObject data = opens("set");
        assertEquals(List.of("Book-Title", "Book-Author"), names(data, "itemAttributes"));
        assertEquals(List.of("Location", "Age"), names(data, "userAttributes"));
        Path set = folder.resolve("set");
        assertEquals(
                List.of(
                        "The folder holds 3 tables:",
                        "  BX-Book-Ratings.csv  read as the log",
                        "  BX-Books.csv         joined to the items by ISBN",
                        "  BX-Users.csv         joined to the users by User-ID",
                        "In full: nara data --data " + set.resolve("BX-Book-Ratings.csv") + " --items "
                                + set.resolve("BX-Books.csv") + " --items-key ISBN --users "
                                + set.resolve("BX-Users.csv") + " --users-key User-ID"),
                err.lines().limit(5).toList());
    }

    @Test
    void theSameInAnArchive() throws IOException {
        bookCrossing();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("bx.zip")))) {
            for (String name : List.of("BX-Book-Ratings.csv", "BX-Books.csv", "BX-Users.csv")) {
                zip.putNextEntry(new ZipEntry("dump/" + name));
                zip.write(Files.readAllBytes(folder.resolve("set").resolve(name)));
            }
        }
        assertEquals(List.of("Book-Title", "Book-Author"), names(opens("bx.zip"), "itemAttributes"));
        opens("bx.zip/dump/BX-Book-Ratings.csv");
    }

    @Test
    void goodbooksWhoseListsToReadAreNoLog() throws IOException {
        put("ratings.csv", "user_id,book_id,rating\n" + rows("%d,%d,%d"));
        put("books.csv", "book_id,goodreads_book_id,title\n" + items("%1$d,%1$d000,\"One, %1$d\""));
        put("to_read.csv", "user_id,book_id\n" + rows("%d,%d") + rows("%d,%d"));
        put("book_tags.csv", "goodreads_book_id,tag_id,count\n" + items("%d000,1,2"));
        put("tags.csv", "tag_id,tag_name\n1,-\n2,fantasy\n");
        assertEquals(List.of("goodreads_book_id", "title"), names(opens("set"), "itemAttributes"));
        assertTrue(err.contains("to_read.csv    not read: could be a log, too: user_id, book_id"), err);
    }

    @Test
    void retailrocketWhosePropertiesStandInManyRowsAnItem() throws IOException {
        put("events.csv", "timestamp,visitorid,event,itemid,transactionid\n" + rows("%4$d123,%1$d,view,%2$d,"));
        put(
                "item_properties_part1.csv",
                "timestamp,itemid,property,value\n" + items("1,%d,a,4") + items("1,%d,b,n277.200 9"));
        put("category_tree.csv", "categoryid,parentid\n0,\n1,0\n2,0\n");
        assertEquals(List.of(), names(opens("set"), "itemAttributes"));
        assertTrue(err.contains("not read: timestamp, itemid, property, value"), err);
    }

    @Test
    void kuaiRecWhoseBigMatrixIsTheLog() throws IOException {
        String header = "user_id,video_id,play_duration,video_duration,time,date,timestamp,watch_ratio\n";
        String row = "%1$d,%2$d,138%5$d,10867,2020-07-05 00:08:23.438,20200705,%4$d.438,1.27%5$d";
        put("KuaiRec 2.0/data/big_matrix.csv", header + rows(row));
        put(
                "KuaiRec 2.0/data/small_matrix.csv",
                header + rows(row).lines().limit(4).collect(Collectors.joining("\n")));
        put("KuaiRec 2.0/data/item_categories.csv", "video_id,feat\n" + items("%d,\"[8, 9]\""));
        put("KuaiRec 2.0/data/user_features.csv", "user_id,user_active_degree\n" + users("%d,high"));
        put("KuaiRec 2.0/LICENSE", "free");
        JsonObject data = opens("set");
        assertEquals(List.of("feat"), names(data, "itemAttributes"));
        assertEquals(List.of("user_active_degree"), names(data, "userAttributes"));
        assertTrue(err.contains("small_matrix.csv     not read: could be a log, too"), err);
        assertTrue(err.contains("--data '" + folder.resolve("set/KuaiRec 2.0/data/big_matrix.csv") + "'"), err);
    }

    @Test
    void lastFmWhoseTagsAreMoreThanItsPlays() throws IOException {
        put("user_artists.dat", "userID\tartistID\tweight\n" + rows("%d\t%d\t1%d"));
        put("artists.dat", "id\tname\turl\tpictureURL\n" + items("%1$d\tA \"%1$d\thttp://x/%1$d\thttp://y"));
        String tags = rows("%d\t%d\t%d\t1\t4\t2009");
        put("user_taggedartists.dat", "userID\tartistID\ttagID\tday\tmonth\tyear\n" + tags.repeat(9));
        put("user_friends.dat", "userID\tfriendID\n101\t102\n102\t103\n103\t101\n");
        put("tags.dat", "tagID\ttagValue\n1\tmetal\n");
        JsonObject data = opens("set");
        assertEquals(List.of("name", "url", "pictureURL"), names(data, "itemAttributes"));
        assertEquals(List.of(), names(data, "userAttributes"));
    }

    @Test
    void yelpWithItsBusinessesAndUsers() throws IOException {
        put(
                "yelp_academic_dataset_review.json",
                rows("{\"review_id\":\"r%5$d\",\"user_id\":\"u%1$d\",\"business_id\":\"b%2$d\",\"stars\":%3$d.0}"));
        put("yelp_academic_dataset_business.json", items("{\"business_id\":\"b%1$d\",\"name\":\"N%1$d\"}"));
        put("yelp_academic_dataset_user.json", users("{\"user_id\":\"u%1$d\",\"review_count\":%1$d}"));
        JsonObject data = opens("set");
        assertEquals(List.of("name"), names(data, "itemAttributes"));
        assertEquals(List.of("review_count"), names(data, "userAttributes"));
    }

    @Test
    void movieTweetingsWhoseUsersAreOnlyNamed() throws IOException {
        put("ratings.dat", rows("%d::%d::%d::%d"));
        put("movies.dat", items("%1$d::Species %1$d (1995)::Action|Horror"));
        put("users.dat", users("%1$d::1395%1$d"));
        assertEquals(List.of(), names(opens("set"), "userAttributes"));
    }

    @Test
    void deliciousWhoseOnlyLogIsOfTags() throws IOException {
        put(
                "user_taggedbookmarks-timestamps.dat",
                "userID\tbookmarkID\ttagID\ttimestamp\n" + rows("%d\t%d\t%d\t%d000"));
        put("bookmarks.dat", "id\tmd5\ttitle\turl\n" + items("%1$d\ta%1$d\tTitle %1$d\thttp://x"));
        put("user_contacts.dat", "userID\tcontactID\tdate_day\n101\t102\t1\n101\t103\t1\n102\t103\t1\n");
        assertEquals(List.of("md5", "title", "url"), names(opens("set"), "itemAttributes"));
    }

    @Test
    void aShopsOrdersAndProducts() throws IOException {
        put("orders.csv", "order_id,customer_id,sku,qty\n" + rows("%5$d,%1$d,S-%2$d,%3$d"));
        put("products.csv", "sku,name,price\n" + items("S-%1$d,Thing %1$d,%1$d.99"));
        assertEquals(List.of("name", "price"), names(opens("set"), "itemAttributes"));
        assertEquals(
                0,
                nara("data", "--data", folder.resolve("set").toString(), "--items", "", "--json"),
                "the join can be left out");
        assertEquals(List.of(), names(json().get(0), "itemAttributes"));
    }

    @Test
    void ordersWhoseUsersStandInAnotherTable() throws IOException {
        put(
                "orders.csv",
                "order_id,user_id,eval_set,order_number\n" + lines(12, n -> n + "," + n / 4 + ",prior," + n % 4));
        put("order_products__prior.csv", "order_id,product_id,add_to_cart_order,reordered\n" + rows("%5$d,%2$d,1,0"));
        put("products.csv", "product_id,product_name,aisle_id\n" + items("%1$d,Thing %1$d,4"));
        String set = folder.resolve("set").toString();
        assertEquals(2, nara("data", "--data", set));
        String select = "SELECT \"user_id\", \"product_id\" FROM \"order_products__prior\" JOIN \"orders\" USING"
                + " (\"order_id\")";
        assertTrue(err.contains(select), err);
        Path query = Files.writeString(folder.resolve("join.sql"), select);
        assertEquals(
                0,
                nara(
                        "data",
                        "--data",
                        set,
                        "--query",
                        query.toString(),
                        "--user",
                        "user_id",
                        "--item",
                        "product_id",
                        "--json"),
                err);
        assertEquals(12, json().get(0).get("interactions").getAsInt());
    }

    @Test
    void namesInAQueryAndACommandAreQuoted() throws IOException {
        put(
                "orders.v2.csv",
                "order id,user id,eval_set,order_number\n" + lines(12, n -> n + "," + n / 4 + ",prior," + n % 4));
        put("order lines.csv", "order id,product id,add_to_cart_order,reordered\n" + rows("%5$d,%2$d,1,0"));
        put("products.csv", "product id,product_name,aisle_id\n" + items("%1$d,Thing %1$d,4"));
        assertEquals(2, nara("data", "--data", folder.resolve("set").toString()));
        String select = "SELECT \"user id\", \"product id\" FROM \"order lines\" JOIN \"orders\" USING (\"order id\")";
        assertTrue(err.contains(select), err);
        assertTrue(err.contains("--user 'user id' --item 'product id'"), err);
    }

    @Test
    void ofManyFilesTheLargestAreLookedAtAndTheOthersCounted() throws IOException {
        for (int n = 0; n < 103; n++) {
            put("" + (char) ('a' + n / 26) + (char) ('a' + n % 26) + "s.csv", "tag,word\n1,x\n2,y\n");
        }
        put("ratings.csv", "user_id,item_id,rating\n" + rows("%d,%d,%d"));
        opens("set");
        assertTrue(err.contains("  ratings.csv  read as the log"), err);
        assertTrue(err.contains("  64 smaller files not looked at"), err);
    }

    @Test
    void twoLogsOfOneKindAreAsked() throws IOException {
        put("a.csv", "user_id,item_id,rating\n" + rows("%d,%d,%d"));
        put("b.csv", "user_id,item_id,rating\n" + rows("%d,%d,%d"));
        assertEquals(2, nara("data", "--data", folder.resolve("set").toString()));
        assertTrue(err.contains("It is not clear which of the tables is the log."), err);
        assertTrue(err.contains("--data " + folder.resolve("set/a.csv")), err);
        assertTrue(err.contains("SELECT * FROM \"a\" UNION ALL SELECT * FROM \"b\""), err);
        assertEquals(1, err.strip().lines().count());
    }

    @Test
    void aFolderOfWhatIsNoTableNamesIt() throws IOException {
        put("photo.png", "\u0089PNG\r\n\u001a\n\0\0\0");
        put("notes.pdf", "%PDF-1.7");
        assertEquals(2, nara("data", "--data", folder.resolve("set").toString()));
        assertTrue(err.contains("The folder holds no table."), err);
        assertTrue(err.contains("notes.pdf (The file is a PDF document.)"), err);
    }

    @Test
    void theSameFilePackedAndUnpackedIsReadOnce() throws IOException {
        String rows = rows("{\"reviewerID\": \"A%d\", \"asin\": \"000%d\", \"overall\": %d.0}");
        put("Movies_5.json", rows);
        try (GZIPOutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("set/Movies_5.json.gz")))) {
            out.write(rows.getBytes(StandardCharsets.UTF_8));
        }
        opens("set");
    }

    @Test
    void aRecipeBesideATableSaysWhichIsMeant() throws IOException {
        put("a.csv", "user_id,item_id,rating\n" + rows("%d,%d,%d"));
        put("b.csv", "user_id,item_id,rating\n" + rows("%d,%d,%d"));
        String set = folder.resolve("set").toString();
        assertEquals(0, nara("data", "--data", folder.resolve("set/b.csv").toString(), "--save-recipe"), err);
        opens("set");
        assertFalse(err.contains("tables"), err);
        assertTrue(json().get(0).toString().contains("b.csv"), set);
    }
}
