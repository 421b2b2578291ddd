package dev.nara.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.algorithm.Cost;
import dev.nara.algorithm.Parameter;
import dev.nara.data.DataException;
import dev.nara.search.Forecast;
import dev.nara.search.VariedSettings;
import dev.nara.spec.RunSpec;
import dev.nara.split.Warning;
import dev.nara.ui.common.Texts;
import dev.nara.ui.train.RunsAhead.Ahead;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TakesWordsTest {
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final Locale english = Locale.ENGLISH;

    private static VariedSettings sizes(String values) throws DataException {
        return new VariedSettings(List.of(VariedSettings.Varied.of(
                new Parameter.Whole("gmf_dimension", "8", 1, 4096), values, List.of("mlp_user_dimension"))));
    }

    /** @param seconds of each run; NaN where nothing was measured */
    private static RunsAhead ahead(VariedSettings varied, long known, int waiting, boolean exact, double... seconds) {
        List<Ahead> runs = new ArrayList<>();
        RunSpec base =
                RunSpec.draft().values(Map.of("gmf_dimension", "8")).epochs(10).spec();
        List<RunSpec> specs = varied.few() ? varied.runs(base) : List.of(base);
        for (int n = 0; n < specs.size(); n++) {
            OptionalDouble whole = Double.isNaN(seconds[n]) ? OptionalDouble.empty() : OptionalDouble.of(seconds[n]);
            Cost cost = new Cost(1_860_000L << n, (1024L + 100L * n) << 20, 1);
            runs.add(new Ahead(
                    specs.get(n), new Forecast(Optional.of(cost), whole, whole, 11, exact), n == 1 ? known : 0));
        }
        OptionalDouble before = OptionalDouble.of(60.0 * waiting);
        return new RunsAhead(
                varied, runs, List.<Warning>of(), new RunsAhead.Queued(waiting, before, true), "", Map.of());
    }

    private TakesWords words(RunsAhead ahead) {
        return new TakesWords(ahead, OptionalDouble.empty(), new Texts(english));
    }

    private static List<String> row(TakesWords words, int n) {
        return words.rows().get(n).cells();
    }

    @Test
    void aColumnARunAndWhatIsKnownIsNotCounted() throws DataException {
        TakesWords words = words(ahead(sizes("32|64|128"), 12, 1, true, 140, 200, 380));
        assertEquals(List.of("size 32", "size 64", "size 128"), words.heads());
        assertEquals(List.of("1.86 M", "3.72 M", "7.44 M"), row(words, 0));
        assertEquals(List.of("1.0 GB", "1.1 GB", "1.2 GB"), row(words, 1));
        assertEquals(List.of("2:20", "= run 12", "6:20"), row(words, 2));
        assertEquals("2 new runs after 1 queued", words.what(true));
        assertEquals(
                "8:40, done 12:11",
                words.when(true, 90, NOON),
                "one and a half minutes of the current, one of the next");
        assertEquals("8:40", words.when(true, Double.NaN, NOON), "it is not known when they begin");
    }

    @Test
    void whatIsOnAGpuIsReportedBesides() throws DataException {
        Cost cost = new Cost(1, 200L << 20, 3L << 30, 1);
        Forecast forecast = new Forecast(Optional.of(cost), OptionalDouble.of(1), OptionalDouble.of(1), 11, true);
        Ahead run = new Ahead(RunSpec.draft().spec(), forecast, 0);
        RunsAhead one = new RunsAhead(
                VariedSettings.NONE,
                List.of(run),
                List.<Warning>of(),
                new RunsAhead.Queued(0, OptionalDouble.of(0), true),
                "",
                Map.of());
        assertEquals(List.of("200 MB, GPU 3.0 GB"), row(words(one), 1));
    }

    @Test
    void aTimeOfOtherSettingsIsAboutAndAnUnmeasuredOneIsNone() {
        TakesWords scaled = words(ahead(VariedSettings.NONE, 0, 0, false, 140));
        assertEquals(List.of(), scaled.heads());
        assertEquals(List.of("≈ 2:20"), row(scaled, 2));
        assertEquals("1 new run", scaled.what(false));
        assertEquals("≈ 2:20, done 12:02", scaled.when(false, Double.NaN, NOON));
        RunsAhead never = ahead(VariedSettings.NONE, 0, 0, false, Double.NaN);
        assertEquals(List.of("known after a first run"), row(words(never), 2));
        assertEquals("", words(never).when(false, Double.NaN, NOON));
        TakesWords measured = new TakesWords(never, OptionalDouble.of(6), new Texts(english));
        assertEquals(List.of("≈ 1:00"), row(measured, 2), "ten epochs");
    }

    @Test
    void manyRunsAreReportedFromTheLeastToTheMost() throws DataException {
        TakesWords words = words(ahead(sizes("8|16|32|64"), 0, 0, true, 60, 120, 180, 240));
        assertEquals(List.of(), words.heads());
        assertEquals(List.of("1.86 M – 14.88 M"), row(words, 0));
        assertEquals(List.of("1:00 – 4:00"), row(words, 2));
        assertEquals("4 new runs after the one training", words.what(true));
    }

    @Test
    void aSearchTriesWhatItsMinutesAllow() throws DataException {
        VariedSettings many = new VariedSettings(List.of(
                sizes("8|16|32|64|128").varied().get(0),
                VariedSettings.Varied.of(new Parameter.Whole("negatives", "4", 1, 99), "2|4|8", List.of())));
        assertEquals("15 of 15 settings", words(ahead(many, 0, 0, true, 54)).what(false));
        assertEquals("5 of 15 settings", words(ahead(many, 0, 0, true, 300)).what(false));
        assertEquals(
                "15 settings, 30 minutes",
                words(ahead(many, 0, 0, true, Double.NaN)).what(false));
        assertEquals("ends 12:30", words(ahead(many, 0, 0, true, 54)).when(false, Double.NaN, NOON));
    }

    @Test
    void whatIsTrainedAlreadyIsSaid() throws DataException {
        RunsAhead all = ahead(sizes("32"), 0, 0, true, 60);
        assertEquals(1, all.fresh().size(), "a single one can be asked for again");
        Ahead known = new Ahead(all.runs().get(0).spec(), all.runs().get(0).forecast(), 7);
        RunsAhead several = new RunsAhead(sizes("32|64"), List.of(known, known), List.of(), all.queued(), "", Map.of());
        assertEquals(
                "All of these are trained, training or queued", words(several).what(true));
        assertEquals("86 k", TakesWords.count(86_400));
        assertEquals("950", TakesWords.count(950));
        assertEquals("85 MB", TakesWords.memory(85L << 20));
    }
}
