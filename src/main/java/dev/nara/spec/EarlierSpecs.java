package dev.nara.spec;

import java.util.HashMap;
import java.util.Map;

/** What the settings of runs of earlier versions mean today, so that their figures keep their meaning. */
final class EarlierSpecs {
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

    /** Of versions that chose the best epoch on the test part. */
    private static void beforeValidation(Map<String, String> run) {
        run.put("validation", RunSettings.ON_TEST);
    }
}
