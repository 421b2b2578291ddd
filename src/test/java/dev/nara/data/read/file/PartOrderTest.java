package dev.nara.data.read.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartOrderTest {
    private static void stand(String... names) {
        List<Path> expected = Arrays.stream(names).map(Path::of).toList();
        assertEquals(expected, PartOrder.sorted(expected.stream().sorted(), path -> path));
    }

    @Test
    void numbersCount() {
        stand("log-1.csv", "log-2.csv", "log-10.csv");
        stand("part-00009", "part-00010", "part-00100");
        stand("day=9/000000_0", "day=10/000000_0", "day=10/000001_0");
        stand("1599999999999.csv", "15999999999990.csv");
    }

    @Test
    void monthsFollowEachOther() {
        stand("2019-Oct.csv", "2019-Nov.csv", "2019-Dec.csv", "2020-Jan.csv");
        stand("log_february.csv", "log_March.csv", "log_april.csv", "log_Sept.csv");
        stand("Dec-2018.csv", "Jan-2019.csv", "Oct-2019.csv");
        stand("30-Nov-2019.csv", "2-Dec-2019.csv", "10-Dec-2019.csv");
    }
}
