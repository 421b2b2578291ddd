package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every sampler. */
class SamplersTest {
    private static final Dimension MODEL = new Dimension.Choice("model", List.of("gmf", "mlp"), Optional.empty());
    private static final Space SMALL = new Space(List.of(
            MODEL,
            new Dimension.Ordered("layers", List.of("8", "16"), Optional.empty())
                    .under(new Dimension.Condition("model", Set.of("mlp"))),
            Dimension.Range.of("negatives", 1, 2, true, false)));
    private static final Space LARGE = SMALL.with(Dimension.Range.of("rate", 1e-4, 1, false, true));

    private static List<Observation> history(Sampler sampler, Space space, int trials) {
        List<Observation> history = new ArrayList<>();
        for (int i = 0; i < trials; i++) {
            Map<String, String> settings =
                    sampler.ask(space, history, List.of(), 1, 7).get(0).settings();
            history.add(
                    i % 10 == 3
                            ? Observation.failed(settings)
                            : Observation.done(settings, (settings.hashCode() & 0xff) / 256.0));
        }
        return history;
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        for (Sampler sampler : Samplers.all()) {
            List<Observation> history = history(sampler, LARGE, 20);
            assertEquals(
                    sampler.ask(LARGE, history, List.of(), 3, 1),
                    sampler.ask(LARGE, new ArrayList<>(history), List.of(), 3, 1),
                    sampler.name());
        }
    }

    @Test
    void everySettingIsOfTheSpaceAndNew() {
        for (Sampler sampler : Samplers.all()) {
            List<Observation> history = history(sampler, LARGE, 20);
            Set<Map<String, String>> seen = new HashSet<>();
            history.forEach(each -> {
                assertTrue(LARGE.contains(each.settings()), sampler.name() + each.settings());
                seen.add(each.settings());
            });
            assertEquals(20, seen.size(), sampler.name());
        }
    }

    @Test
    void severalAtATimeAreDifferent() {
        for (Sampler sampler : Samplers.all()) {
            List<Suggestion> four = sampler.ask(LARGE, history(sampler, LARGE, 12), List.of(), 4, 1);
            assertEquals(
                    4, new HashSet<>(four.stream().map(Suggestion::settings).toList()).size(), sampler.name());
        }
    }

    @Test
    void whenAllWasHadItIsHadAgain() {
        for (Sampler sampler : Samplers.all()) {
            List<Observation> history = history(sampler, SMALL, 6);
            assertEquals(6, new HashSet<>(history).size(), sampler.name());
            assertFalse(
                    sampler.ask(SMALL, history.subList(0, 5), List.of(), 1, 7)
                            .get(0)
                            .again(),
                    sampler.name());
            assertTrue(sampler.ask(SMALL, history, List.of(), 1, 7).get(0).again(), sampler.name());
        }
    }

    @Test
    void anUnknownNameIsSaid() {
        DataException e = assertThrows(DataException.class, () -> Samplers.named("best"));
        assertTrue(e.getMessage().startsWith("There is no sampler named best. Samplers: "), e.getMessage());
    }

    @Test
    void theGridGoesThroughAll() throws DataException {
        List<Observation> history = history(Samplers.named("grid"), SMALL, 3);
        assertEquals(
                List.of(
                        Map.of("model", "gmf", "negatives", "1"),
                        Map.of("model", "gmf", "negatives", "2"),
                        Map.of("model", "mlp", "layers", "8", "negatives", "1")),
                history.stream().map(Observation::settings).toList());
    }

    @Test
    void whereNothingIsVariedTheOneSettingIsRepeated() {
        Space nothing = new Space(List.of());
        for (Sampler sampler : Samplers.all()) {
            List<Observation> history = List.of(Observation.done(Map.of(), .5), Observation.done(Map.of(), .6));
            assertEquals(
                    Map.of(),
                    sampler.ask(nothing, history, List.of(), 1, 7).get(0).settings(),
                    sampler.name());
            assertTrue(sampler.ask(nothing, history, List.of(), 1, 7).get(0).again(), sampler.name());
        }
    }

    @Test
    void trialsOutsideOfANarrowedSpaceAreUnderstood() throws DataException {
        Dimension rate = LARGE.dimension("rate").orElseThrow();
        Space narrow = LARGE.with(rate.narrowed("0.01", "0.1")).with(MODEL.narrowed(List.of("mlp")));
        for (Sampler sampler : Samplers.all()) {
            List<Observation> history = history(sampler, LARGE, 20);
            for (Suggestion each : sampler.ask(narrow, history, List.of(), 3, 7)) {
                assertTrue(narrow.contains(each.settings()), sampler.name() + each.settings());
            }
        }
    }

    @Test
    void autoTurnsToTpeWhereWordsPrevailOrTrialsAreMany() throws DataException {
        Space words = new Space(List.of(
                new Dimension.Choice("a", List.of("1", "2", "3"), Optional.empty()),
                new Dimension.Choice("b", List.of("1", "2", "3", "4"), Optional.empty()),
                new Dimension.Choice("c", List.of("1", "2", "3", "4"), Optional.empty()),
                Dimension.Range.of("rate", 1e-4, 1, false, true)));
        Sampler auto = Samplers.named("auto");
        Sampler random = Samplers.named("random");
        List<Observation> few = history(random, words, 15);
        assertEquals(Samplers.named("tpe").ask(words, few, List.of(), 1, 7), auto.ask(words, few, List.of(), 1, 7));
        List<Observation> some = history(random, LARGE, 149);
        assertEquals(Samplers.named("gp").ask(LARGE, some, List.of(), 1, 7), auto.ask(LARGE, some, List.of(), 1, 7));
        List<Observation> many = history(random, LARGE, 150);
        assertEquals(Samplers.named("tpe").ask(LARGE, many, List.of(), 1, 7), auto.ask(LARGE, many, List.of(), 1, 7));
    }
}
