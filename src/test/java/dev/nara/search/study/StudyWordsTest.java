package dev.nara.search.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.search.space.Space;
import dev.nara.search.study.StudyChoice.Against;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudySnapshot.Share;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudyWordsTest {
    private static Trial trial(int number, double mean) {
        return new Trial(
                number,
                List.of(),
                "gmf",
                Map.of(),
                Origin.SAMPLER,
                TrialState.FINISHED,
                Text.of("origin.SAMPLER"),
                null,
                List.of(mean),
                mean,
                .001,
                1,
                1,
                5,
                5,
                1,
                List.of(5),
                false,
                false,
                false,
                true,
                Map.of(),
                0,
                1);
    }

    private static StudySnapshot study(StudyChoice choice) {
        StudySpec spec = new StudySpec(
                "",
                RunSpec.draft().spec(),
                "fast",
                List.of(new StudyPart("gmf", Map.of(), new Space(List.of()))),
                "HR@10",
                List.of(),
                Budget.ofMinutes(30),
                "random",
                StudySpec.RACE,
                3,
                1);
        List<Share> shares = List.of(
                new Share("negatives", .24, .1, .4),
                new Share("learning_rate", .7, .5, .8),
                new Share("dropout", .06, 0, .2));
        return new StudySnapshot(
                4,
                "2026-11-29T12:00:00Z",
                spec,
                Phase.CHOSEN,
                60,
                spec.budget(),
                List.of(),
                List.of(trial(1, .25), trial(2, .27), trial(3, .269)),
                List.of(),
                List.of(),
                Optional.empty(),
                StudySnapshot.Ahead.UNKNOWN,
                Map.of("gmf", shares),
                List.of(),
                Optional.of(choice),
                Optional.empty(),
                List.of());
    }

    private static String words(Optional<Text> text) {
        return text.orElseThrow().in(Locale.ENGLISH);
    }

    @Test
    void aGainIsToldWithItsIntervalAndWhatIsToBeExpected() {
        StudyWords words = new StudyWords(study(new StudyChoice(
                3,
                2,
                1,
                List.of(2, 3),
                .262,
                .255,
                .268,
                Verdict.REAL,
                List.of(new Against(1, .012, .004, .02, Verdict.REAL)),
                3,
                0)));
        assertEquals("Search 4 · gmf", words.title().in(Locale.ENGLISH));
        assertEquals("Really better than the start: +0.0120", words(words.verdict()));
        assertEquals("[+0.0040, +0.0200], 3 seeds, paired by user", words(words.interval()));
        assertEquals("Chosen: #3, level with the best, #2, and cheaper to train.", words(words.chosen()));
        assertEquals(
                List.of(
                        "Expect HR@10 0.2620 on test [0.2550, 0.2680].",
                        "Measured 0.2690 on validation; the rest is the luck of picking one of 3."),
                words.expected().stream().map(w -> w.in(Locale.ENGLISH)).toList());
    }

    @Test
    void noiseKeepsTheStart() {
        StudyWords words = new StudyWords(
                study(new StudyChoice(1, 2, 1, List.of(1, 2), .25, .24, .26, Verdict.NOISE, List.of(), 3, 0)));
        assertEquals("Within noise: keep the start", words(words.verdict()));
        assertEquals("Chosen: #1, where the search started.", words(words.chosen()));
        assertEquals(Optional.empty(), words.interval());
    }

    @Test
    void whatSurelyMattersIsToldApart() {
        StudyWords words = new StudyWords(study(new StudyChoice(
                0, 0, 0, List.of(), Double.NaN, Double.NaN, Double.NaN, Verdict.NONE, List.of(), 0, 0)));
        assertEquals("Nothing could be chosen", words(words.verdict()));
        assertEquals(
                List.of("Learning rate, 70 % (50 % to 80 %)"),
                words.mattered().stream().map(w -> w.in(Locale.ENGLISH)).toList());
        assertEquals(
                List.of("Negatives per positive, 24 % (10 % to 40 %)", "Dropout, 6 % (0 % to 20 %)"),
                words.didNot().stream().map(w -> w.in(Locale.ENGLISH)).toList());
    }
}
