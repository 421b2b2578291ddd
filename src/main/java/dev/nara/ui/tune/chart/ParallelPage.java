package dev.nara.ui.tune.chart;

import dev.nara.chart.BestSoFar;
import dev.nara.chart.Palette;
import dev.nara.chart.ParallelAxes;
import dev.nara.chart.ParallelPlot;
import dev.nara.data.DataException;
import dev.nara.search.picture.BrushWords;
import dev.nara.search.picture.ParallelPicture;
import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Links;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** Parallel coordinates: parts of axes can be brushed, the trials within are counted, and the space can be narrowed to the brush. */
final class ParallelPage {
    private final TuneModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final TuneRequests requests;
    private final Label sentence = new Label();
    private final Hyperlink narrow;
    private final DrawnChart chart;
    private final ParallelEditing editing;
    private final Tab tab;
    private final WhenVisible telling;
    private @Nullable ParallelAxes axes;

    ParallelPage(TuneModel model, Texts texts, ObjectProperty<Theme> theme, TuneRequests requests, Jobs jobs) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        this.requests = requests;
        VBox page = new VBox();
        tab = Tables.page(texts, "tune.page.parallel", page);
        chart = new DrawnChart(this::draw, texts, tab.selectedProperty(), jobs);
        chart.setId("tune-parallel");
        editing = new ParallelEditing(chart, model, this::axes);
        model.snapshotProperty().addListener(o -> renew());
        model.partProperty().addListener(o -> renew());
        model.metricProperty().addListener(o -> renew());
        model.selected().addListener((Observable o) -> renew());
        texts.localeProperty().addListener(o -> renew());
        model.brushProperty().addListener(o -> changed());
        chart.follow(theme, editing.activeProperty(), editing.orderProperty());
        narrow = Links.of("tune-narrow", texts.binding("tune.parallel.narrow"), this::narrow);
        VBox.setVgrow(chart, Priority.ALWAYS);
        page.getStyleClass().add("tune-page");
        page.getChildren().addAll(chart, foot());
        telling = new WhenVisible(tab.selectedProperty(), this::tell);
        renew();
    }

    Tab tab() {
        return tab;
    }

    private HBox foot() {
        sentence.setId("tune-brushed");
        sentence.setMinWidth(0);
        sentence.getStyleClass().add("cell-title");
        Hyperlink clear = Links.of("tune-clear", texts.binding("tune.parallel.clear"), () -> model.brushProperty()
                .set(Map.of()));
        clear.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.brushProperty().get().isEmpty(), model.brushProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(12, sentence, gap, clear, narrow);
        foot.getStyleClass().add("tune-foot");
        return foot;
    }

    private void renew() {
        axes = null;
        changed();
    }

    private void changed() {
        chart.due();
        telling.due();
    }

    private void tell() {
        StudySnapshot study = model.snapshotProperty().get();
        sentence.setText(
                study == null || axes().axes().isEmpty()
                        ? ""
                        : texts.of(
                                BrushWords.sentence(study, model.partProperty().get(), axes(), texts.locale())));
        chart.setAccessibleText(texts.get("tune.page.parallel") + ". " + sentence.getText());
        narrow.setVisible(study != null
                && !study.phase().ended()
                && model.part()
                        .map(part -> part.space().dimensions().stream()
                                .anyMatch(d -> model.brushProperty().get().containsKey(d.name())))
                        .orElse(false));
    }

    /** The axes in the user's order with the current brush. */
    private ParallelAxes axes() {
        StudySnapshot study = model.snapshotProperty().get();
        if (study == null || model.part().isEmpty()) {
            return new ParallelAxes(List.of(), List.of(), Map.of());
        }
        ParallelAxes known = axes;
        if (known == null) {
            String metric = model.metricProperty().get();
            known = ParallelPicture.of(
                    study,
                    model.partProperty().get(),
                    metric.isEmpty() ? study.spec().goal() : metric,
                    model.selected(),
                    Map.of(),
                    texts.locale());
            axes = known;
        }
        Map<String, ParallelAxes.Part> parts = new HashMap<>();
        model.brushProperty()
                .get()
                .forEach((name, part) -> parts.put(name, new ParallelAxes.Part(part.low(), part.high())));
        return editing.ordered(known).brushed(parts);
    }

    private Supplier<JFreeChart> draw() {
        ParallelAxes shown = axes();
        String active = chart.isFocused() ? editing.active() : "";
        Palette palette = theme.get().palette();
        return () -> shown.axes().isEmpty() ? BestSoFar.none(palette) : ParallelPlot.of(shown, active, palette);
    }

    private void narrow() {
        StudySnapshot study = model.snapshotProperty().get();
        StudySnapshot.PartNow part = model.part().orElse(null);
        if (study == null || part == null) {
            return;
        }
        try {
            for (Dimension dimension : BrushWords.narrowed(study, part, axes())) {
                requests.steer(new StudyEvent.Narrowed(part.algorithm(), dimension));
            }
            model.brushProperty().set(Map.of());
        } catch (DataException e) {
            model.messageProperty().set(texts.of(e));
        }
    }
}
