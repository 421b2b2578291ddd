package dev.nara.ui.shell;

import dev.nara.settings.WindowPlace;
import dev.nara.ui.common.FocusRing;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** The list of runs and the workspaces. */
final class WindowBody {
    /** The window is never narrower, in pixels. */
    static final double MIN_WIDTH = 960;

    /** From this width on there is room for the list of runs beside every workspace, in pixels. */
    private static final double ROOMY = 1400;

    /** What the list of runs gets at first, in pixels. */
    private static final double RUNS = 248;

    /** And at least. */
    private static final double LEAST = 200;

    private final Stage stage;
    private final SplitPane parts = new SplitPane();
    private final Region runs;
    private Region rail;
    /** Where the list of runs ends, in pixels from the left. */
    private double end = RUNS;
    /** How wide the window was when the parts were placed last, in pixels. */
    private double placed;
    /** The user has brought the list of runs back where it had made room. */
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
        // At a large scale there is little height; what does not fit is cut there, and never the lines around it.
        parts.setMinHeight(0);
    }

    /** While a workspace is on screen that needs the width, the list of runs makes room for it in a window that is not wide. */
    void makeRoom(ObservableBooleanValue needed, Region collapsed) {
        rail = collapsed;
        SplitPane.setResizableWithParent(rail, false);
        needed.addListener((o, was, is) -> narrow(is && !runsWanted && stage.getWidth() < ROOMY));
    }

    /** The user brings the list of runs back where it has made room. */
    void showRuns() {
        runsWanted = true;
        narrow(false);
    }

    /** While this is on screen, a rail of its own stands where the list of runs stands otherwise. */
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

    /** What is on the left is as wide as it was, however wide the window is now. */
    private void place() {
        double width = parts.getWidth();
        if (width > 0) {
            Node left = parts.getItems().get(0);
            placed = width;
            parts.setDividerPosition(0, (left.equals(runs) ? end : left.prefWidth(-1)) / width);
        }
    }

    /** The list of runs ends where its border was dragged to; while the window changes its size, nobody drags. */
    private void remember() {
        boolean dragged = parts.getWidth() == placed && parts.getItems().get(0).equals(runs);
        if (dragged && stage.isShowing()) {
            end = parts.getDividerPositions()[0] * placed;
        }
    }

    SplitPane view() {
        return parts;
    }

    /** Arranges the parts as they were left. */
    void arrange(WindowPlace left) {
        end = left.rail() >= LEAST ? left.rail() : RUNS;
        place();
    }

    /** Where the list of runs ends, in pixels from the left. */
    double end() {
        return end;
    }
}
