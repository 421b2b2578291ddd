package dev.nara.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.ui.common.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedFactsTest {
    @TempDir
    private Path folder;

    private final StringBuilder rows = new StringBuilder();

    private void row(int user, int item, int day) {
        long seconds = 1_646_092_800L + day * 86_400L;
        rows.append(user + "\t" + item + "\t5\t" + seconds + "\n");
    }

    /** Four users of the last days; one of them has only rows that are cut off for validation, and one has none before it. */
    @Test
    void thoseWhoAreNotTrainedOnAreCountedAsARunTellsThem() throws Exception {
        for (int day = 1; day <= 9; day++) {
            row(1, day, day);
            row(2, day % 4 + 1, day);
        }
        row(1, 9, 9);
        row(3, 5, 7);
        row(3, 6, 9);
        row(4, 7, 9);
        Path file = Files.writeString(folder.resolve("u.data"), rows.toString());
        Services services = TestServices.on(folder);
        try (RunStore store = services.store(folder.resolve("workspace"))) {
            Session.Opened opened = Session.Opened.of(0, services.open(file, Recipe.USUAL, Progress.NONE));
            OpenedFacts facts = OpenedFacts.read(services, store, opened);
            assertEquals("time:2022-03-08", facts.split());
            assertEquals(4, facts.evaluated());
            assertEquals(2, facts.unseen());
            assertEquals(1, facts.repairs(), "repeated rows");
        }
    }
}
