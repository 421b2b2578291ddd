package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Logs of 12 users, 9 items and 60 rows as shops, surveys, databases and public data sets write them. */
class FurtherLogsTest extends CommandLineTest {
    private static final String PERIOD = "2020-09-14 … 2020-10-09";
    private static final Charset KOREAN = Charset.forName("x-windows-949");

    private static String rows(String row) {
        return LogRows.LARGER.rows(row, "\n");
    }

    private Path put(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private Path put(String name, String text) throws IOException {
        return put(name, text, StandardCharsets.UTF_8);
    }

    private void isRefused(Path file, String said) {
        assertEquals(2, nara("data", "--data", file.toString()), err);
        assertTrue(err.contains(said), err);
    }

    /** Tables with a header, and what is taken for what. */
    private static Map<String, String> named() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "entity_id,customer_email,created_at,sku,name\n"
                        + rows("%5$d,u%1$d@@x.org,\"@MMM d, yyyy h:mm:ss a@\",WS%2$d-M,Tee"),
                "user = customer_email · item = sku · time = created_at");
        files.put(
                "collector_tstamp\tevent\tdomain_userid\tpage_urlpath\n"
                        + rows("@yyyy-MM-dd HH:mm:ss@.123\tpage_view\tf%1$d\t/product/%2$d"),
                "user = domain_userid · item = page_urlpath");
        files.put(
                "app_id,app_name,review_id,timestamp_created,recommended,author.steamid,author.playtime_forever\n"
                        + rows("%2$d,Game %2$d,%5$d,%4$d,True,7656%1$d,1909.0"),
                "user = author.steamid · item = app_id · time = timestamp_created");
        files.put("msno,song_id,source_type,ts\n" + rows("u%1$d=,s%2$d=,radio,%4$d"), "user = msno · item = song_id");
        files.put(
                "hotel_url,author,title,date,rating\n" + rows("h%2$d.html,n%1$d,Great,@yyyy-MM-dd@,%3$d"),
                "user = author · item = hotel_url");
        files.put(
                "critic,film title,review date\n" + rows("n%1$d,Film %2$d,@d MMMM yyyy@"),
                "user = critic · item = film title");
        files.put(
                "id,course_id,date,display_name\n" + rows("8%5$d,%2$d,@yyyy-MM-dd'T'HH:mm:ss@Z,n%1$d"),
                "user = display_name · item = course_id");
        files.put(
                "login,repo,starred_at\n" + rows("n%1$d,o/r%2$d,@yyyy-MM-dd'T'HH:mm:ss@Z"),
                "user = login · item = repo · time = starred_at");
        files.put(
                "Timestamp,Email Address,Which movie?,Score\n"
                        + rows("@yyyy/MM/dd h:mm:ss a@ GMT+9,u%1$d@@x.org,Film %2$d,%3$d"),
                "user = Email Address · item = Which movie? · time = Timestamp");
        files.put(
                "USER_ID,ITEM_ID,TS\n" + rows("%1$d,%2$d,@dd-MMM-yy hh.mm.ss@.000000 @a@"),
                "user = USER_ID · item = ITEM_ID · time = TS");
        files.put(
                "     user_id  item_id   timestamp\n" + rows("%5$-4d%1$9d%2$9d%4$12d"),
                "user = user_id · item = item_id · time = timestamp");
        return files;
    }

    /** The same in Korean, in the encoding of Excel. */
    private static Map<String, String> korean() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "주문번호,주문일시,주문자ID,상품코드,상품명(한국어 쇼핑몰),수량\n"
                        + rows("@yyyyMMdd@-%5$07d,@yyyy-MM-dd HH:mm:ss@,mem%1$d,P%2$d,\"큰 상품, %2$d\",%3$d"),
                "user = 주문자ID · item = 상품코드 · time = 주문일시");
        files.put(
                "프로필\t콘텐츠명\t시청일시\t시청시간(초)\n" + rows("아이%1$d\t뽀로로 %2$d화\t@yyyy.MM.dd HH:mm:ss@\t%3$d0"),
                "user = 프로필 · item = 콘텐츠명 · time = 시청일시");
        files.put(
                "회원아이디,도서명,대출일,반납일\n" + rows("회원%1$d,이야기 %2$d권,@yyyy-MM-dd,yyyy-MM-dd@"),
                "user = 회원아이디 · item = 도서명 · time = 대출일");
        files.put(
                "가입자번호,프로그램ID,시청시작일시,시청시간\n" + rows("%1$d,PG%2$d,@yyyyMMddHHmmss@,60%3$d"),
                "user = 가입자번호 · item = 프로그램ID · time = 시청시작일시");
        files.put(
                "타임스탬프,이메일 주소,어떤 책을 읽었나요?,별점\n"
                        + rows("@yyyy/MM/dd h:mm:ss a@ GMT+9,u%1$d@@x.kr,이야기 %2$d,%3$d")
                                .replace("AM", "오전")
                                .replace("PM", "오후"),
                "user = 이메일 주소 · item = 어떤 책을 읽었나요? · time = 타임스탬프");
        return files;
    }

    private Stream<DynamicTest> opened(Map<String, String> files, Charset charset) {
        return files.entrySet().stream()
                .map(file -> dynamicTest(file.getValue(), () -> {
                    Path log = put("log.txt", file.getKey().replace("@@", "@"), charset);
                    assertEquals(
                            PERIOD, reads(log, file.getValue()).get("period").getAsString(), err);
                }));
    }

    @TestFactory
    Stream<DynamicTest> open() {
        return opened(named(), StandardCharsets.UTF_8);
    }

    @TestFactory
    Stream<DynamicTest> openInKorean() {
        return opened(korean(), KOREAN);
    }

    @Test
    void recordingsOfListenBrainzAreItems() throws IOException {
        Path file = put(
                "listens.jsonl",
                rows("{\"listened_at\":%4$d,\"user_name\":\"n%1$d\",\"track_metadata\":{\"track_name\":\"T\","
                        + "\"additional_info\":{\"recording_msid\":\"7c%2$d\"}},\"recording_msid\":\"7c%2$d\"}"));
        reads(file, "user = user_name · item = recording_msid · time = listened_at");
    }

    /** The same time as browsers, Windows and .NET count it. */
    @Test
    void timesSinceOtherYearsThan1970() throws IOException {
        long[] ofSecond = {1_000_000, 10_000_000, 10_000_000};
        long[] of1970 = {11_644_473_600L, 11_644_473_600L, 62_135_596_800L};
        for (int clock = 0; clock < 3; clock++) {
            long unit = ofSecond[clock];
            long before = of1970[clock];
            String log = rows("%1$d,%2$d,%4$d")
                    .lines()
                    .map(line -> line.split(","))
                    .map(cells -> cells[0] + "," + cells[1] + "," + (Long.parseLong(cells[2]) + before) * unit)
                    .collect(Collectors.joining("\n", "user,item,visit_time\n", "\n"));
            assertEquals(
                    PERIOD,
                    reads(put("log.csv", log), "time = visit_time")
                            .get("period")
                            .getAsString());
            assertTrue(out.contains("\"hours\":[5,0,5,0,"), out);
        }
    }

    @Test
    void whoWroteABookIsNoUser() throws IOException {
        isRefused(
                put(
                        "library.csv",
                        "Book Id,Title,Author,My Rating,Date Read\n" + rows("%5$d,T%5$d,A%1$d,%3$d,@yyyy/MM/dd@")),
                "It is not clear which column contains the users.");
    }

    @Test
    void theArtistOfATrackIsNoUser() throws IOException {
        isRefused(
                put("scrobbles.csv", rows("Artist %6$d,Album %7$d,Track %2$d,@dd MMM yyyy HH:mm@")),
                "It is not clear which column contains the users.");
    }

    @Test
    void hashesAndAtsMayStandBeforeIds() throws IOException {
        String lines = IntStream.range(0, 12)
                .mapToObj(user -> "#u" + user + "f"
                        + IntStream.range(5 * user, 5 * user + 5)
                                .mapToObj(n -> LogRows.LARGER.row(" @@writer_%2$d", n))
                                .collect(Collectors.joining())
                        + (user % 2 == 0 ? "" : LogRows.LARGER.row(" @@writer_%2$d", 5 * user)))
                .collect(Collectors.joining("\n", "", "\n"))
                .replace("@@", "@");
        assertEquals(0, nara("data", "--data", put("read", lines).toString(), "--json"), err);
        assertTrue(out.contains("\"format\":\"sequences\""), out);
        assertTrue(out.contains("\"users\":12,\"activeUsers\":12,\"items\":9"), out);
        assertTrue(out.contains("\"interactions\":66"), out);
    }

    /** A list counted as one item; the query that the message has makes a row of each. */
    @TestFactory
    Stream<DynamicTest> listsInCellsAreTakenApartByAQuery() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("[%s]", "%2$d");
        rows.put("['%s']", "i%2$d");
        rows.put("[\"\"%s\"\"]", "Film %2$d (1995)");
        return rows.entrySet().stream()
                .map(row -> dynamicTest(row.getKey(), () -> {
                    String quote = row.getKey().substring(1, row.getKey().indexOf("%"));
                    String lists = IntStream.range(0, 12)
                            .mapToObj(user -> IntStream.range(5 * user, 5 * user + 5)
                                    .mapToObj(n -> LogRows.LARGER.row(row.getValue(), n))
                                    .collect(Collectors.joining(quote + ", " + quote)))
                            .map(list -> row.getKey().replace("%s", list))
                            .map(list -> "\"" + list + "\"")
                            .collect(Collectors.joining("\n"));
                    StringBuilder text = new StringBuilder("u,items,n\n");
                    String[] lines = lists.split("\n");
                    for (int user = 0; user < lines.length; user++) {
                        text.append(user).append(',').append(lines[user]).append(",5\n");
                    }
                    takesApart(put("users.csv", text.toString()), "u", "items");
                }));
    }

    @Test
    void listsOfNumbersInJsonAreTakenApartByAQuery() throws IOException {
        String lines = IntStream.range(0, 12)
                .mapToObj(user -> "{\"id\":" + user + ",\"tags\":[\"a\"],\"songs\":"
                        + IntStream.range(5 * user, 5 * user + 5)
                                .mapToObj(n -> LogRows.LARGER.row("%2$d", n))
                                .toList()
                        + "}")
                .collect(Collectors.joining("\n"));
        takesApart(put("train.jsonl", lines), "id", "songs");
    }

    private void takesApart(Path file, String user, String items) throws IOException {
        assertEquals(2, nara("data", "--data", file.toString(), "--user", user, "--item", items), out);
        assertTrue(err.contains(items + " holds several values per row"), err);
        String query = err.substring(err.indexOf("SELECT"), err.indexOf("FROM data") + 9);
        Path sql = put("rows.sql", query);
        assertEquals(
                0,
                nara(
                        "data",
                        "--data",
                        file.toString(),
                        "--query",
                        sql.toString(),
                        "--user",
                        user,
                        "--item",
                        "item",
                        "--json"),
                err);
        assertTrue(out.contains("\"users\":12,\"activeUsers\":12,\"items\":9"), out);
        assertTrue(out.contains("\"interactions\":60"), out);
    }
}
