package dev.nara.ui.compare;

import dev.nara.analysis.SettingsComparison;
import dev.nara.run.RunEvent;
import dev.nara.store.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** All runs in a table with the settings that tell them apart; those that are chosen are compared. */
final class RunTable {
    private final CompareModel model;
    private final Texts texts;
    private final FilteredList<StoredRun> found;
    private final TableView<StoredRun> runs;
    private Consumer<List<StoredRun>> picked = some -> {};
    private boolean choosing;

    RunTable(CompareModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        found = new FilteredList<>(model.runs());
        runs = runTable();
        model.runs().addListener((ListChangeListener<StoredRun>) change -> renew());
        model.chosen().addListener((ListChangeListener<StoredRun>) change -> showChosen());
        model.standings().addListener((ListChangeListener<CompareModel.Standing>) change -> runs.refresh());
        model.metricProperty().addListener((o, was, is) -> renew());
        texts.localeProperty().addListener((o, was, is) -> {
            // Settings' names are of a language.
            runs.getColumns().removeIf(column -> column.getId().startsWith("setting."));
            renew();
        });
        renew();
    }

    TableView<StoredRun> node() {
        return runs;
    }

    /** Shows only the runs that the words find. */
    void find(String words) {
        found.setPredicate(run -> RunFilter.matches(run, words, texts));
    }

    /** Puts other runs into the table; what is chosen stays so. */
    void replace(List<StoredRun> all) {
        choosing = true;
        model.runs().setAll(all);
        choosing = false;
    }

    /** Who hears of runs that are chosen in the table. */
    void onPick(Consumer<List<StoredRun>> handler) {
        picked = handler;
    }

    private TableView<StoredRun> runTable() {
        TableView<StoredRun> table = Tables.table("compare-runs", texts, "compare.runs.empty");
        SortedList<StoredRun> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setTableMenuButtonVisible(true);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<StoredRun>) change -> choose());
        return table;
    }

    private void choose() {
        if (!choosing) {
            List<StoredRun> now = runs.getSelectionModel().getSelectedItems().stream()
                    .filter(r -> r != null)
                    .toList();
            if (!now.equals(model.chosen())) {
                choosing = true;
                model.chosen().setAll(now);
                choosing = false;
                picked.accept(now);
            }
        }
    }

    private void showChosen() {
        if (!choosing) {
            choosing = true;
            runs.getSelectionModel().clearSelection();
            model.chosen().forEach(run -> runs.getSelectionModel().select(run));
            choosing = false;
        }
    }

    /** The columns that tell these runs apart. */
    private void renew() {
        boolean before = choosing;
        choosing = true;
        show(columns(SettingsComparison.differences(model.runs())));
        choosing = before;
    }

    private Map<String, TableColumn<StoredRun, ?>> columns(Map<String, List<String>> differing) {
        Map<String, TableColumn<StoredRun, ?>> columns = new LinkedHashMap<>();
        columns.put("run", Tables.number(texts, "column.run", 50, StoredRun::id, Numbers::grouped));
        columns.put(
                "name",
                Tables.text(
                        texts,
                        "column.name",
                        120,
                        r -> (r.label().star() ? "★ " : "") + r.label().name()));
        columns.put(
                "algorithm",
                Tables.text(
                        texts,
                        "column.algorithm",
                        150,
                        r -> texts.get("algorithm." + r.spec().algorithm())));
        Set<String> metrics = new LinkedHashSet<>();
        metrics.add(model.metricProperty().get());
        model.runs().forEach(r -> best(r).keySet().forEach(metrics::add));
        metrics.stream().filter(m -> m != null && !m.isEmpty()).forEach(m -> columns.put("metric." + m, metric(m)));
        columns.put(
                "epoch",
                Tables.number(
                        texts,
                        "column.best.epoch",
                        70,
                        r -> r.best().map(RunEvent.EpochDone::epoch).orElse(0),
                        Numbers::grouped));
        columns.put("last", last());
        columns.put("verdict", Tables.text(texts, "column.verdict", 120, r -> model.verdict(r.id())));
        differing.keySet().stream()
                .filter(this::tellsApart)
                .forEach(name -> columns.put(
                        "setting." + name,
                        Tables.plain(texts.setting(name), 110, r -> SettingsComparison.settings(r.spec())
                                .getOrDefault(name, ""))));
        columns.forEach((id, column) -> column.setId(id));
        return columns;
    }

    /** Puts columns on screen; those that are there already stay as they are: hidden or not, wide, sorted by. */
    private void show(Map<String, TableColumn<StoredRun, ?>> columns) {
        for (TableColumn<StoredRun, ?> known : runs.getColumns()) {
            columns.computeIfPresent(known.getId(), (id, fresh) -> known);
        }
        List<TableColumn<StoredRun, ?>> wanted = List.copyOf(columns.values());
        List<StoredRun> kept = List.copyOf(model.chosen());
        if (!Set.copyOf(wanted).equals(Set.copyOf(runs.getColumns()))) {
            List<TableColumn<StoredRun, ?>> order = List.copyOf(runs.getSortOrder());
            runs.getColumns().setAll(wanted);
            runs.getSortOrder().setAll(order.stream().filter(wanted::contains).toList());
        }
        runs.refresh();
        kept.forEach(run -> runs.getSelectionModel().select(run));
    }

    /** Whether several runs have the setting, with different values; the algorithm has a column of its own. */
    private boolean tellsApart(String name) {
        return !name.equals("algorithm")
                && model.runs().stream()
                                .map(r -> SettingsComparison.settings(r.spec()).getOrDefault(name, ""))
                                .filter(value -> !value.isEmpty())
                                .distinct()
                                .count()
                        > 1;
    }

    private static TableColumn<StoredRun, Number> metric(String name) {
        return Tables.numbers(
                name,
                90,
                r -> best(r).getOrDefault(name, Double.NaN),
                (r, figure) -> Double.isNaN(figure.doubleValue()) ? "" : r.words(figure.doubleValue()));
    }

    /** What the chosen metric was after the last epoch that was evaluated, in grey: the best is what counts. */
    private TableColumn<StoredRun, Number> last() {
        TableColumn<StoredRun, Number> column = Tables.numbers(
                "",
                80,
                r -> r.last()
                        .map(epoch -> epoch.metrics().get(model.metricProperty().get()))
                        .orElse(Double.NaN),
                (r, figure) -> Double.isNaN(figure.doubleValue()) ? "" : r.words(figure.doubleValue()));
        column.textProperty().bind(texts.binding("column.last"));
        column.getStyleClass().add("grey-column");
        return column;
    }

    /** The metrics of its best epoch; none before the first is evaluated. */
    static Map<String, Double> best(StoredRun run) {
        return run.best().map(RunEvent.EpochDone::metrics).orElse(Map.of());
    }

    /** A metric of its best epoch, NaN where it is not known. */
    static double figure(StoredRun run, String metric) {
        return best(run).getOrDefault(metric, Double.NaN);
    }

    /** The runs of the table in its order with all their settings, a row each, for a file; in no language. */
    List<List<String>> rows() {
        Set<String> metrics = new LinkedHashSet<>();
        runs.getItems().forEach(r -> metrics.addAll(best(r).keySet()));
        Set<String> settings = new LinkedHashSet<>();
        runs.getItems()
                .forEach(r ->
                        settings.addAll(SettingsComparison.settings(r.spec()).keySet()));
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("run", "name", "state", "best_epoch"));
        head.addAll(metrics);
        head.addAll(settings);
        rows.add(head);
        for (StoredRun run : runs.getItems()) {
            List<String> row = new ArrayList<>(List.of(
                    Long.toString(run.id()),
                    run.label().name(),
                    run.state().name(),
                    run.best().map(b -> Integer.toString(b.epoch())).orElse("")));
            metrics.forEach(m ->
                    row.add(best(run).containsKey(m) ? String.valueOf(best(run).get(m)) : ""));
            settings.forEach(
                    s -> row.add(SettingsComparison.settings(run.spec()).getOrDefault(s, "")));
            rows.add(row);
        }
        return rows;
    }
}
