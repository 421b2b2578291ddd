package dev.nara.ui.train;

import dev.nara.analysis.RunFigures;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Texts;
import java.util.Map;

/** Describes a run's result: its figures on the test part, and how often that was evaluated in the workspace. */
final class ReportedWords {
    private ReportedWords() {}

    /** The description; "" for no run, and for one without a result on the test part. */
    static String of(RunDetails details, Texts texts) {
        StoredRun run = details.run();
        Map<String, Double> reported = run == null ? Map.of() : RunFigures.reported(run);
        if (run == null || reported.isEmpty()) {
            return "";
        }
        String figures = texts.get(
                "html.reported",
                RunFigures.stage(run).orElseThrow().words(),
                run.best().map(RunEvent.EpochDone::epoch).orElse(0),
                BareNumbers.figures(reported));
        String popularity = run.tested()
                .filter(tested -> !tested.baseline().isEmpty())
                .map(tested -> "  ·  " + texts.get("chart.popularity.figures", BareNumbers.figures(tested.baseline())))
                .orElse("");
        String cold = run.tested()
                .filter(tested -> tested.coldUsers() > 0)
                .map(tested -> "  ·  "
                        + texts.get(
                                "part.cold",
                                Numbers.grouped(tested.coldUsers()),
                                BareNumbers.figures(tested.coldMetrics())))
                .orElse("");
        return figures + popularity + cold + "  ·  " + texts.get("part.looks", details.looks());
    }
}
