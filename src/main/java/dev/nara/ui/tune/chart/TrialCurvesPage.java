package dev.nara.ui.tune.chart;

import dev.nara.chart.BestSoFar;
import dev.nara.chart.Palette;
import dev.nara.chart.TrialCurves;
import dev.nara.search.picture.CurvesPicture;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.tune.model.TuneModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.control.Tab;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;

/** The learning curves of all trials; a curve is selected at its end. */
final class TrialCurvesPage {
    private final TuneModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final Tab tab;
    private final DrawnChart chart;

    TrialCurvesPage(TuneModel model, Texts texts, ObjectProperty<Theme> theme, Jobs jobs) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        StackPane page = new StackPane();
        tab = Tables.page(texts, "tune.page.curves", page);
        chart = new DrawnChart(this::draw, texts, tab.selectedProperty(), jobs);
        chart.setId("tune-curves");
        chart.accessibleTextProperty().bind(texts.binding("tune.page.curves"));
        chart.follow(
                model.snapshotProperty(), model.coursesProperty(), model.selected(), theme, texts.localeProperty());
        TrialPicking.on(chart, model, texts, this::place);
        page.getChildren().add(chart);
    }

    Tab tab() {
        return tab;
    }

    private Supplier<JFreeChart> draw() {
        StudySnapshot study = model.snapshotProperty().get();
        Map<Integer, List<TuneModel.Course>> courses = model.coursesProperty().get();
        List<Integer> selected = List.copyOf(model.selected());
        Palette palette = theme.get().palette();
        Locale locale = texts.locale();
        return () -> study == null
                ? BestSoFar.none(palette)
                : TrialCurves.of(CurvesPicture.of(study, figures(courses), selected, locale), palette);
    }

    private static Map<Integer, List<SortedMap<Integer, Double>>> figures(
            Map<Integer, List<TuneModel.Course>> courses) {
        Map<Integer, List<SortedMap<Integer, Double>>> all = new HashMap<>();
        courses.forEach((trial, runs) ->
                all.put(trial, runs.stream().map(TuneModel.Course::figures).toList()));
        return all;
    }

    private Point2D place(Trial trial) {
        StudySnapshot study = model.snapshotProperty().get();
        List<TuneModel.Course> courses = model.coursesProperty().get().getOrDefault(trial.number(), List.of());
        if (study == null || courses.isEmpty() || courses.get(0).figures().isEmpty()) {
            return new Point2D(-1e4, -1e4);
        }
        SortedMap<Integer, Double> figures = courses.get(0).figures();
        java.awt.geom.Point2D at = chart.at(
                figures.lastKey() * CurvesPicture.work(study, trial),
                figures.getOrDefault(figures.lastKey(), Double.NaN));
        return chart.inner().contains(at) ? new Point2D(at.getX(), at.getY()) : new Point2D(-1e4, -1e4);
    }
}
