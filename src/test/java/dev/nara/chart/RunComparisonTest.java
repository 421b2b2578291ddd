package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.store.reference.Reference;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.junit.jupiter.api.Test;

/** Several runs in one picture, which follows them while they train. */
class RunComparisonTest {
    private static RunCurve run(String name, String series, int epochs) {
        List<RunEvent.EpochDone> done = new ArrayList<>();
        List<RunEvent.Batch> batches = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            batches.add(new RunEvent.Batch("train", epoch, 500, 1000, 1.0 / epoch, epoch, 1));
            double figure = name.length() * 0.01 * epoch;
            done.add(new RunEvent.EpochDone(
                    "train",
                    epoch,
                    0.9 / epoch,
                    2,
                    500,
                    0,
                    Map.of("HR@10", figure, "NDCG@10", 1 - figure),
                    true,
                    Map.of()));
        }
        return new RunCurve(
                name,
                series,
                "",
                "films",
                "time",
                "all",
                Part.VALIDATION,
                100,
                done,
                batches,
                Optional.empty(),
                List.of());
    }

    private static List<RunCurve> runs(int epochs) {
        return List.of(run("a", "", epochs), run("bb", "s", epochs), run("ccc", "s", epochs));
    }

    private static RunComparison of(int epochs, String metric, CurveOptions.Along along) {
        return new RunComparison(
                runs(epochs), metric, Palette.light(), Locale.ENGLISH, new CurveOptions(along, false, 0.5));
    }

    private static XYPlot part(JFreeChart chart, int place) {
        return ((CombinedDomainXYPlot) chart.getPlot()).getSubplots().get(place);
    }

    private static int[] pixels(JFreeChart chart) {
        BufferedImage image = chart.createBufferedImage(500, 400, BufferedImage.TYPE_INT_ARGB, null);
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    @Test
    void whatIsAddedWhileRunsTrainLooksLikeTheWhole() {
        RunComparison live = of(1, "HR@10", CurveOptions.Along.EPOCHS);
        for (int epochs = 2; epochs <= 5; epochs++) {
            live.show(runs(epochs));
        }
        assertArrayEquals(pixels(of(5, "HR@10", CurveOptions.Along.EPOCHS).chart()), pixels(live.chart()));
    }

    @Test
    void whatWasZoomedInOnStaysSo() {
        RunComparison live = of(2, "HR@10", CurveOptions.Along.EPOCHS);
        CombinedDomainXYPlot plot = (CombinedDomainXYPlot) live.chart().getPlot();
        plot.getDomainAxis().setRange(1, 2);
        live.show(runs(9));
        assertEquals(2, plot.getDomainAxis().getUpperBound());
    }

    @Test
    void seedsOfOneSeriesAreTheirMeanWithABand() {
        XYPlot figures = part(of(3, "HR@10", CurveOptions.Along.EPOCHS).chart(), 1);
        assertEquals(2, figures.getDataset(0).getSeriesCount());
        assertEquals(0.025 * 3, figures.getDataset(0).getYValue(1, 2), 1e-12);
        XYPlot losses = part(of(3, "HR@10", CurveOptions.Along.EPOCHS).chart(), 0);
        assertEquals(3, losses.getDataset(2).getItemCount(0), "losses of batches");
        assertEquals(0, losses.getDataset(2).getItemCount(1), "of single runs only");
        assertEquals(0.5, losses.getDataset(2).getXValue(0, 0));
    }

    @Test
    void theMetricIsChosenAndTheAxisCountsWhatIsAsked() {
        assertNotEquals(
                part(of(3, "HR@10", CurveOptions.Along.EPOCHS).chart(), 1)
                        .getDataset(0)
                        .getYValue(0, 0),
                part(of(3, "NDCG@10", CurveOptions.Along.EPOCHS).chart(), 1)
                        .getDataset(0)
                        .getYValue(0, 0));
        XYPlot steps = part(of(3, "HR@10", CurveOptions.Along.STEPS).chart(), 1);
        assertEquals(0.030, steps.getDataset(0).getXValue(0, 2), 1e-12, "ten steps of 100 an epoch");
        XYPlot examples = part(of(3, "HR@10", CurveOptions.Along.EXAMPLES).chart(), 1);
        assertEquals(0.003, examples.getDataset(0).getXValue(0, 2), 1e-12);
    }

    @Test
    void whatAllAreSeenAgainstIsADottedLine() {
        List<RunCurve> curves =
                RunCurve.against(runs(2), List.of(new Reference("ease", Map.of("HR@10", 0.9), Map.of())));
        XYPlot plot = part(RunComparison.of(curves, "HR@10", Palette.light(), Locale.ENGLISH, CurveOptions.USUAL), 1);
        assertEquals(
                List.of("EASE 0.9000"),
                ReferenceTicks.of(plot).stream().map(Tick::getText).toList());
        assertEquals(
                0.9,
                ((ValueMarker) plot.getRangeMarkers(Layer.FOREGROUND).iterator().next()).getValue());
    }
}
