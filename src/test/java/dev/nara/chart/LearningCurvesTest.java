package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.run.RunEvent;
import dev.nara.store.reference.Reference;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LearningCurvesTest {
    private static final List<RunEvent> EVENTS = List.of(
            new RunEvent.Started("neumf", 5, 6, 7, 8, 2, "time:2022-04-15", "all", 4, Map.of("Score", 0.1), "time", ""),
            new RunEvent.EpochDone("gmf", 1, 0.7, 1, 10, 0, Map.of(), false, Map.of()),
            new RunEvent.EpochDone("mlp", 1, 0.6, 1, 10, 0, Map.of(), false, Map.of()),
            new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of("Score", 0.2), true, Map.of()),
            new RunEvent.EpochDone("train", 2, 0.4, 1, 10, 1, Map.of("Score", 0.3), true, Map.of()),
            new RunEvent.Tested(2, Map.of("Score", 0.25), 3, Map.of(), 0, Map.of("Score", 0.05)),
            new RunEvent.Finished(2, Map.of("Score", 0.25), 9, false));

    private static int[] pixels(LearningCurves curves) {
        BufferedImage image = curves.chart().createBufferedImage(500, 400, BufferedImage.TYPE_INT_ARGB, null);
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    @Test
    void aReplayLooksLikeTheLiveRun() {
        LearningCurves live = new LearningCurves(Palette.light(), Locale.KOREAN);
        EVENTS.forEach(event -> live.add(List.of(event)));
        LearningCurves replayed = new LearningCurves(Palette.light(), Locale.KOREAN);
        replayed.add(EVENTS);
        assertArrayEquals(pixels(live), pixels(replayed));
    }

    /** The plot of the metrics. */
    private static XYPlot metrics(LearningCurves curves) {
        return ((CombinedDomainXYPlot) curves.chart().getPlot()).getSubplots().get(1);
    }

    /** What stands beside the lines of references, from the top down. */
    private static List<String> names(LearningCurves curves) {
        return ReferenceTicks.of(metrics(curves)).stream().map(Tick::getText).toList();
    }

    @Test
    void theRunBeforeStaysBehindTheCurves() {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        curves.previous(new PreviousCurve(
                "Run 1: Negatives per positive 4",
                1,
                List.of(
                        new RunEvent.EpochDone("train", 1, 0.9, 1, 10, 1, Map.of("Score", 0.1), true, Map.of()),
                        new RunEvent.EpochDone("train", 2, 0.8, 1, 10, 1, Map.of("Score", 0.15), true, Map.of()))));
        curves.add(EVENTS);
        XYPlot losses =
                ((CombinedDomainXYPlot) curves.chart().getPlot()).getSubplots().get(0);
        assertEquals(0.8, losses.getDataset(2).getYValue(0, 1));
        assertEquals(0.15, metrics(curves).getDataset(2).getYValue(0, 1));
        assertEquals(2, metrics(curves).getDataset(2).getXValue(0, 1));
        assertEquals(
                1,
                IntStream.range(0, curves.chart().getPlot().getLegendItems().getItemCount())
                        .filter(n -> curves.chart()
                                .getPlot()
                                .getLegendItems()
                                .get(n)
                                .getLabel()
                                .equals("Run 1: Negatives per positive 4"))
                        .count(),
                "the legend names it once");
        curves.previous(PreviousCurve.NONE);
        assertEquals(null, metrics(curves).getDataset(2));
    }

    @Test
    void namesStandAtTheHeightOfTheirLines() {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        curves.references(List.of(
                new Reference("item-knn", Map.of("Score", 0.3), Map.of()),
                new Reference("ease", Map.of("Score", 0.9), Map.of())));
        curves.add(EVENTS);
        XYPlot plot = metrics(curves);
        List<ValueTick> ticks = ReferenceTicks.of(plot);
        assertEquals(List.of("EASE 0.9000", "Item kNN 0.3000"), names(curves));
        for (int n = 0; n < 2; n++) {
            double figure = new double[] {0.9, 0.3}[n];
            double height = plot.getRangeAxis().valueToJava2D(figure, ReferenceTicks.AREA, RectangleEdge.RIGHT);
            double place = plot.getRangeAxis(1)
                    .valueToJava2D(ticks.get(n).getValue(), ReferenceTicks.AREA, RectangleEdge.RIGHT);
            assertEquals(height, place, 1e-9);
        }
    }

    @Test
    void theAxisReachesToWhatTheRunIsSeenAgainst() {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        curves.references(List.of(
                new Reference("ease", Map.of("Score", 0.9), Map.of()),
                new Reference("item-knn", Map.of("HR@5", 0.95), Map.of())));
        curves.add(EVENTS);
        assertTrue(metrics(curves).getRangeAxis().getUpperBound() >= 0.9);
        assertEquals(List.of("EASE 0.9000"), names(curves), "by the metric that decides");
        curves.references(List.of());
        assertFalse(metrics(curves).getRangeAxis(1).isVisible());
        assertEquals(1, metrics(curves).getRangeMarkers(Layer.FOREGROUND).size());
        assertTrue(metrics(curves).getRangeAxis().getUpperBound() < 0.4);
    }

    @Test
    void aFitHasNoBestEpochAndSaysThatItHasNoFigures() {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        curves.add(List.of(
                new RunEvent.Started("neumf", 5, 6, 7, 8, 2, "all", "all:kept", 0, Map.of(), "none", ""),
                new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of(), true, Map.of())));
        assertEquals(
                "No figures: a fit is trained on all rows, and nobody is evaluated.",
                metrics(curves).getNoDataMessage());
        assertEquals(null, metrics(curves).getDomainMarkers(Layer.FOREGROUND));
    }

    @Test
    void whatIsLearntAtOnceHasNoLoss() {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        curves.add(List.of(
                new RunEvent.Started("ease", 5, 6, 7, 8, 20, "time", "all:kept", 4, Map.of(), "time", "films"),
                new RunEvent.Batch("train", 1, 1, 1, 0, 1, 0),
                new RunEvent.EpochDone("train", 1, 0, 1, 10, 1, Map.of("Score", 0.2), true, Map.of())));
        XYPlot loss =
                ((CombinedDomainXYPlot) curves.chart().getPlot()).getSubplots().get(0);
        assertEquals("No loss: this algorithm learns everything at once.", loss.getNoDataMessage());
        assertEquals(0, loss.getDataset(0).getItemCount(0), "and no axis of noughts");
        assertEquals(
                "films · EASE · split time · full catalogue (all:kept)",
                curves.chart().getTitle().getText());
    }

    @Test
    void linesOfReferencesCanBeToldApart() {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        curves.references(List.of(
                new Reference("item-knn", Map.of("Score", 0.3), Map.of()),
                new Reference("ease", Map.of("Score", 0.9), Map.of())));
        curves.add(EVENTS);
        assertEquals(
                3,
                metrics(curves).getRangeMarkers(Layer.FOREGROUND).stream()
                        .map(Marker::getPaint)
                        .distinct()
                        .count(),
                "with popularity's");
    }

    @Test
    void eventsDraw() {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        int[] empty = pixels(curves);
        curves.add(EVENTS);
        assertFalse(Arrays.equals(empty, pixels(curves)));
    }

    @Test
    void thePngHasTwicePixels(@TempDir Path folder) throws IOException {
        LearningCurves curves = new LearningCurves(Palette.dark(), Locale.ENGLISH);
        curves.add(EVENTS);
        Path file = folder.resolve("curves.png");
        ChartImage.png(file, curves.chart(), 300, 200);
        BufferedImage image = ImageIO.read(Files.newInputStream(file));
        assertEquals(600, image.getWidth());
        assertEquals(400, image.getHeight());
    }

    @Test
    void theSvgHoldsTextAndLines(@TempDir Path folder) throws Exception {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.KOREAN);
        curves.add(EVENTS);
        Path file = folder.resolve("curves.svg");
        ChartImage.svg(file, curves.chart(), 300, 200);
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        assertEquals("300", svg.getAttribute("width"));
        assertEquals("200", svg.getAttribute("height"));
        List<Element> words = elements(svg, "text");
        assertTrue(
                words.stream().anyMatch(text -> text.getTextContent().equals("검증 Score")),
                "an axis or legend in letters");
        assertTrue(words.stream().anyMatch(text -> text.getTextContent().matches(".*[가-힣].*")), "Hangul in letters");
        assertTrue(
                elements(svg, "path").stream()
                        .anyMatch(path -> path.getAttribute("d").matches("M.*L.*")),
                "a curve");
    }

    private static List<String> texts(List<RunEvent> events) {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        curves.add(events);
        List<String> texts = new ArrayList<>();
        for (Object subtitle : curves.chart().getSubtitles()) {
            if (subtitle instanceof TextTitle title && title.isVisible()) {
                texts.add(title.getText());
            }
        }
        for (int n = 0;
                n
                        < ((CombinedDomainXYPlot) curves.chart().getPlot())
                                .getLegendItems()
                                .getItemCount();
                n++) {
            texts.add(((CombinedDomainXYPlot) curves.chart().getPlot())
                    .getLegendItems()
                    .get(n)
                    .getLabel());
        }
        return texts;
    }

    @Test
    void theTestFigureStandsApartFromTheCurvesOfTheValidationPart() {
        assertEquals(List.of("test, epoch 2: Score 0.2500", "Epoch loss", "validation Score"), texts(EVENTS));
        assertEquals(
                List.of("Epoch loss", "validation Score"),
                texts(EVENTS.subList(0, EVENTS.size() - 2)),
                "nothing before the end");
        List<RunEvent> onTest = new ArrayList<>(EVENTS.subList(1, EVENTS.size() - 2));
        onTest.add(
                0,
                new RunEvent.Started(
                        "neumf", 5, 6, 7, 8, 2, "time:2022-04-15", "all", 4, Map.of("Score", 0.1), "none", ""));
        assertEquals(List.of("best epoch on test", "Epoch loss", "test Score"), texts(onTest));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }
}
