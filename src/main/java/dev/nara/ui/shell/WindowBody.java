package dev.nara.ui.shell;

import dev.nara.settings.WindowPlace;
import dev.nara.ui.common.FocusRing;
import java.util.List;
import java.util.stream.DoubleStream;
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

    private final Stage stage;
    private final SplitPane parts = new SplitPane();
    private final Region runs;
    private Region rail;
    private double divider;
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
        runs.setMinWidth(200);
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
        Node before = parts.getItems().get(0);
        if (before.equals(shown)) {
            return;
        }
        if (before.equals(runs)) {
            divider = parts.getDividerPositions()[0];
        }
        parts.getItems().set(0, shown);
        double width = Math.max(stage.getWidth(), MIN_WIDTH);
        parts.setDividerPosition(0, shown.equals(runs) ? divider : shown.prefWidth(-1) / width);
    }

    SplitPane view() {
        return parts;
    }

    /** Arranges the parts as they were left. */
    void arrange(WindowPlace left) {
        divider = RUNS / Math.max(stage.getWidth(), MIN_WIDTH);
        parts.setDividerPositions(divider);
        if (left.dividers().size() == parts.getDividers().size()) {
            parts.setDividerPositions(
                    left.dividers().stream().mapToDouble(position -> position).toArray());
        }
    }

    List<Double> dividers() {
        double[] now = parts.getDividerPositions();
        now[0] = parts.getItems().get(0).equals(runs) ? now[0] : divider;
        return DoubleStream.of(now).boxed().toList();
    }
}
