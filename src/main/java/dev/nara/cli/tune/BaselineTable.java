package dev.nara.cli.tune;

import com.google.gson.JsonObject;
import dev.nara.analysis.ComparedSettings;
import dev.nara.analysis.RunFigures;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunEvent;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of baselines, as a table or as JSON. */
final class BaselineTable {
    private final Services services;
    private final Output output;

    BaselineTable(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    /** A trained baseline. */
    record Row(StoredRun run, RunEvent.EpochDone best, double trainSeconds, Optional<BaselineSearch.Found> tuned) {
        /** The value of its first metric. */
        private double worth() {
            Map.Entry<String, Double> first = figures().entrySet().iterator().next();
            return CutoffMetric.worth(first.getKey(), first.getValue());
        }

        /** The figures that represent the run. */
        private Map<String, Double> figures() {
            return RunFigures.shown(run);
        }

        JsonObject json() {
            JsonObject object = new JsonObject();
            object.addProperty("run", run.id());
            object.addProperty("algorithm", run.spec().algorithm());
            object.addProperty("data", run.spec().dataName());
            object.addProperty("figures", RunFigures.stage(run).map(Enum::name).orElse(""));
            object.addProperty("epoch", best.epoch());
            object.addProperty("trainSeconds", trainSeconds);
            object.addProperty("evaluationSeconds", best.evaluationSeconds());
            JsonObject figures = new JsonObject();
            figures().forEach(figures::addProperty);
            object.addProperty("chosenOnTest", run.spec().chosenOnTest());
            object.add("metrics", figures);
            tuned.ifPresent(found -> object.add("tuned", found.json()));
            return object;
        }
    }

    /** Prints the rows, best first. */
    void print(RunStore store, List<Row> rows) {
        rows.sort(Comparator.comparingDouble(Row::worth).reversed());
        Map<Long, String> verdicts = verdicts(store, rows);
        StoredRun first = rows.get(0).run;
        output.result(first.spec().dataName() + " · " + first.spec().split() + ", "
                + first.spec().candidates() + " · "
                + RunFigures.stage(first)
                        .map(stage -> stage.words().in(output.locale()))
                        .orElse(""));
        output.result(head(rows.get(0)));
        for (Row row : rows) {
            output.result(line(row) + verdicts.getOrDefault(row.run.id(), ""));
        }
    }

    private String head(Row row) {
        String stage = RunFigures.stage(row.run)
                .map(of -> of.words().in(output.locale()))
                .orElse("");
        StringBuilder head = new StringBuilder("  " + TextTable.padded(stage, 24));
        row.figures().keySet().forEach(name -> head.append(TextTable.padded(name, 11)));
        head.append(Text.of("cli.baselines.head").in(output.locale()));
        return head.toString();
    }

    private static String line(Row row) {
        String figures = row.figures().values().stream()
                .map(figure -> TextTable.padded(Numbers.figure(figure), 11))
                .collect(Collectors.joining());
        return "  " + TextTable.padded(Long.toString(row.run.id()), 6)
                + TextTable.padded(row.run.spec().algorithm(), 18)
                + figures
                + String.format(
                        Locale.ROOT,
                        "%8.1f s %6d %8.2f s  ",
                        row.trainSeconds,
                        row.best.epoch(),
                        row.best.evaluationSeconds());
    }

    /** The verdict on each run's difference from the best; none if the first metric has no values per user. */
    private Map<Long, String> verdicts(RunStore store, List<Row> rows) {
        List<StoredRun> runs = rows.stream().map(Row::run).toList();
        Map<Long, String> verdicts = new HashMap<>();
        try {
            ComparedSettings.of(store, services.algorithms(), runs, "")
                    .standings()
                    .forEach(standing -> standing.runs()
                            .forEach(run -> verdicts.put(run, standing.words().in(output.locale()))));
        } catch (DataException e) {
            // A metric of all lists together has no values per user to compare.
            return Map.of();
        }
        return verdicts;
    }
}
