package dev.nara.ui.tune.chart;

import dev.nara.chart.BestSoFar;
import dev.nara.chart.Palette;
import dev.nara.chart.ResponseGrid;
import dev.nara.chart.ResponseMap;
import dev.nara.search.picture.MapPicture;
import dev.nara.search.picture.ParallelPicture;
import dev.nara.search.picture.ResponseSurface;
import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import dev.nara.ui.common.Words;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** A map of the model's predictions over two parameters; a double click, or Enter for the selected trial, opens a setting to be tried. */
final class MapPage {
    private final TuneModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final TuneRequests requests;
    private final Latest latest;
    private final ComboBox<String> across;
    private final ComboBox<String> up;
    private final DrawnChart chart;
    private final Tab tab;
    private @Nullable ResponseGrid grid;
    /** The inputs of the grid; it is only recomputed if they change. */
    private List<Object> made = List.of();

    MapPage(TuneModel model, Texts texts, ObjectProperty<Theme> theme, TuneRequests requests, Jobs jobs) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        this.requests = requests;
        latest = new Latest(jobs);
        VBox page = new VBox();
        tab = Tables.page(texts, "tune.page.map", page);
        across = box("tune-map-across", "tune.map.across");
        up = box("tune-map-up", "tune.map.up");
        chart = new DrawnChart(this::draw, texts, tab.selectedProperty(), jobs);
        chart.setId("tune-map");
        chart.accessibleTextProperty().bind(texts.binding("tune.map.help"));
        chart.follow(model.snapshotProperty(), model.selected(), theme, texts.localeProperty());
        WhenVisible showing = new WhenVisible(tab.selectedProperty(), this::renew);
        model.snapshotProperty().addListener((o, was, is) -> showing.due());
        model.partProperty().addListener((o, was, is) -> showing.due());
        across.valueProperty().addListener((o, was, is) -> showing.due());
        up.valueProperty().addListener((o, was, is) -> showing.due());
        TrialPicking.on(chart, model, texts, this::place);
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(chart, Priority.ALWAYS);
        page.getStyleClass().add("tune-page");
        page.getChildren().addAll(head(), chart);
        showing.due();
    }

    Tab tab() {
        return tab;
    }

    private HBox head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                Labels.whole(texts.binding("tune.map.across"), "cell-detail"),
                across,
                Labels.whole(texts.binding("tune.map.up"), "cell-detail"),
                up,
                gap,
                Labels.of(texts.binding("tune.map.help"), "cell-detail"));
        head.getStyleClass().add("tune-foot");
        return head;
    }

    private ComboBox<String> box(String id, String key) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.accessibleTextProperty().bind(texts.binding(key));
        box.setPrefWidth(180);
        Words.show(box, texts, name -> name == null ? "" : texts.setting(name));
        return box;
    }

    private List<Dimension> dimensions() {
        StudySnapshot study = model.snapshotProperty().get();
        return study == null || model.part().isEmpty()
                ? List.of()
                : ParallelPicture.dimensions(study, model.partProperty().get());
    }

    private Optional<Dimension> dimension(ComboBox<String> box) {
        return dimensions().stream()
                .filter(d -> d.name().equals(box.getValue()))
                .findFirst();
    }

    /** Updates the choice of parameters, at first the two most important ones, and the predictions if their inputs have changed. */
    private void renew() {
        StudySnapshot study = model.snapshotProperty().get();
        List<String> names = dimensions().stream().map(Dimension::name).toList();
        if (!across.getItems().equals(names)) {
            across.getItems().setAll(names);
            up.getItems().setAll(names);
        }
        if (study == null || names.size() < 2) {
            return;
        }
        List<String> first =
                ParallelPicture.byImportance(study, model.partProperty().get());
        if (!names.contains(Objects.toString(across.getValue(), ""))) {
            across.setValue(first.get(0));
        }
        if (!names.contains(Objects.toString(up.getValue(), ""))) {
            up.setValue(first.get(1));
        }
        Optional<Trial> base = MapPicture.base(study, model.partProperty().get());
        Optional<Dimension> x = dimension(across);
        Optional<Dimension> y = dimension(up);
        if (base.isEmpty() || x.isEmpty() || y.isEmpty() || x.equals(y)) {
            grid = null;
            chart.due();
            return;
        }
        List<Object> of = List.of(
                study.id(),
                study.trials().stream().filter(Trial::finished).count(),
                base.get().number(),
                x.get(),
                y.get());
        if (!of.equals(made)) {
            made = of;
            latest.run(() -> ResponseSurface.of(study, base.get(), x.get(), y.get()), found -> {
                grid = found.orElse(null);
                chart.due();
            });
        }
    }

    private Supplier<JFreeChart> draw() {
        StudySnapshot study = model.snapshotProperty().get();
        String part = model.partProperty().get();
        Optional<Dimension> x = dimension(across);
        Optional<Dimension> y = dimension(up);
        ResponseGrid expected = grid;
        List<Integer> selected = List.copyOf(model.selected());
        Palette palette = theme.get().palette();
        Locale locale = texts.locale();
        return () -> study == null || x.isEmpty() || y.isEmpty()
                ? BestSoFar.none(palette)
                : ResponseMap.of(
                        MapPicture.content(study, part, x.get(), y.get(), expected, selected, locale), palette);
    }

    private Point2D place(Trial trial) {
        Optional<Dimension> x = dimension(across);
        Optional<Dimension> y = dimension(up);
        Rectangle2D inner = chart.inner();
        StudySnapshot study = model.snapshotProperty().get();
        double right = study == null || x.isEmpty() ? Double.NaN : ParallelPicture.place(study, x.get(), trial);
        double high = study == null || y.isEmpty() ? Double.NaN : ParallelPicture.place(study, y.get(), trial);
        return right >= 0 && right <= 1 && high >= 0 && high <= 1
                ? new Point2D(inner.getMinX() + right * inner.getWidth(), inner.getMaxY() - high * inner.getHeight())
                : new Point2D(-1e4, -1e4);
    }

    private void click(MouseEvent event) {
        Rectangle2D inner = chart.inner();
        if (event.getClickCount() == 2 && inner.contains(event.getX(), event.getY())) {
            tryAt(
                    (event.getX() - inner.getMinX()) / inner.getWidth(),
                    (inner.getMaxY() - event.getY()) / inner.getHeight());
        }
    }

    private void key(KeyEvent event) {
        StudySnapshot study = model.snapshotProperty().get();
        if (event.getCode() == KeyCode.ENTER
                && study != null
                && !model.selected().isEmpty()) {
            requests.tryThese(study.trial(model.selected().get(0)).settings());
            event.consume();
        }
    }

    private void tryAt(double right, double high) {
        StudySnapshot study = model.snapshotProperty().get();
        Optional<Dimension> x = dimension(across);
        Optional<Dimension> y = dimension(up);
        if (study != null && x.isPresent() && y.isPresent()) {
            MapPicture.base(study, model.partProperty().get())
                    .ifPresent(base -> requests.tryThese(MapPicture.settings(base, x.get(), right, y.get(), high)));
        }
    }
}
