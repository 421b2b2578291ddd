package dev.nara.search.study;

import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chosen setting on the test part, trained on the whole training part for a fixed number of epochs.
 *
 * @param trial that was chosen
 * @param epochs of the training
 * @param figures of the goal, one per seed
 * @param metrics means over seeds
 * @param presetFigures those of the preset with the same seeds; empty if the preset was chosen
 * @param against the preset, paired by user
 * @param looks how many runs of the workspace were evaluated on this test part by then, these included
 * @param why a run of the chosen setting did not finish; null if all did
 */
public record TestResult(
        int trial,
        int epochs,
        List<Double> figures,
        double mean,
        double error,
        Map<String, Double> metrics,
        List<Double> presetFigures,
        StudyChoice.Against against,
        int looks,
        @Nullable Text why) {}
