package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@code nara data} says of rows that mean different things, and of what stands for nothing. */
class DataFindingsTest extends CommandLineTest {
    /** 40 rows of 5 users and 8 items: user, item, number, 0 or 1. */
    private Path put(String name, String header, String shape) throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(n -> String.format(Locale.ROOT, shape, 101 + n / 8, 201 + n % 8, n % 6, n % 2))
                .collect(Collectors.joining("\n"));
        return Files.writeString(
                folder.resolve(name), header + rows.replace("=0", "purchase").replace("=1", "play") + "\n");
    }

    @Test
    void kindsOfEventWithoutAHeaderAreCounted() throws IOException {
        String steam =
                put("steam-200k.csv", "", "%d,\"Game, The %d\",=%4$d,%3$d.0,0").toString();
        assertEquals(0, nara("data", "--data", steam), err);
        assertTrue(out.contains("2 kinds of event, which all count alike"), out);
        assertTrue(out.contains("3: play 20 · purchase 20"), out);
        assertTrue(out.contains("--where \"3=purchase\"   --positive \"purchase:2,play:1\""), out);
        assertEquals(0, nara("data", "--data", steam, "--where", "3=play", "--json"), err);
        assertEquals(20, json().get(0).get("interactions").getAsInt());
        assertEquals(0, nara("data", "--data", steam, "--positive", "purchase:2,play:1"), err);
        assertFalse(out.contains("kinds of event"), out);
    }

    @Test
    void zerosAmongRatingsAreNoRatings() throws IOException {
        String books = put("BX.csv", "\"User-ID\";\"ISBN\";\"Book-Rating\"\n", "\"%d\";\"%d\";\"%d\"")
                .toString();
        assertEquals(0, nara("data", "--data", books), err);
        assertTrue(out.contains("7 rows have no rating (0 or -1) on a scale that begins at 1"), out);
        assertTrue(out.contains("--where \"Book-Rating>0\""), out);
        assertEquals(0, nara("data", "--data", books, "--where", "Book-Rating>0"), err);
        assertFalse(out.contains("have no rating"), out);
    }

    @Test
    void countsMayBeZero() throws IOException {
        assertEquals(
                0,
                nara(
                        "data",
                        "--data",
                        put("a.csv", "user,item,plays\n", "%d,%d,%d").toString()),
                err);
        assertFalse(out.contains("have no rating"), out);
    }

    @Test
    void usersThatStandForNothingAreReported() throws IOException {
        Path file = put("a.csv", "user,item,rating\n", "%d,%d,%d");
        Files.writeString(file, Files.readString(file).replace("105,", "NULL,"));
        assertEquals(0, nara("data", "--data", file.toString()), err);
        assertTrue(out.contains("8 rows with a user or an item called NA, NULL or the like"), out);
    }

    @Test
    void sessionsAreTakenWhereUsersAreMostlyUnknown() throws IOException {
        Path file = put("train-item-views.csv", "sessionId;userId;itemId;timeframe\n", "%d;NA;%d;%d");
        Files.writeString(file, Files.readString(file).replace("101;NA", "101;7"));
        assertEquals(0, nara("data", "--data", file.toString(), "--json"), err);
        assertEquals(5, json().get(0).get("users").getAsInt());
        assertTrue(err.contains("user = sessionId · item = itemId"), err);
    }

    @Test
    void noProblemsAreNotSaidAboveAWarning() throws IOException {
        assertEquals(
                0,
                nara("data", "--data", put("a.csv", "user,item,n\n", "%d,%d,%d").toString()),
                err);
        assertFalse(out.contains("No problems found."), out);
    }

    @Test
    void examplesWithCommasStandInQuotes() throws IOException {
        String table = put("a.csv", "a;b;c\n", "%d;x%d;%d,5").toString();
        assertEquals(2, nara("data", "--data", table));
        assertTrue(err.contains("c (\"0,5\", \"1,5\", \"2,5\")"), err);
        assertTrue(err.contains("a (101, 101, 101)"), err);
    }
}
