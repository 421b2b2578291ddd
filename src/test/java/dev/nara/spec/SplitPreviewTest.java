package dev.nara.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import dev.nara.eval.Protocol;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a split before a run: the same as the run says. */
class SplitPreviewTest {
    private static final String SPLIT = "time:2022-03-06";

    @TempDir
    private Path folder;

    /** Users 0 and 2 have rows before day 3, user 1 from then on. */
    private static Dataset dataset() {
        return Toy.of(3, 9, new long[][] {
            {0, 0, day(1)},
            {0, 1, day(2)},
            {0, 2, day(4)},
            {0, 3, day(6)},
            {0, 4, day(8)},
            {1, 5, day(3)},
            {1, 6, day(5)},
            {1, 7, day(7)},
            {2, 7, day(1)},
            {2, 8, day(8)}
        });
    }

    private static long day(int day) {
        return LogTime.of(LocalDate.of(2022, 3, day));
    }

    private static SplitPreview preview(Map<String, String> settings) throws DataException {
        Split whole = Splits.split(dataset(), SPLIT, 1);
        return SplitPreview.of(dataset(), whole, Protocol.of(dataset(), whole, "", 1), settings);
    }

    @Test
    void thePartsAreCounted() throws DataException {
        SplitParts parts = SplitParts.of(dataset(), preview(Map.of()));
        assertEquals(
                new SplitParts(
                        new SplitParts.Train(Optional.of(days(1, 2)), 3, 2, 3, 3),
                        Optional.of(new SplitParts.Held(Optional.of(days(3, 5)), 3, 1, 1, 1)),
                        new SplitParts.Held(Optional.of(days(6, 8)), 4, 4, 3, 1),
                        Split.Flattery.NONE,
                        0),
                parts);
    }

    private static SplitParts.Days days(int first, int last) {
        return new SplitParts.Days(LocalDate.of(2022, 3, first), LocalDate.of(2022, 3, last));
    }

    private static List<String> facts(SplitPreview preview) {
        return preview.facts().stream()
                .filter(fact -> !fact.key().equals("split.candidates"))
                .map(fact -> Text.of(fact.key()).in(Locale.ENGLISH) + " = " + fact.value())
                .toList();
    }

    private static List<String> words(List<Text> texts) {
        return texts.stream().map(text -> text.in(Locale.ENGLISH)).toList();
    }

    private static final List<String> CUT = List.of(
            "Split = time:2022-03-06",
            "Training rows = 6",
            "Held-out pairs = 4",
            "Users with held-out items = 3",
            "of these, without training rows = 0",
            "Users without held-out items = 0",
            "Also in the training part = 0.0%",
            "Pairs of a new item = 75.0%");

    @Test
    void whatTheValidationPartTakesAwayIsReportedWithTheSplit() throws DataException {
        List<String> facts = facts(preview(Map.of()));
        assertEquals(CUT, facts.subList(0, CUT.size()));
        assertEquals(
                List.of(
                        "Validation part = time:2022-03-03",
                        "its held-out pairs = 1",
                        "Training rows left = 3",
                        "then without training rows = 1"),
                facts.subList(CUT.size(), facts.size()));
    }

    @Test
    void itWarnsAsTheRunDoesAndSaysWhy() throws DataException {
        List<String> facts =
                words(preview(Map.of()).warnings().stream().map(w -> w.text()).toList());
        String cold = "1 of 3 users with held-out items have no training rows; they are evaluated separately.";
        assertEquals(1, facts.stream().filter(cold::equals).count(), facts::toString);
        assertEquals(
                "A run chooses its best epoch on a validation part (time:2022-03-03) that is taken out of the training"
                        + " part. 1 of 3 users with held-out items then have no training rows, instead of 0.",
                facts.get(facts.size() - 1));
        RunSpec spec = RunSpec.draft().algorithm("popularity").split(SPLIT).spec();
        PreparedRun run = TestServices.on(folder).prepare(spec, dataset());
        assertEquals(1, words(run.warnings()).stream().filter(cold::equals).count(), () -> run.warnings()
                .toString());
    }

    @Test
    void withoutAValidationPartTheSplitIsReportedAlone() throws DataException {
        assertEquals(CUT, facts(preview(Map.of("validation", "none"))));
    }
}
