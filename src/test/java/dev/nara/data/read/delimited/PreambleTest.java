package dev.nara.data.read.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreambleTest {
    @TempDir
    private Path folder;

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "u" + n / 4 + ",i" + n % 3 + ",w" + n % 2 + "\n")
                .collect(Collectors.joining());
    }

    private Table table(String text) throws IOException, DataException {
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        return new DelimitedReader().table(DataFiles.at(file), Written.UNKNOWN).orElseThrow();
    }

    private String first(String text) throws IOException, DataException {
        return table(text).head(1).get(0).get(0);
    }

    @Test
    void whatIsLeftOutIsReported() throws IOException, DataException {
        Table table = table("Sales of 2024\n\n# made up\nuser_id,item_id,kind\n" + rows(8));
        assertEquals(List.of("user_id", "item_id", "kind"), table.columns());
        assertEquals(
                List.of(new Finding("lines-above-table", 2, List.of("Sales of 2024", "# made up"))), table.findings());
        assertEquals(List.of(), table("user_id,item_id,kind\n" + rows(8)).findings());
    }

    @Test
    void aTitleOfWordsStandsAboveRowsWithoutAHeader() throws IOException, DataException {
        assertEquals("u0", first("# 3 columns\nviews of a week\n" + rows(8)));
        assertEquals(
                2,
                table("# 3 columns\nviews of a week\n" + rows(8))
                        .findings()
                        .get(0)
                        .count());
    }

    @Test
    void rowsWithoutAHeaderThatLackCellsAreNoTitle() throws IOException, DataException {
        for (int count : new int[] {8, 100}) {
            assertEquals("u9", first("u9,,\n" + rows(count)));
            assertEquals("u9", first("u9\n" + rows(count)));
            assertEquals("anna", first("anna,,\n" + "bert,red,ok\ncarl,blue,ok\n".repeat(count / 2)));
            assertEquals(List.of(), table("u9\n" + rows(count)).findings());
        }
    }

    @Test
    void aFewRowsMustBeAsWideAsTheOthersToo() throws IOException, DataException {
        assertEquals("a b", first("a b\nu,i,w\nc d\nu,i,w\nx,y\nu,i,w\n"));
    }
}
