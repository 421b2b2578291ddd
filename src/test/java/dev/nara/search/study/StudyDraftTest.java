package dev.nara.search.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.TestServices;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.search.space.SpaceText;
import dev.nara.spec.RunSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyDraftTest {
    /** Each of six users has six of eight items, one a day. */
    private static final Dataset DATA = Toy.of(
            6,
            8,
            IntStream.range(0, 36)
                    .mapToObj(n -> new long[] {n / 6, (n / 6 + n % 6) % 8, 86_400L * (n % 6)})
                    .toArray(long[][]::new));

    private static StudyDraft of(String algorithm, Map<String, String> values) {
        return of(algorithm, values, RunSpec.draft().spec().epochs());
    }

    private static StudyDraft of(String algorithm, Map<String, String> values, int epochs) {
        RunSpec base = RunSpec.draft()
                .algorithm(algorithm)
                .values(values)
                .epochs(epochs)
                .split("leave-one-out")
                .metrics("HR@2,NDCG@2")
                .spec();
        return new StudyDraft(TestServices.on(Path.of("target", "test-home")), DATA, base);
    }

    private static String problem(StudyDraft draft) {
        return assertThrows(DataException.class, draft::spec).problem().in(Locale.ENGLISH);
    }

    @Test
    void whatIsNotSaidIsAsUsual() throws DataException {
        StudySpec spec = of("item-knn", Map.of("neighbours", "3")).spec();
        assertEquals("HR@2", spec.goal());
        assertEquals(new Budget(30, "", 0), spec.budget());
        assertEquals(3, spec.seeds());
        assertEquals(5, spec.base().patience());
        assertEquals("leave-one-out", spec.base().validation());
        assertEquals("3", spec.part("item-knn").values().get("neighbours"));
        assertEquals(
                List.of("neighbours", "shrinkage"),
                spec.part("item-knn").space().dimensions().stream()
                        .map(d -> d.name())
                        .toList());
    }

    @Test
    void goalAndLimitsAreAmongTheMetrics() throws DataException {
        StudySpec spec = of("item-knn", Map.of())
                .goal("ndcg@2")
                .limits(List.of(Limit.of("Coverage@2>=.2")))
                .spec();
        assertEquals("NDCG@2", spec.goal());
        assertEquals("NDCG@2,HR@2,Coverage@2", spec.base().metrics());
    }

    @Test
    void whatIsSetStandsStillAndWhatIsSaidVaries() throws DataException {
        assertEquals(
                "neighbours=10..200:log",
                SpaceText.of(of("item-knn", Map.of())
                        .set(Map.of("shrinkage", "7"))
                        .space("neighbours=10..200:log")
                        .spec()
                        .part("item-knn")
                        .space()));
        StudyPart part =
                of("item-knn", Map.of()).set(Map.of("shrinkage", "7")).spec().part("item-knn");
        assertEquals("7", part.values().get("shrinkage"));
        assertEquals(1, part.space().dimensions().size());
    }

    @Test
    void severalAlgorithmsHaveAPartEach() throws DataException {
        StudySpec spec =
                of("item-knn", Map.of()).algorithms(List.of("item-knn", "ease")).spec();
        assertEquals(
                List.of("item-knn", "ease"),
                spec.parts().stream().map(StudyPart::algorithm).toList());
    }

    @Test
    void whatCannotBeSearchedIsRefused() throws DataException {
        assertEquals("popularity has nothing to search.", problem(of("popularity", Map.of())));
        assertEquals(
                "No algorithm of the search has the parameter lambda.",
                problem(of("item-knn", Map.of()).set(Map.of("lambda", "3"))));
        assertEquals(
                "A search space can be given for one algorithm only.",
                problem(of("item-knn", Map.of())
                        .algorithms(List.of("item-knn", "ease"))
                        .space("neighbours=2|3")));
        RunSpec onTest = RunSpec.draft().algorithm("ease").validation("none").spec();
        assertEquals(
                "A search chooses on a validation part and cannot choose on the test part.",
                problem(new StudyDraft(TestServices.on(Path.of("target", "test-home")), DATA, onTest)));
    }

    @Test
    void otherPresetsAreTriedWhereTheyAreNotMuchMoreWork() throws DataException {
        assertEquals(List.of("paper-16", "paper-32"), others(of("gmf", Map.of())));
    }

    /** Of the preset movielens, 36 epochs of each half of the model come before. */
    @Test
    void epochsOfPretrainingAreWork() throws DataException {
        assertEquals(List.of("paper-16"), others(of("neumf", Map.of(), 10)));
        assertEquals(List.of("paper-16", "movielens"), others(of("neumf", Map.of(), 200)));
    }

    private static List<String> others(StudyDraft draft) throws DataException {
        return draft.spec().parts().get(0).others().stream()
                .map(StudyPart.Start::name)
                .toList();
    }
}
