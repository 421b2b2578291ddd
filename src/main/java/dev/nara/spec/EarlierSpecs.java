package dev.nara.spec;

import dev.nara.eval.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Translates the stored settings of runs of earlier versions into today's, so that their figures keep their meaning. */
final class EarlierSpecs {
    private static final Pattern RECALL = Pattern.compile("\\bRecall@", Pattern.CASE_INSENSITIVE);

    private EarlierSpecs() {}

    /**
     * The settings of a stored run by parameter name; settings that did not exist yet get the value that reproduces the behaviour of then.
     */
    static Map<String, String> run(Map<String, String> stored) {
        Map<String, String> run = new HashMap<>(stored);
        // In versions before split_seed, the one seed decided training and split.
        if (!run.containsKey("split_seed") && run.containsKey("seed")) {
            run.put("split_seed", run.getOrDefault("seed", ""));
        }
        if (!run.containsKey("validation")) {
            beforeValidation(run);
        }
        return run;
    }

    /**
     * The parameters of a stored run's algorithm; parameters that did not exist yet get the value that reproduces the behaviour of then.
     * Values that do not come from a whole stored run are left as they are.
     */
    static Map<String, String> values(String algorithm, Map<String, String> stored) {
        Map<String, String> values = new LinkedHashMap<>(stored);
        // The newest parameters that every version of NeuMF, GMF and MLP stored with them.
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

    /** Settings of versions that had no validation part and chose the best epoch on the test part. */
    private static void beforeValidation(Map<String, String> run) {
        run.put("validation", RunSettings.ON_TEST);
        run.put(RunSettings.COLD_USERS, RunSettings.COLD_COUNTED);
        // In those versions, seen items stayed in the lists as soon as any user had an item twice.
        run.computeIfPresent(
                "candidates",
                (name, written) -> Period.without(written).equals("all")
                        ? "all:any-repeat" + written.strip().substring("all".length())
                        : written);
        // What was called Recall then was divided by min(K, held-out items): today's CappedRecall.
        run.computeIfPresent("metrics", (name, written) -> capped(written));
    }

    /** Today's name of a metric that was stored under an earlier name, in a run with these metrics. */
    static String metric(String stored, String metrics) {
        List<String> known = List.of(metrics.split(",", -1));
        return !known.contains(stored) && known.contains(capped(stored)) ? capped(stored) : stored;
    }

    private static String capped(String metrics) {
        return RECALL.matcher(metrics).replaceAll("CappedRecall@");
    }
}
