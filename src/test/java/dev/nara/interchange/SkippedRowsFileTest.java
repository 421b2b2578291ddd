package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.ColumnRoles;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.PrivateFiles;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkippedRowsFileTest {
    @TempDir
    private Path folder;

    private Dataset read(String bad) throws Exception {
        Path log = Files.writeString(
                folder.resolve("log.csv"), "user,item,time,rating\n" + "a,x,7,1\n".repeat(20) + "a,y,8," + bad + "\n");
        Recipe recipe = new Recipe(
                "delimited",
                "",
                new ColumnRoles(",", true, "user", "item", "time", List.of("rating"), List.of(), List.of()),
                Preparation.USUAL);
        return TestServices.on(folder.resolve("workspace"))
                .datasets()
                .read(log, recipe.withBadRows("skip"), Progress.NONE);
    }

    @Test
    void listsLineReasonAndRow() throws Exception {
        Path file = SkippedRowsFile.write(read("n/k"), folder.resolve("workspace"), Locale.ENGLISH)
                .orElseThrow();
        List<String> lines = Files.readAllLines(file);
        assertEquals("line,reason,row", lines.get(0));
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).startsWith("22,"), lines.get(1));
        assertEquals("a | y | 8 | n/k", lines.get(1).replaceAll(".*,", ""));
        assertFalse(PrivateFiles.isOpen(file.resolveSibling(".")));
    }

    @Test
    void isNotWrittenWithoutSuchRows() throws Exception {
        assertEquals(Optional.empty(), SkippedRowsFile.write(read("2"), folder.resolve("workspace"), Locale.ENGLISH));
    }
}
