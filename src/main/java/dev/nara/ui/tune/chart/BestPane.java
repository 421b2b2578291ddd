package dev.nara.ui.tune.chart;

import dev.nara.chart.BestSoFar;
import dev.nara.chart.Palette;
import dev.nara.chart.StudyCourse.Line;
import dev.nara.chart.StudyCourse.Mark;
import dev.nara.eval.CandidateRules;
import dev.nara.search.picture.BestPicture;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudyStep;
import dev.nara.search.study.Trial;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;

/** The chart of the best figure over the minutes of the study; a click on one of the user's actions undoes everything from there on. */
final class BestPane extends VBox {
    private static final double REACH = 7;
    /** The distance above the axis within which clicks hit the user's actions. */
    private static final double DEEDS = 12;

    private static final double NAMES = 36;

    private final TuneModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final TuneRequests requests;
    private final Label detail = new Label();
    private final DrawnChart chart;

    BestPane(
            TuneModel model,
            Texts texts,
            ObjectProperty<Theme> theme,
            TuneRequests requests,
            ObservableBooleanValue seen,
            Jobs jobs) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        this.requests = requests;
        chart = new DrawnChart(this::draw, texts, seen, jobs);
        chart.setId("tune-best-chart");
        chart.follow(model.snapshotProperty(), model.selected(), model.references(), theme, texts.localeProperty());
        TrialPicking.on(chart, model, texts, this::place);
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getStyleClass().add("tune-best");
        getChildren().addAll(head(), chart);
        model.snapshotProperty().addListener((o, was, is) -> tell());
        texts.localeProperty().addListener((o, was, is) -> tell());
        tell();
    }

    private HBox head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        detail.setMinWidth(0);
        detail.getStyleClass().add("cell-detail");
        HBox head = new HBox(
                Labels.whole(texts.binding("tune.page.best"), "section-title"),
                detail,
                gap,
                new MarkLegend(texts, theme));
        head.getStyleClass().add("tune-head");
        return head;
    }

    private void tell() {
        StudySnapshot study = model.snapshotProperty().get();
        String candidates = study == null ? "" : study.spec().base().candidates();
        detail.setText(
                study == null
                        ? ""
                        : texts.get(CandidateRules.amongSamples(candidates) ? "tune.best.sampled" : "tune.best.full"));
        chart.setAccessibleText(
                texts.get("tune.page.best") + " " + (study == null ? "" : BestPicture.bestWords(study)));
    }

    private Supplier<JFreeChart> draw() {
        StudySnapshot study = model.snapshotProperty().get();
        List<Integer> selected = List.copyOf(model.selected());
        List<Line> lines = lines();
        Palette palette = theme.get().palette();
        Locale locale = texts.locale();
        return () -> study == null
                ? BestSoFar.none(palette)
                : BestSoFar.of(BestPicture.course(study, selected, lines, locale), palette, locale);
    }

    private List<Line> lines() {
        return model.references().stream()
                .map(each -> new Line(
                        (each.kind() == TuneModel.Reference.Kind.STARRED ? "★ " : "") + texts.of(each.label()),
                        each.figure(),
                        each.kind() == TuneModel.Reference.Kind.STARRED ? Line.Kind.STARRED : Line.Kind.OTHER))
                .toList();
    }

    private Point2D place(Trial trial) {
        StudySnapshot study = model.snapshotProperty().get();
        Mark mark = study == null ? null : BestPicture.mark(study, trial, List.of());
        if (mark == null || !Double.isFinite(mark.figure())) {
            return new Point2D(-1e4, -1e4);
        }
        java.awt.geom.Point2D at = chart.at(mark.minutes(), mark.figure());
        return chart.inner().contains(at) ? new Point2D(at.getX(), at.getY()) : new Point2D(-1e4, -1e4);
    }

    private void click(MouseEvent event) {
        StudySnapshot study = model.snapshotProperty().get();
        double below = event.getY() - chart.inner().getMaxY();
        if (study == null || below < -DEEDS || below > NAMES) {
            return;
        }
        for (StudyStep step : BestPicture.actions(study)) {
            if (Math.abs(chart.at(step.seconds() / 60, 0).getX() - event.getX()) <= REACH) {
                requests.undo(step.seq());
                return;
            }
        }
    }
}
