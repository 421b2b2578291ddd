package dev.nara.ui.tune;

import dev.nara.search.study.Phase;
import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.FocusRing;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import dev.nara.ui.tune.space.SpacePane;
import java.time.Clock;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Search workspace: the bar, and below it the space, the progress of the study, and its trials. */
final class TuneView {
    /** From this width on there is space for all three columns, in pixels. */
    private static final double WIDE = 1180;

    private static final double SPACE = 260;
    /** From this width on, the columns at the sides get a share of the additional width, in pixels. */
    private static final double ROOMY = 1300;

    private static final double SHARE_OF_MORE = .25;
    private static final double MOST_MORE = 120;
    private static final double TRIALS = 280;

    private final TuneModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final TuneBar bar;
    private final SpacePane space;
    private final TrialsPane trials;
    private final Button goOn;
    private final Label warnings = new Label();
    private final HBox strip;
    private final ToggleButton drawer = new ToggleButton();
    private final HBox columns;

    /** {@code centre} is the column between the space and the trials. */
    TuneView(
            TuneModel model,
            Texts texts,
            ObjectProperty<Theme> theme,
            TuneRequests requests,
            Region centre,
            Clock clock) {
        this.model = model;
        this.texts = texts;
        bar = new TuneBar(model, texts, requests, clock);
        space = new SpacePane(model, texts, theme, requests);
        trials = new TrialsPane(model, texts, theme, requests);
        goOn = Tables.button(texts, "tune-continue", "tune.continue", requests::goOn);
        strip = strip();
        drawer.setId("tune-drawer");
        drawer.textProperty().bind(texts.binding("tune.trials"));
        drawer.managedProperty().bind(drawer.visibleProperty());
        drawer.setMinWidth(Region.USE_PREF_SIZE);
        drawer.selectedProperty().addListener((o, was, is) -> arrange());
        bar.getChildren().add(drawer);
        columns = new HBox(space, centre, trials);
        columns.getChildren().forEach(column -> FocusRing.mark(column, FocusRing.Stop.MAIN));
        HBox.setHgrow(centre, Priority.ALWAYS);
        centre.setMinWidth(0);
        fixed(space, SPACE);
        fixed(trials, TRIALS);
        trials.getStyleClass().add("tune-right");
        space.getStyleClass().add("tune-left");
        root.setId("tune-workspace");
        // Content that does not fit is hidden; it must not widen the window.
        root.setMinWidth(0);
        bar.setMinWidth(0);
        root.setTop(new VBox(bar, strip, warnings(), message()));
        root.setCenter(columns);
        root.widthProperty().addListener((o, was, is) -> arrange());
        model.snapshotProperty().addListener((o, was, is) -> show());
        model.partProperty().addListener((o, was, is) -> show());
        model.metricProperty().addListener((o, was, is) -> show());
        show();
    }

    private static void fixed(Region column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    /** The strip for a study that is interrupted because no program runs it. */
    private HBox strip() {
        HBox box = new HBox(12, Labels.wrapped(texts.binding("tune.interrupted"), "tune-strip-text"), goOn);
        box.getStyleClass().add("tune-strip");
        box.managedProperty().bind(box.visibleProperty());
        box.setVisible(false);
        return box;
    }

    private Node warnings() {
        warnings.setId("tune-warnings");
        warnings.setWrapText(true);
        warnings.setMinHeight(Region.USE_PREF_SIZE);
        warnings.getStyleClass().addAll("field-warning", "tune-message");
        warnings.managedProperty().bind(warnings.visibleProperty());
        warnings.visibleProperty().bind(warnings.textProperty().isNotEmpty());
        return warnings;
    }

    private Node message() {
        var message = Labels.wrapped(model.messageProperty(), "field-problem", "tune-message");
        message.managedProperty().bind(message.visibleProperty());
        message.visibleProperty().bind(model.messageProperty().isNotEmpty());
        return message;
    }

    /** In a narrow window, the trials replace the space on demand. */
    private void arrange() {
        boolean wide = root.getWidth() == 0 || root.getWidth() >= WIDE;
        double more = Math.min(MOST_MORE, Math.max(0, root.getWidth() - ROOMY) * SHARE_OF_MORE);
        fixed(space, SPACE + more);
        fixed(trials, TRIALS + more);
        drawer.setVisible(!wide);
        boolean list = wide || drawer.isSelected();
        show(trials, list);
        show(space, wide || !drawer.isSelected());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void show() {
        StudySnapshot study = model.snapshotProperty().get();
        strip.setVisible(study != null && study.id() > 0 && study.phase() == Phase.INTERRUPTED);
        warnings.setText(study == null ? "" : StudyWarnings.of(study, texts));
        bar.show();
        space.show();
        trials.show();
    }

    Region root() {
        return root;
    }
}
