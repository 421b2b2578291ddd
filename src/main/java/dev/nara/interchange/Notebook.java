package dev.nara.interchange;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.nara.analysis.RunNames;
import dev.nara.chart.RunCurve;
import dev.nara.data.DataException;
import dev.nara.data.OutputFile;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.FiniteJson;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes runs as a Jupyter notebook (nbformat 4.5) that draws their curves; it contains the figures, so that it needs nothing but
 * Matplotlib.
 */
final class Notebook {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private static final String DRAWING = """
        import matplotlib.pyplot as plt

        def draw(name, value, level):
            figure, axes = plt.subplots(figsize=(9, 5))
            for run in runs:
                points = [(epoch["epoch"], value(epoch)) for epoch in run["epochs"] if value(epoch) is not None]
                if points:
                    line, = axes.plot(*zip(*points), marker="o", markersize=3, label=run["name"])
                    best = [point for point in points if point[0] == run["best_epoch"]]
                    axes.plot(*zip(*best), marker="*", markersize=12, color=line.get_color())
            for known in sorted({level(run) for run in runs} - {None}):
                axes.axhline(known, color="gray", linestyle="--", linewidth=1)
            axes.set_xlabel("epoch")
            axes.set_ylabel(name)
            axes.grid(alpha=0.3)
            axes.legend()
            plt.show()

        for name in dict.fromkeys(name for run in runs for epoch in run["epochs"] for name in epoch["metrics"]):
            draw(name, lambda epoch: epoch["metrics"].get(name), lambda run: run["popularity"].get(name))
        draw("loss", lambda epoch: epoch.get("loss"), lambda run: None)
        """;

    private final RunSource from;
    private final RunNames names;
    private final JsonArray cells = new JsonArray();

    Notebook(RunSource from) throws DataException {
        this.from = from;
        names = RunNames.of(from.services().algorithms(), from.store().list());
    }

    /** Writes a notebook of some runs, at least one. */
    void write(Path file, List<StoredRun> runs) throws DataException, IOException {
        StringBuilder title = new StringBuilder(
                "# " + words("notebook.title", runs.get(0).spec().dataName()) + "\n\n");
        List<String> curves = new ArrayList<>();
        StringBuilder commands = new StringBuilder();
        for (StoredRun run : runs) {
            title.append("- ").append(names.numbered(run, from.locale())).append('\n');
            curves.add("    " + GSON.toJson(FiniteJson.of(figures(run))));
            commands.append(from.services().command(run.spec())).append('\n');
        }
        title.append('\n').append(words("notebook.lines"));
        cell("markdown", title.toString());
        cell("code", "runs = [\n" + String.join(",\n", curves) + ",\n]");
        cell("code", DRAWING);
        cell("markdown", "## " + words("html.repeat") + "\n\n```\n" + commands + "```");
        cell("markdown", words("notebook.more"));
        String text = new GsonBuilder()
                .setPrettyPrinting()
                .serializeNulls()
                .disableHtmlEscaping()
                .create()
                .toJson(notebook());
        OutputFile.write(file, out -> out.write((text + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** The drawn data of a run, as Python literals. */
    private JsonObject figures(StoredRun run) throws DataException {
        List<RunEvent> events = from.store().events(run.id());
        RunCurve curve = RunCurve.of(from.store(), run, names.numbered(run, from.locale()), "", "");
        JsonObject figures = new JsonObject();
        figures.addProperty("run", run.id());
        figures.addProperty("name", curve.name());
        figures.addProperty(
                "best_epoch", run.best().map(RunEvent.EpochDone::epoch).orElse(0));
        JsonArray epochs = new JsonArray();
        for (RunEvent.EpochDone done : curve.epochs()) {
            JsonObject epoch = new JsonObject();
            epoch.addProperty("epoch", done.epoch());
            epoch.addProperty("loss", done.loss());
            epoch.add("metrics", numbers(curve.part().id() + "/", done.metrics()));
            epochs.add(epoch);
        }
        figures.add("epochs", epochs);
        Map<String, Double> level = events.stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(started -> ((RunEvent.Started) started).baseline())
                .findFirst()
                .orElse(Map.of());
        figures.add("popularity", numbers(curve.part().id() + "/", level));
        figures.add(
                "test", numbers("", curve.tested().map(RunEvent.Tested::metrics).orElse(Map.of())));
        return figures;
    }

    private static JsonObject numbers(String before, Map<String, Double> figures) {
        JsonObject numbers = new JsonObject();
        figures.forEach((name, figure) -> numbers.addProperty(before + name, figure));
        return numbers;
    }

    private void cell(String type, String source) {
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", type);
        cell.addProperty("id", "nara-" + (cells.size() + 1));
        cell.add("metadata", new JsonObject());
        if (type.equals("code")) {
            cell.add("execution_count", JsonNull.INSTANCE);
            cell.add("outputs", new JsonArray());
        }
        JsonArray lines = new JsonArray();
        for (String line : source.strip().split("(?<=\n)", -1)) {
            lines.add(line);
        }
        cell.add("source", lines);
        cells.add(cell);
    }

    private JsonObject notebook() {
        JsonObject notebook = new JsonObject();
        notebook.add("cells", cells);
        JsonElement metadata = GSON.fromJson(
                "{\"kernelspec\":{\"display_name\":\"Python 3\",\"language\":\"python\",\"name\":\"python3\"},"
                        + "\"language_info\":{\"name\":\"python\"}}",
                JsonObject.class);
        notebook.add("metadata", metadata);
        notebook.addProperty("nbformat", 4);
        notebook.addProperty("nbformat_minor", 5);
        return notebook;
    }

    private String words(String key, Object... values) {
        return Text.of(key, values).in(from.locale());
    }
}
