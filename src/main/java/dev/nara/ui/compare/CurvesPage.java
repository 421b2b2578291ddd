package dev.nara.ui.compare;

import dev.nara.chart.CurveOptions;
import dev.nara.chart.RunComparison;
import dev.nara.chart.RunCurve;
import dev.nara.ui.common.CrosshairChart;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The learning curves of the chosen runs in one picture, with the verdicts above. */
final class CurvesPage {
    /** More are only in the table. */
    private static final int MOST_VERDICTS = 8;

    private final CompareModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final StackPane place = new StackPane();
    private final Tab tab;

    CurvesPage(CompareModel model, Texts texts, ObjectProperty<Theme> theme) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        tab = Tables.page(texts, "compare.curves", place);
        model.curves().addListener((ListChangeListener<RunCurve>) change -> draw());
        theme.addListener((o, was, is) -> draw());
        draw();
    }

    Tab tab() {
        return tab;
    }

    private void draw() {
        if (model.curves().isEmpty()) {
            place.getChildren().setAll(Labels.whole(texts.binding("compare.verdict.empty"), "empty-text"));
            return;
        }
        CrosshairChart chart = new CrosshairChart(
                RunComparison.of(
                        model.curves(),
                        model.metricProperty().get(),
                        theme.get().palette(),
                        texts.locale(),
                        CurveOptions.USUAL),
                theme.get().palette(),
                texts);
        VBox.setVgrow(chart, Priority.ALWAYS);
        place.getChildren().setAll(new VBox(verdicts(), chart));
    }

    private Label verdicts() {
        Label verdicts = new Label(model.standings().stream()
                .map(standing -> standing.title() + " " + Verdicts.of(texts, standing))
                .limit(MOST_VERDICTS)
                .collect(Collectors.joining("  ·  ")));
        verdicts.setId("curve-verdicts");
        verdicts.getStyleClass().add("cell-detail");
        verdicts.setWrapText(true);
        verdicts.setPadding(new Insets(4, 12, 0, 12));
        return verdicts;
    }
}
