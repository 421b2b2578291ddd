package dev.nara.search.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.Algorithm;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpacesTest {
    private static final int DAY = 86_400;

    /** Pairs that stand once, on two days. */
    private static final Dataset DATED = Toy.of(2, 3, new long[][] {{0, 0, 0}, {0, 1, DAY}, {1, 1, 0}, {1, 2, DAY}});

    /** One pair of four that stands twice, all on one day. */
    private static final Dataset REPEATED = Toy.of(2, 3, new long[][] {{0, 0, 0}, {0, 1, 0}, {1, 1, 0}, {1, 1, 0}});

    private static Spaces of(String id, Map<String, String> values, Dataset data) throws DataException {
        Algorithm algorithm =
                TestServices.on(Path.of("target", "test-home")).algorithms().algorithm(id);
        return Spaces.of(algorithm, values, data);
    }

    private static List<String> names(Space space) {
        return space.dimensions().stream().map(Dimension::name).toList();
    }

    private static Dimension dimension(Space space, String name) {
        return space.dimension(name).orElseThrow();
    }

    @Test
    void theUsualSpaceIsWhatMattersForTheData() throws DataException {
        assertEquals(
                List.of("gmf_dimension", "layers", "recency_half_life", "negatives", "learning_rate", "weight_decay"),
                names(of("neumf", Map.of(), DATED).usual(Set.of())));
        assertEquals(
                List.of("gmf_dimension", "layers", "positives", "negatives", "learning_rate", "weight_decay"),
                names(of("neumf", Map.of(), REPEATED).usual(Set.of())));
        assertEquals(
                List.of("factors", "regularisation", "unobserved_weight", "confidence"),
                names(of("ials", Map.of(), REPEATED).usual(Set.of())));
        assertEquals(List.of(), names(of("popularity", Map.of(), DATED).usual(Set.of())));
        assertEquals(List.of(), names(of("own-watched", Map.of(), REPEATED).usual(Set.of())));
    }

    @Test
    void aHalfLifeWithoutEndIsBesideTheLongest() throws DataException {
        assertEquals(
                List.of("7", "14", "30", "60", "120", "240", "0"),
                dimension(of("gmf", Map.of(), DATED).varying(Set.of("recency_half_life")), "recency_half_life")
                        .values());
        assertEquals(
                List.of("7", "14", "30", "45.5", "60", "120", "240", "0"),
                dimension(
                                of("gmf", Map.of("recency_half_life", "45.5"), DATED)
                                        .varying(Set.of("recency_half_life")),
                                "recency_half_life")
                        .values());
        assertEquals(
                List.of("0", "6", "12", "18"),
                dimension(
                                of("neumf", Map.of("pretrain_epochs", "6"), DATED)
                                        .varying(Set.of("pretrain_epochs")),
                                "pretrain_epochs")
                        .values());
    }

    @Test
    void whatTheUserHasSetStaysAsItIs() throws DataException {
        Map<String, String> set = Map.of("neighbours", "50");
        assertEquals(List.of("shrinkage"), names(of("item-knn", set, DATED).usual(set.keySet())));
    }

    @Test
    void howToPretrainCountsWhereItIsPretrained() throws DataException {
        Set<String> names = Set.of("pretrain_epochs", "pretrain_alpha", "negatives");
        assertEquals(
                List.of("negatives"),
                names(of("neumf", Map.of(), DATED).varying(Set.of("pretrain_alpha", "negatives"))));
        assertEquals(
                List.of("negatives", "pretrain_alpha"),
                names(of("neumf", Map.of("pretrain_epochs", "5"), DATED)
                        .varying(Set.of("pretrain_alpha", "negatives"))));
        Space both = of("neumf", Map.of(), DATED).varying(names);
        assertEquals(List.of("negatives", "pretrain_epochs", "pretrain_alpha"), names(both));
        assertEquals(
                Optional.of(new Dimension.Condition("pretrain_epochs", Set.of("6", "12", "18"))),
                dimension(both, "pretrain_alpha").condition());
        assertEquals(
                Map.of("negatives", "4", "pretrain_epochs", "0"),
                both.active(Map.of("negatives", "4", "pretrain_epochs", "0", "pretrain_alpha", "0.5")));
    }

    @Test
    void aSpaceThatIsWrittenGetsTheConditionsOfItsParameters() throws DataException {
        Algorithm neuMf =
                TestServices.on(Path.of("target", "test-home")).algorithms().algorithm("neumf");
        Space written = SpaceText.parse(
                "pretrain_alpha=0.2..0.8,pretrain_epochs=0..3,negatives=2..8", name -> neuMf.parameters().stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .findFirst());
        Space conditioned = of("neumf", Map.of(), DATED).conditioned(written);
        assertEquals(
                Optional.of(new Dimension.Condition("pretrain_epochs", Set.of("1", "2", "3"))),
                dimension(conditioned, "pretrain_alpha").condition());
        assertEquals(Optional.empty(), dimension(conditioned, "negatives").condition());
        assertEquals(
                List.of("pretrain_epochs", "pretrain_alpha", "negatives"),
                names(conditioned),
                "what is switched comes after its switch");
    }

    @Test
    void theValuesThatTheSearchStartsFromAreInside() throws DataException {
        Map<String, String> wide = Map.of(
                "gmf_dimension", "256",
                "layers", "48-24",
                "negatives", "100",
                "learning_rate", "0.1",
                "dropout", "0.6",
                "batch_size", "65536",
                "positives", "views:times");
        Space space = of("neumf", wide, REPEATED).all();
        assertTrue(space.contains(wideAnd(space, wide)));
        assertEquals(
                List.of("8", "16", "32", "64", "128", "256"),
                dimension(space, "gmf_dimension").values());
        assertEquals(
                List.of("16", "32", "32-16", "32-16-8", "48-24", "64-32", "64-32-16", "128-64"),
                dimension(space, "layers").values());
        assertEquals("100", dimension(space, "negatives").at(1));
        assertEquals("2", dimension(space, "negatives").at(0));
        assertEquals(
                List.of("pairs", "views", "views:times"),
                dimension(space, "positives").values());
    }

    private static Map<String, String> wideAnd(Space space, Map<String, String> values) {
        Map<String, String> all =
                new java.util.HashMap<>(space.at(new double[space.dimensions().size()]));
        all.putAll(values);
        return all;
    }

    @Test
    void aScaleOfFactorsTakesInTheZeroThatItStartsFrom() throws DataException {
        Space space = of("ials", Map.of("regularisation", "0"), DATED).usual(Set.of());
        assertEquals("0", dimension(space, "regularisation").at(0));
        assertEquals("0.1", dimension(space, "regularisation").at(1));
    }

    @Test
    void sideFeaturesAreThoseOfColumnsWithAKnownMeaning() throws DataException {
        Set<String> features = Set.of("features");
        assertEquals(
                List.of("", "user.age:scaled,user.sex:4"),
                dimension(of("mlp", Map.of(), DATED).varying(features), "features")
                        .values());
        assertEquals(
                List.of("", "user.views"),
                dimension(of("mlp", Map.of("features", "user.views"), DATED).varying(features), "features")
                        .values());
    }
}
