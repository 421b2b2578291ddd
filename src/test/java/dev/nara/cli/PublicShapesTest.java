package dev.nara.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Public data sets as they are downloaded, in small: the commands that the guide names open them, with every row. */
class PublicShapesTest extends CommandLineTest {
    /** 12 rows of 3 users and 5 items: user, item, rating, seconds, day of September 2020, number. */
    private static String rows(String shape) {
        return IntStream.range(0, 12)
                .mapToObj(n -> String.format(
                        Locale.ROOT,
                        shape,
                        101 + n / 4,
                        201 + 3 * n % 5,
                        1 + n % 5,
                        1_600_000_000L + 9000L * n,
                        LocalDate.of(2020, 9, 13).plusDays(n),
                        n))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Path put(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void movieLens() throws Exception {
        put("movies.csv", "movieId,title,genres\n201,\"One, The (1995)\",Drama|War\n");
        opens(put("ratings.csv", "userId,movieId,rating,timestamp\n" + rows("%d,%d,%d.5,%d")));
        opens(put("u.data", rows("%d\t%d\t%d\t%d")));
        opens(put("ratings.dat", rows("%d::%d::%d::%d")));
    }

    @Test
    void bookCrossing() throws Exception {
        opens(put(
                "BX-Book-Ratings.csv", "\"User-ID\";\"ISBN\";\"Book-Rating\"\n" + rows("\"%d\";\"034545%dX\";\"%d\"")));
        Path books = put(
                "BX-Books.csv", "\"ISBN\";\"Book-Title\";\"Book-Author\"\n\"034545201X\";\"Am\u00e9lie; One\";\"A\"\n");
        opens(folder.resolve("BX-Book-Ratings.csv"), "--items", books.toString());
        opens(put("Ratings.csv", "User-ID;ISBN;Rating\n" + rows("%d;034545%dX;%d")));
    }

    @Test
    void filmTrust() throws Exception {
        put("trust.txt", "1 2 1\n");
        opens(put("ratings.txt", rows("%d %d %d.5")));
    }

    @Test
    void lastFm() throws Exception {
        Path artists = put("artists.dat", "id\tname\turl\tpictureURL\n201\tOne\thttp://x\thttp://y\n");
        Path plays = put("user_artists.dat", "userID\tartistID\tweight\n" + rows("%d\t%d\t1%d"));
        opens(plays, "--items", artists.toString());
        opens(put(
                "userid-timestamp-artid-artname-traid-traname.tsv",
                rows("user_000%1$d\t%5$sT23:08:57Z\tf1b1cf71-bd35-4e99-8624-24a6e15f1%2$d\tDeep Dish\t\tRadio")));
    }

    @Test
    void goodbooks() throws Exception {
        Path books = put("books.csv", "book_id,goodreads_book_id,authors,title\n201,9,A,\"One, Two\"\n202,8,B,Three\n");
        opens(put("ratings.csv", "user_id,book_id,rating\n" + rows("%d,%d,%d")), "--items", books.toString());
    }

    @Test
    void retailrocket() throws Exception {
        opens(put("events.csv", "timestamp,visitorid,event,itemid,transactionid\n" + rows("%4$d123,%1$d,view,%2$d,")));
    }

    @Test
    void mind() throws Exception {
        put("news.tsv", "N201\tsports\tgolf\tOne\ta\tu\t[]\t[]\n");
        opens(put(
                "behaviors.tsv",
                rows("%6$d\tU%1$d\t9/%6$d/2020 8:36:57 AM\t\tN%2$d-1 N999-0").replace("9/0/", "9/20/")));
    }

    @Test
    void steam() throws Exception {
        opens(put("steam-200k.csv", rows("%d,\"The Game %d, II\",play,%d.0,0")), "--user", "1", "--item", "2");
        String games = IntStream.range(0, 3)
                .mapToObj(user -> "{'user_id': '%d', 'items_count': 4, 'steam_id': '765%d', 'items': [%s]}"
                        .formatted(
                                user,
                                user,
                                IntStream.range(0, 4)
                                        .mapToObj(
                                                n -> "{'item_id': '%d', 'item_name': u'It\\'s', 'playtime_forever': 6}"
                                                        .formatted(3 * (4 * user + n) % 5))
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
        opens(put("australian_users_items.json", games));
        opens(put(
                "steam_new.json",
                rows("{u'username': u'u%1$d', u'product_id': u'%2$d', u'hours': %3$d.5, u'date': u'%5$s',"
                        + " u'early_access': False, u'text': u\"It's\"}")));
    }

    @Test
    void yelp() throws Exception {
        opens(put(
                "yelp_academic_dataset_review.json",
                rows("{\"review_id\":\"r%6$d\",\"user_id\":\"u%1$d\",\"business_id\":\"b%2$d\",\"stars\":%3$d.0,"
                        + "\"useful\":0,\"funny\":0,\"cool\":0,\"text\":\"t\",\"date\":\"%5$s 10:00:00\"}")));
    }

    @Test
    void yelpWithItsBusinesses() throws Exception {
        Path log = put("review.json", rows("{\"user_id\":\"u%1$d\",\"business_id\":\"b%2$d\",\"stars\":%3$d.0}"));
        Path businesses = put(
                "business.json",
                "{\"business_id\":\"b201\",\"name\":\"One\",\"categories\":\"Food,"
                        + " Bars\",\"attributes\":{\"a\":\"True\"}}\n");
        opens(log, "--items", businesses.toString());
    }

    @Test
    void gowalla() throws Exception {
        opens(put("loc-gowalla_totalCheckins.txt", rows("%1$d\t%5$sT02:38:26Z\t30.2359%2$d\t-97.795%2$d\t%2$d")));
    }

    @Test
    void kuaiRec() throws Exception {
        opens(put(
                "big_matrix.csv",
                "user_id,video_id,play_duration,video_duration,time,date,timestamp,watch_ratio\n"
                        + rows("%1$d,%2$d,138%6$d,10867,%5$s 00:08:23.438,20200705,%4$d.438,1.27%6$d")));
    }

    @Test
    void amazon() throws Exception {
        opens(put("ratings_Books.csv", rows("A2IBPI20UZ%d,B000000%d,%d.0,%d")));
        opens(put("Books.csv", rows("B000000%2$d,A2IBPI20UZ%1$d,%3$d.0,%4$d")));
        opens(put(
                "Books.jsonl",
                rows("{\"rating\": %3$d.0, \"title\": \"t\", \"text\": \"x\", \"images\": [{\"small\": \"s\"}],"
                        + " \"asin\": \"B00%2$d\", \"parent_asin\": \"B00%2$d\", \"user_id\": \"A%1$d\","
                        + " \"timestamp\": %4$d123, \"helpful_vote\": 0, \"verified_purchase\": true}")));
        opens(put(
                "reviews_Books_5.json",
                rows("{\"reviewerID\": \"A%1$d\", \"asin\": \"000%2$d\", \"reviewerName\": \"J\", \"helpful\": [2, 3],"
                        + " \"reviewText\": \"t\", \"overall\": %3$d.0, \"summary\": \"s\", \"unixReviewTime\": %4$d,"
                        + " \"reviewTime\": \"09 13, 2020\"}")));
    }

    @Test
    void netflixAndJester() throws Exception {
        opens(put(
                "combined_data_1.txt",
                IntStream.rangeClosed(1, 5)
                        .mapToObj(movie -> movie + ":\n"
                                + IntStream.range(0, 12)
                                        .filter(n -> 1 + 3 * n % 5 == movie)
                                        .mapToObj(n -> (101 + n / 4) + ",3,2005-05-14\n")
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining())));
        opens(put("jester-data-1.csv", "4,-7.82,8.79,99,-9.66,1.5\n".repeat(2) + "4,99,3.2,0,1,-2\n"));
    }
}
