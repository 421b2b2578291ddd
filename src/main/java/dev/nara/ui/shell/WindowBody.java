package dev.nara.ui.shell;

import dev.nara.settings.WindowPlace;
import dev.nara.ui.common.FocusRing;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** The list of runs and the workspaces side by side. */
final class WindowBody {
    /** The minimum width of the window, in pixels. */
    static final double MIN_WIDTH = 960;

    /** From this width on there is space for the list of runs beside every workspace, in pixels. */
    private static final double ROOMY = 1400;

    /** The initial width of the list of runs, in pixels. */
    private static final double RUNS = 248;

    /** The minimum width of the list of runs. */
    private static final double LEAST = 200;

    private final Stage stage;
    private final SplitPane parts = new SplitPane();
    private final Region runs;
    private Region rail;
    /** The right end of the list of runs, in pixels from the left. */
    private double end = RUNS;
    /** The width of the window at the last layout, in pixels. */
    private double placed;
    /** Whether the user has reopened the collapsed list of runs. */
    private boolean runsWanted;

    WindowBody(Stage stage, Region runs, Node workspaces) {
        this.stage = stage;
        this.runs = runs;
        rail = runs;
        FocusRing.mark(runs, FocusRing.Stop.RAIL);
        FocusRing.mark(workspaces, FocusRing.Stop.MAIN);
        parts.getItems().setAll(runs, workspaces);
        SplitPane.setResizableWithParent(runs, false);
        runs.setMinWidth(LEAST);
        parts.widthProperty().addListener((o, was, is) -> place());
        parts.getDividers().get(0).positionProperty().addListener((o, was, is) -> remember());
        // At a large scale the height is small; this part is then clipped, but never the bars around it.
        parts.setMinHeight(0);
    }

    /** Collapses the list of runs in a window that is not wide while a workspace needs the width. */
    void makeRoom(ObservableBooleanValue needed, Region collapsed) {
        rail = collapsed;
        SplitPane.setResizableWithParent(rail, false);
        needed.addListener((o, was, is) -> narrow(is && !runsWanted && stage.getWidth() < ROOMY));
    }

    /** Reopens the collapsed list of runs. */
    void showRuns() {
        runsWanted = true;
        narrow(false);
    }

    /** Shows {@code own} instead of the list of runs while {@code shown} is true. */
    void replaceRuns(ObservableBooleanValue shown, Region own) {
        FocusRing.mark(own, FocusRing.Stop.RAIL);
        SplitPane.setResizableWithParent(own, false);
        shown.addListener((o, was, is) -> left(is ? own : runs));
    }

    private void narrow(boolean narrow) {
        left(narrow ? rail : runs);
    }

    private void left(Region shown) {
        if (!parts.getItems().get(0).equals(shown)) {
            parts.getItems().set(0, shown);
            parts.getDividers().get(0).positionProperty().addListener((o, was, is) -> remember());
            place();
        }
    }

    /** Keeps the width of the left part when the window's width changes. */
    private void place() {
        double width = parts.getWidth();
        if (width > 0) {
            Node left = parts.getItems().get(0);
            placed = width;
            parts.setDividerPosition(0, (left.equals(runs) ? end : left.prefWidth(-1)) / width);
        }
    }

    /** Remembers the width to which the list of runs was dragged; ignores changes by resizing the window. */
    private void remember() {
        boolean dragged = parts.getWidth() == placed && parts.getItems().get(0).equals(runs);
        if (dragged && stage.isShowing()) {
            end = parts.getDividerPositions()[0] * placed;
        }
    }

    SplitPane view() {
        return parts;
    }

    /** Restores the widths of the parts. */
    void arrange(WindowPlace left) {
        end = left.rail() >= LEAST ? left.rail() : RUNS;
        place();
    }

    /** The right end of the list of runs, in pixels from the left. */
    double end() {
        return end;
    }
}
