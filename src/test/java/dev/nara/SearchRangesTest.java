package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.SearchRange;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.space.Spaces;
import dev.nara.store.Services;
import dev.nara.text.Spelling;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks what every parameter of every algorithm says is worth trying. */
class SearchRangesTest {
    private static final Services SERVICES = TestServices.on(Path.of("target", "test-home"));

    /** Two days, a pair in two rows, and users' attributes, so that every parameter makes a difference. */
    private static final Dataset DATA = Toy.of(
            3, 4, new long[][] {{0, 0, 0}, {0, 0, 90_000}, {0, 1, 0}, {1, 1, 0}, {1, 2, 90_000}, {2, 0, 0}, {2, 3, 0}});

    static Stream<Algorithm> algorithms() {
        return SERVICES.algorithms().all().stream();
    }

    private static List<String> declared(SearchRange.Values values) {
        if (values instanceof SearchRange.Numbers numbers) {
            return List.of(Spelling.number(numbers.low()), Spelling.number(numbers.high()));
        }
        if (values instanceof SearchRange.Ladder ladder) {
            return ladder.values();
        }
        return values instanceof SearchRange.Words words ? words.values() : List.of();
    }

    private static boolean holds(SearchRange.Values values, String value) {
        if (values instanceof SearchRange.Numbers numbers) {
            double number = Double.parseDouble(value);
            return (number == 0 && numbers.zero()) || (number >= numbers.low() && number <= numbers.high());
        }
        return values instanceof SearchRange.KnownColumns
                ? value.isEmpty()
                : declared(values).contains(value);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void whatIsTriedIsAcceptedAndHoldsTheDefault(Algorithm algorithm) {
        for (Parameter parameter : algorithm.parameters()) {
            parameter.search().ifPresent(range -> {
                declared(range.values())
                        .forEach(value -> assertEquals(Optional.of(value), parameter.normal(value), parameter.name()));
                assertTrue(holds(range.values(), parameter.defaultValue()), parameter.name());
                if (range.values() instanceof SearchRange.Numbers numbers && numbers.zero()) {
                    assertTrue(parameter.accepts("0"), parameter.name());
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void aSwitchIsAParameterThatComesBefore(Algorithm algorithm) {
        List<String> names =
                algorithm.parameters().stream().map(Parameter::name).toList();
        for (Parameter parameter : algorithm.parameters()) {
            String other = parameter.search().map(SearchRange::switchedBy).orElse("");
            assertTrue(other.isEmpty() || names.indexOf(other) < names.indexOf(parameter.name()), parameter.name());
            assertTrue(other.isEmpty() || names.contains(other), parameter.name());
        }
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void bothEndsOfEverythingTrain(Algorithm algorithm) throws DataException {
        assumeTrue(algorithm.unavailable().isEmpty());
        Map<String, String> pretrained = new HashMap<>(Map.of("pretrain_epochs", "1"));
        pretrained
                .keySet()
                .retainAll(algorithm.parameters().stream().map(Parameter::name).toList());
        for (Dimension dimension : Spaces.of(algorithm, pretrained, DATA).all().dimensions()) {
            for (double end : new double[] {0, 1}) {
                Map<String, String> values = new HashMap<>(pretrained);
                values.put(dimension.name(), dimension.at(end));
                train(algorithm, values);
            }
        }
    }

    private static void train(Algorithm algorithm, Map<String, String> values) throws DataException {
        TrainingInput input = new TrainingInput(DATA, DATA.interactions(), Engine.AUTO, Engine.AUTO);
        try (Fitting fitting = algorithm.start(input, ParameterValues.of(algorithm.parameters(), values), 1)) {
            double loss = fitting.epoch((done, total, sum) -> {});
            assertFalse(Double.isInfinite(loss), values::toString);
        }
    }

    @Test
    void everyAlgorithmThatLearnsFromSettingsCanBeSearched() {
        List<String> none = algorithms()
                .filter(algorithm -> Spaces.of(algorithm, Map.of(), DATA)
                        .usual(Set.of())
                        .dimensions()
                        .isEmpty())
                .map(Algorithm::id)
                .toList();
        assertEquals(List.of("popularity", "group-popularity"), none);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void theUsualSpaceIsAHandful(Algorithm algorithm) {
        Space usual = Spaces.of(algorithm, Map.of(), DATA).usual(Set.of());
        assertTrue(usual.dimensions().size() <= 9, usual::toString);
    }
}
