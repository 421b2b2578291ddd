package dev.nara.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.testfx.util.WaitForAsyncUtils;

/** The words on screen, those in charts with them, in the order of the scene graph. */
final class SeenText {
    /** How much memory is in use, and at what time of the day the next run would end. */
    private static final Set<String> BY_ITSELF = Set.of("status-memory", "takes-when");

    private SeenText() {}

    /** Those in a window, once it is at rest. */
    static List<String> of(Window window) {
        WaitForAsyncUtils.waitForFxEvents();
        return OnFx.get(() -> now(window));
    }

    /** Those in a window at this moment; on the JavaFX thread. */
    static List<String> now(Window window) {
        List<String> words = new ArrayList<>();
        of(window.getScene().getRoot(), words);
        return words;
    }

    private static void of(Node node, List<String> words) {
        if (!node.isVisible() || BY_ITSELF.contains(String.valueOf(node.getId())) || node instanceof ScrollBar) {
            return;
        }
        if (node instanceof Labeled labeled) {
            add(labeled.getText(), words);
        } else if (node instanceof TextInputControl input) {
            add(input.getText(), words);
            add(input.getPromptText(), words);
        } else if (node instanceof ChartViewer viewer) {
            of(viewer.getChart(), words);
        } else if (node instanceof Text text && !(node.getParent() instanceof Labeled)) {
            add(text.getText(), words);
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> of(child, words));
        }
    }

    private static void of(JFreeChart chart, List<String> words) {
        if (chart.getTitle() != null) {
            add(chart.getTitle().getText(), words);
        }
        if (chart.getPlot() instanceof CombinedDomainXYPlot all) {
            add(all.getDomainAxis().getLabel(), words);
            for (Object part : all.getSubplots()) {
                XYPlot plot = (XYPlot) part;
                add(plot.getRangeAxis().getLabel(), words);
            }
        }
        for (int n = 0; n < chart.getSubtitleCount(); n++) {
            if (chart.getSubtitle(n) instanceof org.jfree.chart.title.TextTitle title) {
                add(title.getText(), words);
            }
        }
        for (int n = 0;
                chart.getPlot() != null && n < chart.getPlot().getLegendItems().getItemCount();
                n++) {
            add(chart.getPlot().getLegendItems().get(n).getLabel(), words);
        }
    }

    private static void add(String text, List<String> words) {
        if (text != null && !text.isBlank()) {
            words.add(text);
        }
    }
}
