package dev.nara.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.LogCalendar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitLinesTest {
    /** One user with four items, of which the last is held out. */
    private static Dataset dataset() {
        IdIndex users = new IdIndex();
        users.add("an \"odd\" user");
        IdIndex items = new IdIndex();
        InteractionsBuilder rows = new InteractionsBuilder();
        for (String item : List.of("1", "한글", "a\\b", "last")) {
            rows.add(0, items.add(item), rows.size());
        }
        return new Dataset(
                new Dataset.Source(Path.of("odd"), "odd", "odd", "UTF-8", LogCalendar.LINES, List.of()),
                users,
                items,
                rows.build(1, 4),
                Attributes.none(),
                Attributes.none(),
                Dataset.Task.NONE);
    }

    private static String line(Dataset dataset, Split split, int @Nullable [] among) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SplitLines lines = new SplitLines(dataset, split, out);
        lines.write(0, among);
        lines.flush();
        return out.toString(StandardCharsets.UTF_8).replace("\n", "");
    }

    @Test
    void aLineHoldsPlacesAndIdsWhateverTheirLetters() throws DataException, IOException {
        Dataset dataset = dataset();
        Split split = Splits.split(dataset, "leave-last:1", 1);
        assertEquals(
                "{\"user\":\"an \\\"odd\\\" user\",\"train\":\"0-2\",\"find\":[\"last\"]}", line(dataset, split, null));
        assertEquals(
                "{\"user\":\"an \\\"odd\\\""
                        + " user\",\"train\":\"0-2\",\"find\":[\"last\"],\"among\":[\"a\\\\b\",\"한글\"]}",
                line(dataset, split, new int[] {2, 1}));
    }

    @Test
    void aValidationPartFollows() throws DataException, IOException {
        Dataset dataset = dataset();
        Split split = Splits.split(dataset, "leave-last:1", 1);
        Split part = new Split("part", split.train().filter((user, row) -> row < 2), new int[][] {{2}});
        assertEquals(
                "{\"user\":\"an \\\"odd\\\""
                        + " user\",\"train\":\"0-1\",\"find\":[\"last\"],\"validation\":\"2\",\"choose\":[\"a\\\\b\"]}",
                line(dataset, split.validatedOn(part), null));
        assertEquals(
                "{\"user\":\"an \\\"odd\\\""
                        + " user\",\"train\":\"0-1\",\"find\":[\"last\"],\"validation\":\"2\",\"choose\":[\"a\\\\b\"],"
                        + "\"chooseAmong\":[\"1\"]}",
                line(dataset, split.validatedOn(part.among(new int[][] {{0}})), null));
    }
}
