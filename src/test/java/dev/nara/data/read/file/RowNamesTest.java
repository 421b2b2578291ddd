package dev.nara.data.read.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowNamesTest {
    private static final String HEADER = "user_id,item_id,rating\n";
    private static final List<String> UNNAMED = List.of("user_id", "item_id", "rating");
    private static final List<String> NAMED = List.of("1", "user_id", "item_id", "rating");

    @TempDir
    private Path folder;

    private DelimitedFile file(String text) throws IOException, DataException {
        return DelimitedFile.whole(DataFile.of(Files.writeString(folder.resolve("log.csv"), text)), ",", true);
    }

    @Test
    void aNameMayBeMissingAtTheEndOfTheHeader() throws IOException, DataException {
        assertEquals(UNNAMED, file(HEADER + "1,10,5,1600000000\n").columns());
        assertEquals(
                UNNAMED, file(HEADER + "1,10,5,1600000000\n1,11,4,1600000001\n").columns());
        assertEquals(
                UNNAMED, file(HEADER + "7,10,5,1600000000\n3,11,4,1600000001\n").columns());
        assertEquals(
                UNNAMED,
                file(HEADER + "\"7\",\"a\",\"5\",\"1\"\n\"3\",\"b\",\"4\",\"2\"\n")
                        .columns());
        assertEquals(UNNAMED, file(HEADER + "\"7\",a,5,1\n\"7\",b,4,2\n").columns());
    }

    @Test
    void numbersFrom1AreNames() throws IOException, DataException {
        DelimitedFile file = file(HEADER + "1,a,x,5\n2,a,y,4\n3,b,x,3\n");
        assertEquals(NAMED, file.columns());
        assertEquals(
                List.of("row-names"), file.findings().stream().map(Finding::id).toList());
    }

    @Test
    void numbersInQuotesAreNames() throws IOException, DataException {
        assertEquals(NAMED, file(HEADER + "\"7\",a,x,5\n\"3\",a,y,4\n").columns());
    }
}
