package dev.nara.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.LogCalendar;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void aLineHoldsPlacesAndIdsWhateverTheirLetters() throws DataException {
        Dataset dataset = dataset();
        Split split = Splits.split(dataset, "leave-last:1", 1);
        assertEquals(
                "{\"user\":\"an \\\"odd\\\" user\",\"train\":\"0-2\",\"find\":[\"last\"]}",
                new SplitLines(dataset, split).line(0, null));
        assertEquals(
                "{\"user\":\"an \\\"odd\\\""
                        + " user\",\"train\":\"0-2\",\"find\":[\"last\"],\"among\":[\"a\\\\b\",\"한글\"]}",
                new SplitLines(dataset, split).line(0, new int[] {2, 1}));
    }

    @Test
    void aValidationPartFollows() throws DataException {
        Dataset dataset = dataset();
        Split split = Splits.split(dataset, "leave-last:1", 1);
        Split part = new Split("part", split.train().filter((user, row) -> row < 2), new int[][] {{2}});
        assertEquals(
                "{\"user\":\"an \\\"odd\\\""
                        + " user\",\"train\":\"0-1\",\"find\":[\"last\"],\"validation\":\"2\",\"choose\":[\"a\\\\b\"]}",
                new SplitLines(dataset, split.validatedOn(part)).line(0, null));
        assertEquals(
                "{\"user\":\"an \\\"odd\\\""
                        + " user\",\"train\":\"0-1\",\"find\":[\"last\"],\"validation\":\"2\",\"choose\":[\"a\\\\b\"],"
                        + "\"chooseAmong\":[\"1\"]}",
                new SplitLines(dataset, split.validatedOn(part.among(new int[][] {{0}}))).line(0, null));
    }
}
