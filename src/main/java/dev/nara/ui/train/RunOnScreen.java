package dev.nara.ui.train;

import dev.nara.analysis.AgainstPrevious;
import dev.nara.chart.LearningCurves;
import dev.nara.chart.Palette;
import dev.nara.chart.PreviousCurve;
import dev.nara.chart.RunComparison;
import dev.nara.chart.RunCurve;
import dev.nara.run.RunEvent;
import dev.nara.store.StoredRun;
import dev.nara.store.reference.Reference;
import dev.nara.ui.common.CrosshairChart;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * The run whose curves and epochs are on screen, or several held against each other. Stored and live events come by the
 * same way. Touched on the JavaFX thread only.
 */
public final class RunOnScreen {
    private final TrainModel model;
    private final TrainView view;
    private final Texts texts;
    private final ReadOnlyObjectProperty<Theme> theme;
    private final ShownEvents events = new ShownEvents();
    private final WhenVisible comparing;
    private @Nullable LearningCurves curves;
    private List<RunCurve> compared = List.of();
    private String comparedBy = "";
    private @Nullable RunComparison comparison;
    private int batchSize = 1;
    private long run;

    RunOnScreen(TrainModel model, TrainView view, Texts texts, ReadOnlyObjectProperty<Theme> theme) {
        this.model = model;
        this.view = view;
        this.texts = texts;
        this.theme = theme;
        theme.addListener((o, was, is) -> redraw());
        texts.localeProperty().addListener((o, was, is) -> {
            redraw();
            events.all().forEach(this::say);
        });
        model.curvesProperty().addListener((o, was, is) -> redraw());
        model.detailsProperty().addListener((o, was, is) -> {
            if (curves != null) {
                curves.references(references());
            }
            if (curves != null && !Objects.equals(is.against(), was.against())) {
                curves.previous(previous());
            }
        });
        // Several runs take time to draw, so it is done when the workspace is visible.
        comparing = new WhenVisible(view.root().visibleProperty(), this::drawComparison);
    }

    /** Its number, 0 for none. */
    public long run() {
        return run;
    }

    /** Its events, in order. */
    public List<RunEvent> events() {
        return events.all();
    }

    /** By which metric they are. */
    String comparedBy() {
        return comparedBy;
    }

    /** The runs held against each other; empty while a single one is on screen. */
    public List<RunCurve> compared() {
        return compared;
    }

    /** What is on screen as a picture of its own, in other colours. */
    public JFreeChart chart(Palette palette) {
        if (!compared.isEmpty()) {
            return comparison(palette).chart();
        }
        return curves(palette).chart();
    }

    /** Shows a run from its beginning. */
    void show(StoredRun other, String headline, List<RunEvent> past) {
        run = other.id();
        batchSize = other.spec().batchSize();
        model.epochPartProperty().set(other.spec().epochPart());
        compared = List.of();
        comparison = null;
        model.comparableMetrics().clear();
        events.clear();
        model.epochs().clear();
        model.epochsOfProperty().set("");
        model.headlineProperty().set(headline);
        model.shownStatusProperty().set("");
        LearningCurves fresh = curves(theme.get().palette());
        curves = fresh;
        view.show(new CrosshairChart(fresh.chart(), theme.get().palette(), texts));
        if (!past.isEmpty()) {
            add(past);
        }
    }

    /** Shows several runs in one picture; the table keeps the epochs of the first. */
    void compare(List<RunCurve> runs, String metric, String headline) {
        if (comparison != null && comparedBy.equals(metric) && names(runs).equals(names(compared))) {
            model.headlineProperty().set(headline);
            compared = List.copyOf(runs);
            comparison.show(compared);
            model.epochs().setAll(compared.get(0).epochs());
            return;
        }
        run = 0;
        model.headlineProperty().set(headline);
        model.shownStatusProperty().set("");
        model.epochPartProperty().set(runs.get(0).part());
        model.epochs().setAll(runs.get(0).epochs());
        model.epochsOfProperty().set(runs.get(0).name());
        compared = List.copyOf(runs);
        comparedBy = metric;
        List<String> metrics = RunComparison.metrics(runs);
        if (!model.comparableMetrics().equals(metrics)) {
            model.comparableMetrics().setAll(metrics);
        }
        redraw();
    }

    private static List<String> names(List<RunCurve> runs) {
        return runs.stream().map(RunCurve::name).toList();
    }

    /** Adds what happened since. */
    void add(List<RunEvent> some) {
        boolean thinned = events.add(some);
        if (thinned) {
            redraw();
        } else if (curves != null) {
            curves.add(some);
        }
        for (RunEvent event : some) {
            if (event instanceof RunEvent.EpochDone epoch) {
                model.epochs().add(epoch);
            }
            say(event);
        }
    }

    private void say(RunEvent event) {
        String status = EventWords.of(event, texts);
        if (run != 0 && !status.isEmpty()) {
            model.shownStatusProperty().set(status);
        }
    }

    /** Draws what is on screen anew, in today's colours and language. */
    private void redraw() {
        if (!compared.isEmpty()) {
            comparing.due();
        } else if (curves != null && run != 0) {
            LearningCurves fresh = curves(theme.get().palette());
            curves = fresh;
            view.show(new CrosshairChart(fresh.chart(), theme.get().palette(), texts));
        }
    }

    private void drawComparison() {
        if (!compared.isEmpty()) {
            RunComparison fresh = comparison(theme.get().palette());
            comparison = fresh;
            view.show(new CrosshairChart(fresh.chart(), theme.get().palette(), texts));
        }
    }

    private RunComparison comparison(Palette palette) {
        return new RunComparison(
                compared,
                comparedBy,
                palette,
                texts.locale(),
                model.curvesProperty().get());
    }

    /** What the run is seen against, as far as it is known. */
    private List<Reference> references() {
        RunDetails details = model.detailsProperty().get();
        return details.run() != null && details.run().id() == run ? details.references() : List.of();
    }

    /** The run before it, as far as it is known. */
    private PreviousCurve previous() {
        AgainstPrevious against = model.detailsProperty().get().against();
        if (against == null || against.run().id() != run) {
            return PreviousCurve.NONE;
        }
        StoredRun before = against.previous();
        String name =
                texts.get("chart.previous", before.id(), against.difference().before(texts.locale()));
        return new PreviousCurve(name, before.spec().batchSize(), against.curve());
    }

    /** The run's curves as far as it is, in those colours. */
    private LearningCurves curves(Palette palette) {
        LearningCurves drawn = new LearningCurves(
                palette, texts.locale(), model.curvesProperty().get(), batchSize);
        drawn.add(events.all());
        drawn.references(references());
        drawn.previous(previous());
        return drawn;
    }
}
