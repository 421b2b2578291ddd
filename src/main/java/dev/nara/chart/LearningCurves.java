package dev.nara.chart;

import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.store.reference.Reference;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jfree.chart.JFreeChart;

/**
 * Draws a run's events, live or replayed: losses above one metric, over an axis from 0 to all epochs, with references as named lines. Not
 * thread-safe.
 */
public final class LearningCurves {
    private final Locale locale;
    private final CurveOptions options;
    private final int batchSize;
    private final List<RunEvent> events = new ArrayList<>();
    private final List<Double> seams = new ArrayList<>();
    private final Set<String> metrics = new LinkedHashSet<>();
    private final Travelled travelled;
    private final Travelled passed;
    private final Palette palette;
    private RunEvent.Started started = new RunEvent.Started("", 0, 0, 0, 0, 0, "", "", 0, Map.of(), "", "");
    private List<Reference> references = List.of();
    private List<DrawnRun> others = List.of();
    private String name = "";
    private String metric = "";
    private String done = "";
    private int colour;
    private int planned;
    private double place = Double.NaN;
    private double epochPlace;
    private RunPicture.Progress.State state = RunPicture.Progress.State.TRAINS;

    /** An empty chart with default options. */
    public LearningCurves(Palette palette, Locale locale) {
        this(palette, locale, CurveOptions.USUAL, 1);
    }

    /** An empty chart for a run with that batch size. */
    public LearningCurves(Palette palette, Locale locale, CurveOptions options, int batchSize) {
        this.palette = palette;
        this.locale = locale;
        this.options = options;
        this.batchSize = batchSize;
        travelled = new Travelled(options.along(), batchSize);
        passed = new Travelled(CurveOptions.Along.EPOCHS, batchSize);
        name = Text.of("chart.this.run").in(locale);
    }

    /** Sets the name of the run at the ends of its lines, and the index of its colour. */
    public void name(String words, int place) {
        name = words;
        colour = place;
    }

    /** Selects a metric; "" for the one that decides. */
    public void metric(String chosen) {
        metric = chosen;
    }

    /** The metrics of the run, the one that decides first; without coverage, whose values are far higher than most. */
    public List<String> metrics() {
        return List.copyOf(metrics);
    }

    /** Sets the planned number of epochs, pretraining included, if known. */
    public void planned(int all) {
        planned = all;
    }

    /** Sets the expected end of the run as text; "" if unknown. */
    public void done(String words) {
        done = words;
    }

    /** Replaces the figures of cheap and strong algorithms. */
    public void references(List<Reference> known) {
        references = List.copyOf(known);
    }

    /** Replaces the other runs in the chart. */
    public void others(List<DrawnRun> runs) {
        others = List.copyOf(runs);
    }

    /** Adds many events at once. */
    public void add(List<RunEvent> some) {
        some.forEach(this::add);
    }

    private void add(RunEvent event) {
        events.add(event);
        if (event instanceof RunEvent.Started begun) {
            started = begun;
            begun.baseline().keySet().stream()
                    .filter(known -> !CutoffMetric.isCoverage(known))
                    .forEach(metrics::add);
        } else if (event instanceof RunEvent.Batch batch) {
            place = travelled.at(batch);
            epochPlace = passed.at(batch);
            state = RunPicture.Progress.State.TRAINS;
        } else if (event instanceof RunEvent.EpochDone epoch) {
            place = travelled.pass(epoch);
            epochPlace = passed.pass(epoch);
            state = RunPicture.Progress.State.TRAINS;
            epoch.metrics().keySet().stream()
                    .filter(known -> !CutoffMetric.isCoverage(known))
                    .forEach(metrics::add);
        } else if (event instanceof RunEvent.Resumed resumed) {
            if (resumed.takenUp() || state != RunPicture.Progress.State.PAUSED) {
                seams.add(travelled.now());
            }
            state = RunPicture.Progress.State.TRAINS;
        } else if (event instanceof RunEvent.Paused) {
            state = RunPicture.Progress.State.PAUSED;
        } else if (event.last()) {
            state = RunPicture.Progress.State.ENDED;
        }
    }

    /** Everything that is drawn. */
    public RunPicture picture() {
        String shown = metric.isEmpty() || !metrics.contains(metric)
                ? metrics.stream().findFirst().orElse(metric)
                : metric;
        List<DrawnRun> runs = new ArrayList<>();
        DrawnRun own = DrawnRun.of(name, "", DrawnRun.Kind.SHOWN, colour, batchSize, events);
        runs.add(own);
        runs.addAll(others);
        return new RunPicture(
                runs,
                events,
                levels(shown),
                shown,
                width(),
                seams,
                options,
                new RunPicture.Progress(place, state, state == RunPicture.Progress.State.TRAINS ? done : ""),
                notes(own));
    }

    /** The progress of the run in epochs, pretraining included. */
    public double epoch() {
        return epochPlace;
    }

    /** The total number of epochs: a run that has ended has those it trained, whatever was planned. */
    public double epochs() {
        List<RunEvent.EpochDone> known = RunEvent.epochs(events);
        boolean complete = events.stream().anyMatch(e -> e instanceof RunEvent.Finished f && !f.stoppedEarly());
        long before =
                known.stream().filter(epoch -> !epoch.phase().equals("train")).count();
        return complete ? known.size() : Math.max(known.size(), planned > 0 ? planned : before + started.epochs());
    }

    private double width() {
        if (options.along() == CurveOptions.Along.EPOCHS) {
            return Math.max(1, epochs());
        }
        return epochPlace > 0 ? place / epochPlace * epochs() : 1;
    }

    private List<RunPicture.Level> levels(String shown) {
        List<RunPicture.Level> levels = new ArrayList<>(levels(references, shown, locale));
        Double popularity = started.baseline().get(shown);
        if (popularity != null) {
            levels.add(
                    new RunPicture.Level(Text.of("short.algorithm.popularity").in(locale), popularity, false));
        }
        return levels;
    }

    /** The figures of cheap and strong algorithms in a metric, on the part that decides. */
    static List<RunPicture.Level> levels(List<Reference> known, String metric, Locale locale) {
        return known.stream()
                .filter(each -> Double.isFinite(each.validation().getOrDefault(metric, Double.NaN)))
                .map(each -> new RunPicture.Level(
                        shortly(each, locale), each.validation().getOrDefault(metric, Double.NaN), true))
                .toList();
    }

    /** Its short name, or its name without the part in brackets. */
    private static String shortly(Reference reference, Locale locale) {
        return reference.shortName().in(locale).replaceFirst(" ?\\(.*", "");
    }

    private RunPicture.Notes notes(DrawnRun own) {
        List<RunEvent.EpochDone> all = own.seeds().get(0);
        boolean atOnce = all.size() == 1 && all.get(0).loss() == 0;
        return new RunPicture.Notes(atOnce ? Text.of("chart.loss.none").in(locale) : "", withoutFigures());
    }

    /** Why epochs have no figures; "" if they have. */
    private String withoutFigures() {
        if (started.split().isEmpty() || started.evaluatedUsers() > 0) {
            return "";
        }
        String tested = started.onlyTested() ? finalFigures() : "";
        String why = started.onlyTested() ? "chart.metrics.fixed" : "chart.metrics.none";
        return tested.isEmpty() ? Text.of(why).in(locale) : tested;
    }

    /** The same as a separate chart with a title. */
    public JFreeChart chart() {
        return RunPlot.chart(picture(), title(), finalFigures(), palette, locale);
    }

    private String title() {
        if (started.algorithm().isEmpty()) {
            return "";
        }
        Text title = Text.of(
                "chart.title",
                Text.of("algorithm." + started.algorithm()),
                started.split(),
                Axes.candidates(started.candidates()));
        return (started.data().isEmpty() ? "" : started.data() + " · ") + title.in(locale);
    }

    /** The final figures, which are separate from the curves on the part that decides. */
    private String finalFigures() {
        if (started.epochPart() == Part.TEST && started.evaluatedUsers() > 0) {
            return Text.of("stage.CHOSEN_ON_TEST").in(locale);
        }
        return RunEvent.tested(events)
                .filter(tested -> !tested.metrics().isEmpty())
                .map(tested -> Text.of("chart.tested", tested.epoch(), Numbers.figures(tested.metrics()))
                        .in(locale))
                .orElse("");
    }
}
