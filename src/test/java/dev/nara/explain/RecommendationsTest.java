package dev.nara.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.algorithm.Fitting;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendationsTest {
    private static final Dataset DATA =
            Toy.of(2, 6, new long[][] {{0, 0, 1}, {0, 1, 2}, {0, 2, 3}, {1, 3, 1}, {1, 4, 2}, {1, 5, 3}});

    /** User 0 is trained on item 0, item 1 is held out for validation and item 2 is to be found. */
    @Test
    void whatIsHeldOutForValidationIsKnownAndNotRecommendedAgain(@TempDir Path folder) throws DataException {
        RunSpec spec = RunSpec.draft()
                .split("leave-one-out")
                .validation("leave-one-out")
                .candidates("all:masked")
                .algorithm("popularity")
                .spec();
        PreparedRun preparedRun = TestServices.on(folder).prepare(spec, DATA);
        try (Fitting fitting = preparedRun.start()) {
            fitting.epoch((done, total, loss) -> {});
            List<Integer> items = new Recommendations(fitting.recommender(), preparedRun)
                    .top(0, 6).stream()
                            .map(Recommendations.Entry::item)
                            .sorted()
                            .toList();
            assertEquals(List.of(2, 3, 4, 5), items);
        }
    }

    /** User 0 has had items 0 and 1; 2 is to be found. */
    @Test
    void whatStandsInAListIsChosen(@TempDir Path folder) throws DataException {
        RunSpec spec = RunSpec.draft()
                .split("leave-one-out")
                .validation("leave-one-out")
                .candidates("all:masked")
                .algorithm("popularity")
                .spec();
        PreparedRun run = TestServices.on(folder).prepare(spec, DATA);
        AllowedItems kept = AllowedItems.of(run, AllowedItems.Seen.KEEP);
        AllowedItems only = AllowedItems.of(run, AllowedItems.Seen.ONLY);
        AllowedItems left = AllowedItems.of(run, AllowedItems.Seen.LEAVE_OUT);
        try (Fitting fitting = run.start()) {
            fitting.epoch((done, total, loss) -> {});
            assertEquals(List.of(0, 1, 2, 3, 4, 5), listed(fitting, run, kept));
            assertEquals(List.of(2, 3, 4, 5), listed(fitting, run, left));
            assertEquals(List.of(0, 1), listed(fitting, run, only));
            assertEquals(List.of(1, 5), listed(fitting, run, kept.only(new int[] {5, 1})));
            assertEquals(List.of(5), listed(fitting, run, left.only(new int[] {5, 1})));
            assertEquals(List.of(1), listed(fitting, run, only.only(new int[] {5, 1})));
            assertEquals(List.of(0, 2, 3, 4, 5), listed(fitting, run, kept.without(new int[] {1})));
            assertEquals(List.of(0), listed(fitting, run, only.without(new int[] {1})));
            assertEquals(
                    List.of(5), listed(fitting, run, kept.only(new int[] {5, 1}).without(new int[] {1, 2})));
            assertEquals(
                    List.of(5), listed(fitting, run, kept.without(new int[] {1}).only(new int[] {5, 1})));
        }
    }

    private static List<Integer> listed(Fitting fitting, PreparedRun run, AllowedItems allowed) {
        return new Recommendations(fitting.recommender(), run, allowed)
                .top(0, 6).stream().map(Recommendations.Entry::item).sorted().toList();
    }
}
