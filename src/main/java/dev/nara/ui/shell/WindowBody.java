package dev.nara.ui.shell;

import dev.nara.settings.Settings;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** The list of runs, the workspaces, and beside them what is known of the run on screen, which can be taken away. */
final class WindowBody {
    /** The window is never narrower, in pixels. */
    static final double MIN_WIDTH = 960;

    /** From this width on there is room for what is known of a run, in pixels. */
    private static final double WIDE = 1500;

    private static final double DETAILS_WIDTH = 320;

    private final Stage stage;
    private final Region details;
    private final SplitPane parts = new SplitPane();
    private final BooleanProperty detailsShown = new SimpleBooleanProperty();
    /** The user has said whether they are to be shown. */
    private boolean detailsChosen;

    WindowBody(Stage stage, Region runs, Node workspaces, Region details) {
        this.stage = stage;
        this.details = details;
        parts.getItems().setAll(runs, workspaces);
        parts.setDividerPositions(0.17);
        SplitPane.setResizableWithParent(details, false);
        SplitPane.setResizableWithParent(runs, false);
        runs.setMinWidth(170);
    }

    SplitPane view() {
        return parts;
    }

    /** Arranges the parts as they were left. */
    void arrange(Settings settings) {
        detailsShown.addListener((o, was, is) -> {
            detailsChosen = true;
            show(is);
        });
        detailsShown.set(
                settings.details().isEmpty() ? settings.width() >= WIDE : Boolean.parseBoolean(settings.details()));
        detailsChosen = !settings.details().isEmpty();
        if (settings.dividers().size() == parts.getDividers().size()) {
            parts.setDividerPositions(settings.dividers().stream()
                    .mapToDouble(position -> position)
                    .toArray());
        }
    }

    private void show(boolean shown) {
        double left = parts.getDividerPositions()[0];
        if (shown) {
            parts.getItems().add(details);
            parts.setDividerPositions(left, 1 - DETAILS_WIDTH / Math.max(stage.getWidth(), MIN_WIDTH));
        } else {
            parts.getItems().remove(details);
            parts.setDividerPositions(left);
        }
    }

    /** Whether what is known of the run on screen is shown. */
    BooleanProperty detailsShownProperty() {
        return detailsShown;
    }

    /** The user's choice for the next start; "" for none. */
    String detailsChoice() {
        return detailsChosen ? Boolean.toString(detailsShown.get()) : "";
    }

    List<Double> dividers() {
        return DoubleStream.of(parts.getDividerPositions()).boxed().toList();
    }
}
