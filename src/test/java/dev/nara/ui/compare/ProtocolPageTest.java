package dev.nara.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.analysis.ProtocolClaim;
import dev.nara.analysis.ProtocolComparison;
import dev.nara.eval.CutoffMetric;
import dev.nara.ui.OnFx;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two runs under the full catalogue and among drawn negatives. */
@ExtendWith(ApplicationExtension.class)
@Tag("window")
class ProtocolPageTest {
    private static final List<Double> LENGTHS = Collections.nCopies(CutoffMetric.CUTOFFS.size(), 0.5);

    private final CompareModel model = new CompareModel();
    private int asked;

    @SuppressWarnings("NullAway.Init")
    private ProtocolPage page;

    @Start
    void open(Stage stage) {
        page = new ProtocolPage(
                model, new Texts(Locale.ENGLISH), new SimpleObjectProperty<>(Theme.LIGHT), () -> asked++);
        stage.setScene(new Scene(page.root(), 900, 400));
        stage.show();
    }

    private void evaluated() {
        model.metricProperty().set("HR@10");
        model.evaluated()
                .setAll(
                        TestRuns.run(1, "ease", Map.of(), 1, Map.of("HR@10", 0.5)),
                        TestRuns.run(2, "ials", Map.of(), 1, Map.of("HR@10", 0.25)));
        model.claims().setAll(new ProtocolClaim("1", "2", List.of("all"), List.of("sampled:99"), List.of()));
        model.chosen().setAll(model.evaluated());
        model.protocols()
                .setAll(
                        new ProtocolComparison.Row(
                                "all",
                                false,
                                1200,
                                List.of(0.5, 0.25),
                                List.of(Double.NaN, Double.NaN),
                                Double.NaN,
                                List.of(LENGTHS, LENGTHS)),
                        new ProtocolComparison.Row(
                                "sampled:99",
                                true,
                                1200,
                                List.of(0.75, 0.625),
                                List.of(0.01, 0.02),
                                1,
                                List.of(LENGTHS, LENGTHS)));
    }

    @Test
    void nothingIsEvaluatedBeforeItIsAskedFor() {
        assertEquals(List.of(), OnFx.get(page::rows));
        assertTrue(OnFx.get(() -> OnFx.button("#compare-evaluate").isDisabled()), "no run is chosen");
        OnFx.run(this::evaluated);
        OnFx.run(() -> OnFx.button("#compare-evaluate").fire());
        assertEquals(1, asked);
        OnFx.run(() -> model.evaluatingProperty().set(true));
        assertTrue(OnFx.get(() -> OnFx.button("#compare-evaluate").isDisabled()), "one evaluation at a time");
    }

    @Test
    void sampledFiguresAreMarkedAndSpread() {
        OnFx.run(this::evaluated);
        assertEquals(
                List.of(
                        List.of("Protocol", "Children", "1", "2"),
                        List.of("all", "1,200", ".5000", ".2500"),
                        List.of("sampled:99", "1,200", "~ .7500 ± .0100", "~ .6250 ± .0200")),
                OnFx.get(page::rows));
        assertEquals(5, OnFx.get(() -> OnFx.find("#compare-protocols", TableView.class)
                .getColumns()
                .size()));
        assertFalse(OnFx.get(
                () -> OnFx.find("#compare-claims", Label.class).getText().isEmpty()));
        assertEquals(
                1,
                OnFx.all(".chart-viewer", ChartViewer.class).size(),
                "the first protocol over the length of the list");
    }
}
