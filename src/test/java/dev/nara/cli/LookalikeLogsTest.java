package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs that look like what they are not. */
class LookalikeLogsTest extends CommandLineTest {
    private static String rows(String row) {
        return LogRows.LARGER.rows(row, "\n");
    }

    @Test
    void anHourBesideADateIsOfTheTimeAlone() throws IOException {
        Path file = Files.writeString(
                folder.resolve("log.csv"), "user,item,date,hour,amount\n" + rows("%d,%d,@yyyy-MM-dd,HH@,%d"));
        assertEquals(0, nara("data", "--data", file.toString()), err);
        assertTrue(err.contains("time = date, hour · count or rating = amount."), err);
        Files.writeString(file, "user,item,date,hour\n" + rows("%d,%d,@yyyy-MM-dd,HH@"));
        assertEquals(0, nara("data", "--data", file.toString()), err);
        assertTrue(err.contains("time = date, hour."), err);
        assertEquals(
                0,
                nara("data", "--data", file.toString(), "--time", "date + hour", "--time-format", "yyyy-MM-dd HH"),
                err);
    }

    @Test
    void reviewersBehindTheirProductsAreNoItems() throws IOException {
        String log = new LogRows(200, 5, 9, 4, 1, 600).rows("B00000000%2$d,A00000000%1$02d,%3$d.0,%4$d", "\n");
        Path file = Files.writeString(folder.resolve("ratings.csv"), log);
        assertEquals(0, nara("data", "--data", file.toString()), err);
        assertTrue(err.contains("user = 2 · item = 1"), err);
        assertFalse(err.contains("Items could also"), err);
    }

    @Test
    void usersAndTheirItemsMayHaveTabsBetweenThem() throws IOException {
        Path set = Files.createDirectory(folder.resolve("set"));
        Files.writeString(set.resolve("train.txt"), "0\t5 6 7\n1\t5 8\n");
        Files.writeString(set.resolve("test.txt"), "0\t8\n1\t6\n");
        assertEquals(0, nara("data", "--data", set.toString(), "--json"), err);
        assertEquals(
                "lightgcn 5",
                json().get(0).get("format").getAsString() + " "
                        + json().get(0).get("interactions").getAsInt());
        Files.writeString(set.resolve("train.txt"), rows("%d\t1%d\t%d\t%d"));
        Files.delete(set.resolve("test.txt"));
        assertEquals(0, nara("data", "--data", set.toString(), "--json"), err);
        assertEquals("delimited", json().get(0).get("format").getAsString());
    }

    @Test
    void somebodyMayBeCalledTotal() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "user_id,item_id\n" + rows("u%d,i%d") + "total,i1\n");
        assertEquals(0, nara("data", "--data", file.toString(), "--json"), err);
        assertEquals(13, json().get(0).get("users").getAsInt());
    }

    @Test
    void numbersAloneAndManyColumnsAreAskedAbout() throws IOException {
        for (String row : List.of(
                "%5$d,19%1$d,12%6$d,%3$d", "19%1$d,12%6$d,13%6$d,%3$d,1", "u%1$d,12%6$d,i%2$d,a,b,c,d,e,f,g,h,i,j")) {
            Path file = Files.writeString(folder.resolve("log.csv"), rows(row));
            assertEquals(2, nara("data", "--data", file.toString()));
            assertTrue(err.contains("not clear which columns contain the users and the items"), err);
        }
    }
}
