package dev.nara.spec;

import dev.nara.eval.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the settings of runs of earlier versions mean today, so that their figures keep their meaning. */
final class EarlierSpecs {
    private static final Pattern RECALL = Pattern.compile("\\bRecall@", Pattern.CASE_INSENSITIVE);

    private EarlierSpecs() {}

    /** The settings of a stored run, by the name of their parameter, with what was the rule before there was a setting for it. */
    static Map<String, String> run(Map<String, String> stored) {
        Map<String, String> run = new HashMap<>(stored);
        // Before the split had a seed of its own, one was for all.
        if (!run.containsKey("split_seed") && run.containsKey("seed")) {
            run.put("split_seed", run.getOrDefault("seed", ""));
        }
        if (!run.containsKey("validation")) {
            beforeValidation(run);
        }
        return run;
    }

    /**
     * The parameters of a stored run's algorithm, with what was done before there was a parameter for it; of settings that name only some of
     * their algorithm's, nothing is known.
     */
    static Map<String, String> values(String algorithm, Map<String, String> stored) {
        Map<String, String> values = new LinkedHashMap<>(stored);
        // The last that all versions of NeuMF and its parts wrote.
        if (stored.containsKey("loss") && stored.containsKey("start_from")) {
            if (List.of("neumf", "mlp").contains(algorithm)) {
                values.putIfAbsent("precision", "float32");
            }
            if (List.of("neumf", "gmf", "mlp").contains(algorithm)) {
                values.putIfAbsent("parts", "1");
            }
        }
        return values;
    }

    /** Of versions that chose the best epoch on the test part. */
    private static void beforeValidation(Map<String, String> run) {
        run.put("validation", RunSettings.ON_TEST);
        run.put(RunSettings.COLD_USERS, RunSettings.COLD_COUNTED);
        // Seen items stayed as soon as anybody had an item twice.
        run.computeIfPresent(
                "candidates",
                (name, written) -> Period.without(written).equals("all")
                        ? "all:any-repeat" + written.strip().substring("all".length())
                        : written);
        // What was called recall was over min(K, items to find).
        run.computeIfPresent("metrics", (name, written) -> capped(written));
    }

    /** What a figure is called today that was stored under a name, in a run of these metrics. */
    static String metric(String stored, String metrics) {
        List<String> known = List.of(metrics.split(",", -1));
        return !known.contains(stored) && known.contains(capped(stored)) ? capped(stored) : stored;
    }

    private static String capped(String metrics) {
        return RECALL.matcher(metrics).replaceAll("CappedRecall@");
    }
}
