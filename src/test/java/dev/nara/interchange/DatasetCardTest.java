package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.Recipe;
import dev.nara.data.Toy;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.Quality;
import dev.nara.eval.Protocol;
import dev.nara.spec.SplitPreview;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A card says what a dataset is and what was done to it, and nothing of single users or items. */
class DatasetCardTest {
    @TempDir
    private Path folder;

    /** Users person-0 … person-2 with items thing-0 … thing-3; person-0 has one row twice. */
    private static Dataset named() {
        Dataset toy = Toy.of(3, 4, new long[][] {
            {0, 0, 1}, {0, 0, 1}, {0, 1, 2}, {0, 3, 3}, {1, 1, 1}, {1, 2, 2}, {2, 2, 1}, {2, 3, 5}
        });
        return new Dataset(
                toy.source(),
                ids("person-", 3),
                ids("thing-", 4),
                toy.interactions(),
                toy.userAttributes(),
                Attributes.none(),
                Dataset.Task.NONE);
    }

    private static IdIndex ids(String name, int count) {
        IdIndex ids = new IdIndex();
        for (int i = 0; i < count; i++) {
            ids.add(name + i);
        }
        return ids;
    }

    @Test
    void figuresStepsSplitAndFindingsWithoutIds() throws Exception {
        Prepared prepared = Preparing.apply(named(), Recipe.USUAL);
        Split split = Splits.split(prepared.dataset(), "leave-one-out", 1);
        Protocol protocol = Protocol.of(prepared.dataset(), split, "", 1);
        SplitPreview preview = SplitPreview.of(prepared.dataset(), split, protocol, Map.of("split", "leave-one-out"));
        Path file = folder.resolve("card.md");
        DatasetCard.write(file, prepared, Quality.of(prepared.raw()), preview, Locale.ENGLISH);
        String card = Files.readString(file);
        assertTrue(card.startsWith("# toy\n\nWritten by Nara Workbench "), card);
        assertTrue(card.contains("| Users | 3 |\n| Items | 4 |\n"), card);
        assertTrue(card.contains("| User attribute | age | 1 … 2, 33% missing |\n"), card);
        assertTrue(card.contains(" | 8 → 7 | 3 | 4 |\n"), card);
        assertTrue(card.contains("    \"repairs\": [\n      \"repeated-rows\","), card);
        assertTrue(card.contains("| Split | leave-one-out |\n| Training rows | 4 |\n"), card);
        assertTrue(card.contains("earlier row** (repaired)  \n  They count views"), card);
        assertFalse(card.contains("person-") || card.contains("thing-"), card);
        assertEquals(0, card.lines().filter(line -> line.contains("null")).count(), card);
    }
}
