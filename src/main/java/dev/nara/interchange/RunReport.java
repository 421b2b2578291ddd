package dev.nara.interchange;

import dev.nara.algorithm.Parameter;
import dev.nara.analysis.AmongReferences;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SaidProtocol;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.spec.Algorithms;
import dev.nara.spec.Part;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Spelling;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The report on a run: its results, its curves, unusual settings, and how to repeat it. */
final class RunReport {
    private final RunStory story;
    private final StoredRun run;
    private final Algorithms algorithms;
    private final Locale locale;

    RunReport(RunStory story, Algorithms algorithms, Locale locale) {
        this.story = story;
        this.run = story.run();
        this.algorithms = algorithms;
        this.locale = locale;
    }

    HtmlPage page(String command) throws DataException {
        HtmlPage page = new HtmlPage(
                words(
                        "train.headline",
                        run.title(),
                        Text.of("algorithm." + run.spec().algorithm()),
                        run.spec().dataName()),
                below(),
                locale);
        reportedFigures(page);
        curves(page);
        new SettingsSection(page, locale).of(run, unusual());
        epochs(page);
        page.heading(words("html.repeat"));
        page.code(command);
        return page;
    }

    private String below() {
        String notes = run.label().notes().strip();
        return run.spec().dataName() + " · " + words("state." + run.state()) + " · " + run.when() + " UTC · "
                + words(
                        "html.protocol",
                        SaidProtocol.split(run.spec().split()),
                        SaidProtocol.candidates(run.spec().candidates()))
                + (notes.isEmpty() ? "" : " · " + notes);
    }

    /** The parameters that differ from the algorithm's defaults. */
    private List<String> unusual() throws DataException {
        Map<String, String> values = run.spec().values();
        return algorithms.algorithm(run.spec().algorithm()).parameters().stream()
                .filter(parameter -> values.containsKey(parameter.name())
                        && !Spelling.of(parameter.defaultValue()).equals(values.get(parameter.name())))
                .map(Parameter::name)
                .toList();
    }

    /** The final figures; epochs on the validation part have curves and a table. */
    private void reportedFigures(HtmlPage page) {
        Map<String, Double> reported = RunFigures.reported(run);
        if (reported.isEmpty()) {
            return;
        }
        int epoch = run.best().map(RunEvent.EpochDone::epoch).orElse(0);
        String figures =
                words("html.reported", RunFigures.stage(run).orElseThrow().words(), epoch, Numbers.figures(reported));
        String looks = words("part.looks", story.looks());
        AmongReferences.of(run, story.references())
                .ifPresentOrElse(
                        among -> page.lead("", among.in(locale), words("html.detail", figures, looks)),
                        () -> page.lead("", figures, looks));
        run.tested().ifPresent(tested -> {
            List<String> columns = new ArrayList<>(List.of("", words("column.users")));
            columns.addAll(reported.keySet());
            page.table(columns);
            figures(page, words("html.run"), tested.users(), tested.metrics(), reported.keySet());
            figures(page, words("algorithm.popularity"), tested.users(), tested.baseline(), reported.keySet());
            figures(page, words("html.cold"), tested.coldUsers(), tested.coldMetrics(), reported.keySet());
            page.endTable();
        });
    }

    private static void figures(
            HtmlPage page, String name, int users, Map<String, Double> figures, Set<String> metrics) {
        if (!figures.isEmpty()) {
            page.row(false);
            page.cell(name);
            page.number(Numbers.grouped(users));
            metrics.forEach(metric -> page.number(Numbers.figure(figures.getOrDefault(metric, Double.NaN))));
        }
    }

    /** The deciding metric, with those of the references. */
    private void curves(HtmlPage page) {
        List<RunEvent.EpochDone> epochs = RunEvent.epochs(story.events()).stream()
                .filter(epoch -> !epoch.metrics().isEmpty())
                .toList();
        if (epochs.size() < 2) {
            return;
        }
        String metric = epochs.get(0).metrics().keySet().iterator().next();
        List<CurvesFigure.Line> lines = new ArrayList<>();
        lines.add(line(words("html.run"), 0, epochs, metric, run));
        story.references().forEach(reference -> {
            Double level = reference.validation().get(metric);
            if (level != null) {
                lines.add(CurvesFigure.Line.level(reference.shortName().in(locale), level));
            }
        });
        Part part = RunEvent.epochPart(story.events());
        page.heading(part.of(metric).in(locale));
        page.figure(CurvesFigure.of(lines, words("column.epoch")), words("html.curves.best"));
    }

    /** A run's line over its epochs, the best one marked. */
    static CurvesFigure.Line line(
            String name, int colour, List<RunEvent.EpochDone> epochs, String metric, StoredRun run) {
        return new CurvesFigure.Line(
                name,
                colour,
                epochs.stream().map(RunEvent.EpochDone::epoch).toList(),
                epochs.stream()
                        .map(epoch -> epoch.metrics().getOrDefault(metric, 0.0))
                        .toList(),
                run.best().map(RunEvent.EpochDone::epoch).orElse(0));
    }

    private void epochs(HtmlPage page) {
        List<RunEvent.EpochDone> epochs = RunEvent.epochs(story.events());
        if (epochs.isEmpty()) {
            return;
        }
        Set<String> metrics = new LinkedHashSet<>();
        epochs.forEach(e -> metrics.addAll(e.metrics().keySet()));
        List<String> columns =
                new ArrayList<>(List.of(words("column.phase"), words("column.epoch"), words("column.loss")));
        Part part = RunEvent.epochPart(story.events());
        metrics.forEach(metric -> columns.add(part.of(metric).in(locale)));
        columns.add(words("column.seconds"));
        page.fold(words("html.epochs", epochs.size()));
        page.table(columns);
        int best = run.best().map(RunEvent.EpochDone::epoch).orElse(0);
        for (RunEvent.EpochDone epoch : epochs) {
            page.row(epoch.epoch() == best && !epoch.metrics().isEmpty());
            page.cell(words("phase." + epoch.phase()));
            page.number(Integer.toString(epoch.epoch()));
            page.number(Numbers.figure(epoch.loss()));
            metrics.forEach(m -> page.number(Numbers.figure(epoch.metrics().getOrDefault(m, Double.NaN))));
            page.number(Numbers.seconds(epoch.seconds()));
        }
        page.endTable();
        page.endFold();
    }

    private String words(String key, Object... values) {
        return Text.of(key, values).in(locale);
    }
}
