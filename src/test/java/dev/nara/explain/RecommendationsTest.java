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
}
