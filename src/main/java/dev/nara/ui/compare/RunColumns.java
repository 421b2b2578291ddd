package dev.nara.ui.compare;

import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SettingsComparison;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableColumn;

/** The columns of the run table: common facts, figures, and the settings in which the runs differ. */
final class RunColumns {
    private final CompareModel model;
    private final Texts texts;

    RunColumns(CompareModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** All columns for the model's runs in order, by id. */
    Map<String, TableColumn<StoredRun, ?>> all() {
        Map<String, TableColumn<StoredRun, ?>> columns = new LinkedHashMap<>();
        columns.put("run", Tables.number(texts, "column.run", 50, StoredRun::id, Numbers::grouped));
        columns.put("name", Tables.text(texts, "column.name", 120, RunColumns::name));
        columns.put(
                "algorithm",
                Tables.text(
                        texts,
                        "column.algorithm",
                        150,
                        r -> texts.get("algorithm." + r.spec().algorithm())));
        columns.put("data", Tables.text(texts, "column.data", 110, r -> r.spec().dataName()));
        columns.put("stage", Tables.text(texts, "column.stage", 110, this::stage));
        metrics().forEach(m -> columns.put("metric." + m, metric(m)));
        columns.put("epoch", Tables.number(texts, "column.best.epoch", 70, RunColumns::bestEpoch, Numbers::grouped));
        columns.put("last", last());
        columns.put(
                "verdict", Tables.text(texts, "column.verdict", 120, r -> Verdicts.of(texts, model.rows(), r.id())));
        SettingsComparison.differences(model.runs()).forEach((name, values) -> {
            if (tellsApart(name, values)) {
                columns.put("setting." + name, setting(name));
            }
        });
        columns.forEach((id, column) -> column.setId(id));
        return columns;
    }

    private static String name(StoredRun run) {
        return (run.label().star() ? "★ " : "") + run.label().name();
    }

    private String stage(StoredRun run) {
        return RunFigures.stage(run).map(stage -> texts.of(stage.words())).orElse("");
    }

    private static int bestEpoch(StoredRun run) {
        return run.best().map(RunEvent.EpochDone::epoch).orElse(0);
    }

    /** The selected metric, then all others. */
    private Set<String> metrics() {
        Set<String> metrics = new LinkedHashSet<>();
        metrics.add(model.metricProperty().get());
        model.runs().forEach(r -> metrics.addAll(RunFigures.shown(r).keySet()));
        metrics.removeIf(m -> m == null || m.isEmpty());
        return metrics;
    }

    /** Whether runs have different values of the setting; the algorithm has its own column. */
    private static boolean tellsApart(String name, List<String> values) {
        return !name.equals("algorithm")
                && values.stream().filter(value -> !value.isEmpty()).distinct().count() > 1;
    }

    private TableColumn<StoredRun, String> setting(String name) {
        return Tables.plain(texts.setting(name), 110, r -> SettingsComparison.settings(r.spec())
                .getOrDefault(name, ""));
    }

    private static TableColumn<StoredRun, Number> metric(String name) {
        return Tables.numbers(name, 90, r -> RunFigures.shown(r, name), RunColumns::shown);
    }

    /**
     * The selected metric after the last evaluated epoch, in grey because the best epoch counts. It is from the validation part, and marked
     * if it is from the test part.
     */
    private TableColumn<StoredRun, Number> last() {
        TableColumn<StoredRun, Number> column = Tables.numbers(
                "",
                110,
                r -> r.last()
                        .map(epoch -> epoch.metrics().get(model.metricProperty().get()))
                        .orElse(Double.NaN),
                this::ofEpoch);
        column.textProperty().bind(texts.binding("column.last"));
        column.getStyleClass().add("grey-column");
        return column;
    }

    private String ofEpoch(StoredRun run, Number figure) {
        String words = shown(run, figure);
        return words.isEmpty() || !run.spec().chosenOnTest() ? words : texts.get("part.metric.TEST", words);
    }

    private static String shown(StoredRun run, Number figure) {
        return Double.isNaN(figure.doubleValue()) ? "" : run.marked(BareNumbers.figure(figure.doubleValue()));
    }
}
