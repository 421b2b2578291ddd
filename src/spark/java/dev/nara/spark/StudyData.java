package dev.nara.spark;

import dev.nara.Wiring;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.settings.Home;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.spec.SpecJson;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of trials on a machine that trains them: read once, from the same path on every machine, and split once for all trials with the
 * same split.
 */
final class StudyData {
    private static String read = "";
    private static @Nullable Dataset dataset;
    private static final Map<String, PreparedRun> CUTS = new HashMap<>();

    private StudyData() {}

    /**
     * A trial's settings applied to its data.
     *
     * @throws DataException if the data cannot be read here, or differs from that of the driver
     */
    static synchronized PreparedRun prepared(RunSpec spec, Algorithms algorithms) throws DataException {
        Dataset data = data(spec);
        String cut = cut(spec);
        PreparedRun known = CUTS.get(cut);
        if (known == null) {
            known = PreparedRun.prepare(spec, data, algorithms);
            CUTS.put(cut, known);
        }
        return known.trainedAs(spec, algorithms);
    }

    private static Dataset data(RunSpec spec) throws DataException {
        String wanted = spec.data() + "|" + spec.format() + "|" + spec.recipe();
        Dataset known = dataset;
        if (known == null || !read.equals(wanted)) {
            CUTS.clear();
            known = Wiring.services(Home.ofEnvironment())
                    .open(
                            Path.of(spec.data()),
                            spec.recipe().read(spec.format(), spec.recipe().encoding()),
                            Progress.NONE)
                    .dataset();
            dataset = known;
            read = wanted;
        }
        if (!known.has(spec.fingerprint())) {
            throw new DataException(
                    Path.of(spec.data()), Words.text("search.other.data"), Words.text("search.other.data.remedy"));
        }
        return known;
    }

    /** All settings that determine how the data is split. */
    private static String cut(RunSpec spec) {
        RunSpec usual = spec.change()
                .algorithm("")
                .values(Map.of())
                .engine("")
                .epochs(1)
                .patience(0)
                .metricsEvery(1)
                .seed(0)
                .spec();
        return SpecJson.of(usual).toString();
    }
}
