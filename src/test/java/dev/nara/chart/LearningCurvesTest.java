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
import org.jfree.chart.title.TextTitle;
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

    private static LearningCurves of(List<RunEvent> events) {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        curves.add(events);
        return curves;
    }

    @Test
    void aReplayLooksLikeTheLiveRun() {
        LearningCurves live = new LearningCurves(Palette.light(), Locale.KOREAN);
        EVENTS.forEach(event -> live.add(List.of(event)));
        LearningCurves replayed = new LearningCurves(Palette.light(), Locale.KOREAN);
        replayed.add(EVENTS);
        assertArrayEquals(pixels(live), pixels(replayed));
    }

    @Test
    void theFrameReachesToAllEpochsFromTheBeginning() {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH);
        curves.planned(20);
        assertEquals(20, curves.picture().planned());
        curves.add(EVENTS.subList(0, 4));
        assertEquals(20, curves.picture().planned());
        assertEquals(3, curves.picture().progress().place(), "two of pretraining and one");
        curves.add(List.of(new RunEvent.Batch("train", 2, 3, 10, 0.45, 5, 9)));
        assertEquals(3.3, curves.picture().progress().place(), 1e-9);
        assertEquals(20, curves.picture().planned());
        assertEquals(4, of(EVENTS).picture().planned(), "as many as were trained in the end");
    }

    @Test
    void progressSaysWhatTheRunDoes() {
        LearningCurves curves = of(EVENTS.subList(0, 4));
        curves.done("done 14:42");
        assertEquals(
                RunPicture.Progress.State.TRAINS, curves.picture().progress().state());
        assertEquals("done 14:42", curves.picture().progress().done());
        curves.add(List.of(new RunEvent.Paused("train", 1, false)));
        assertEquals(
                RunPicture.Progress.State.PAUSED, curves.picture().progress().state());
        assertEquals("", curves.picture().progress().done(), "nobody knows while it is paused");
        curves.add(List.of(new RunEvent.Resumed("train", 1, false)));
        assertEquals(List.of(), curves.picture().seams(), "it only stood still");
        curves.add(List.of(new RunEvent.Paused("train", 1, true), new RunEvent.Resumed("train", 1, true)));
        assertEquals(List.of(3.0), curves.picture().seams());
        assertEquals(
                RunPicture.Progress.State.ENDED, of(EVENTS).picture().progress().state());
    }

    private static final List<Reference> REFERENCES = List.of(
            new Reference("item-knn", Map.of("HR@5", 0.95), Map.of()),
            new Reference("ease", Map.of("Score", 0.9), Map.of()));

    @Test
    void whatTheRunIsSeenAgainstIsOfTheMetricOnScreen() {
        LearningCurves curves = of(EVENTS);
        curves.references(REFERENCES);
        assertEquals(
                List.of(new RunPicture.Level("EASE", 0.9, true), new RunPicture.Level("popularity", 0.1, false)),
                curves.picture().levels());
        curves.metric("HR@5");
        assertEquals("Score", curves.picture().metric(), "a metric that the run does not have is not shown");
        List<RunEvent> two = new ArrayList<>(EVENTS);
        two.add(6, new RunEvent.EpochDone("train", 3, 0.3, 1, 10, 1, Map.of("HR@5", 0.5), false, Map.of()));
        LearningCurves other = of(two);
        other.references(REFERENCES);
        other.metric("HR@5");
        assertEquals(
                List.of(new RunPicture.Level("item kNN", 0.95, true)),
                other.picture().levels());
        assertEquals(List.of("Score", "HR@5"), other.metrics());
        assertEquals(List.of("Score"), of(EVENTS.subList(0, 1)).metrics(), "from the beginning");
    }

    @Test
    void theRunBeforeStaysBehindTheCurves() {
        LearningCurves curves = of(EVENTS);
        DrawnRun before = DrawnRun.of("1", "neg 4", DrawnRun.Kind.PREVIOUS, 0, 1, EVENTS);
        curves.others(List.of(before));
        assertEquals(
                List.of("this run", "1"),
                curves.picture().runs().stream().map(DrawnRun::name).toList());
        assertEquals(
                List.of(new CurvePoints.Point(3, 0.2, 0), new CurvePoints.Point(4, 0.3, 0)),
                before.figures(CurveOptions.Along.EPOCHS, "Score").points());
        assertEquals(
                new CurvePoints.Point(1, 0.7, 0),
                before.losses(CurveOptions.Along.EPOCHS).points().get(0));
    }

    @Test
    void seedsAreOneLineWithABand() {
        List<RunEvent.EpochDone> one = List.of(epoch(1, 0.2), epoch(2, 0.4));
        List<RunEvent.EpochDone> other = List.of(epoch(1, 0.4));
        DrawnRun both = new DrawnRun("1,2", "", DrawnRun.Kind.CHARTED, 0, 1, List.of(one, other), false);
        List<CurvePoints.Point> points =
                both.figures(CurveOptions.Along.EPOCHS, "Score").points();
        assertEquals(0.3, points.get(0).value(), 1e-12);
        assertEquals(0.14142, points.get(0).around(), 1e-5);
        assertEquals(new CurvePoints.Point(2, 0.4, 0), points.get(1));
    }

    private static RunEvent.EpochDone epoch(int epoch, double score) {
        return new RunEvent.EpochDone("train", epoch, 0.5, 1, 10, 0, Map.of("Score", score), true, Map.of());
    }

    @Test
    void theBestEpochIsThatOfTheMetricOnScreen() {
        DrawnRun run =
                DrawnRun.of("1", "", DrawnRun.Kind.SHOWN, 0, 1, List.of(epoch(1, .3), epoch(2, .4), epoch(3, .35)));
        DrawnRun.Best best = run.best(CurveOptions.Along.EPOCHS, "Score").orElseThrow();
        assertEquals(2, best.epoch());
        assertEquals(.4, best.point().value());
    }

    @Test
    void aFitSaysThatItHasNoFigures() {
        LearningCurves curves = of(List.of(
                new RunEvent.Started("neumf", 5, 6, 7, 8, 2, "all", "all:kept", 0, Map.of(), "none", ""),
                new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of(), true, Map.of())));
        assertEquals(
                "No figures: a fit is trained on all rows, and no user is evaluated.",
                curves.picture().notes().figures());
        assertEquals("", curves.picture().notes().losses());
    }

    @Test
    void whereTheEpochsAreFixedOnlyTheTestPartHasFigures() {
        List<RunEvent> trained = List.of(
                new RunEvent.Started("neumf", 5, 6, 7, 8, 1, "time", "all:kept", 0, Map.of(), "fixed", ""),
                new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of(), true, Map.of()));
        assertEquals(
                "No figures per epoch: the number of epochs is fixed. The last one is evaluated on the test part.",
                of(trained).picture().notes().figures());
        List<RunEvent> tested = new ArrayList<>(trained);
        tested.add(new RunEvent.Tested(1, Map.of("Score", 0.25), 3, Map.of(), 0, Map.of()));
        assertEquals("test, epoch 1: Score 0.2500", of(tested).picture().notes().figures());
    }

    @Test
    void whatIsLearntAtOnceHasNoLoss() {
        LearningCurves curves = of(List.of(
                new RunEvent.Started("ease", 5, 6, 7, 8, 20, "time", "all:kept", 4, Map.of(), "time", "films"),
                new RunEvent.Batch("train", 1, 1, 1, 0, 1, 0),
                new RunEvent.EpochDone("train", 1, 0, 1, 10, 1, Map.of("Score", 0.2), true, Map.of())));
        assertEquals(
                "No loss: this algorithm learns everything at once.",
                curves.picture().notes().losses());
        assertEquals(List.of("films · EASE · split time · full catalogue (all:kept)"), titles(curves));
    }

    @Test
    void eventsDraw() {
        int[] empty = pixels(new LearningCurves(Palette.light(), Locale.ENGLISH));
        assertFalse(Arrays.equals(empty, pixels(of(EVENTS))));
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
                words.stream().anyMatch(text -> text.getTextContent().equals("에포크별 Score")),
                "what the plot shows in letters");
        assertTrue(words.stream().anyMatch(text -> text.getTextContent().matches(".*[가-힣].*")), "Hangul in letters");
        assertTrue(
                elements(svg, "path").stream()
                        .anyMatch(path -> path.getAttribute("d").matches("M.*L.*")),
                "a curve");
    }

    /** What stands above the curves. */
    private static List<String> titles(LearningCurves curves) {
        List<String> titles = new ArrayList<>();
        for (Object subtitle : curves.chart().getSubtitles()) {
            titles.add(((TextTitle) subtitle).getText());
        }
        return titles;
    }

    @Test
    void theTestFigureStandsApartFromTheCurvesOfTheValidationPart() {
        String title = "NeuMF · split time:2022-04-15 · full catalogue (all)";
        assertEquals(List.of(title, "test, epoch 2: Score 0.2500"), titles(of(EVENTS)));
        assertEquals(List.of(title), titles(of(EVENTS.subList(0, EVENTS.size() - 2))), "nothing before the end");
        List<RunEvent> onTest = new ArrayList<>(EVENTS.subList(1, EVENTS.size() - 2));
        onTest.add(
                0,
                new RunEvent.Started(
                        "neumf", 5, 6, 7, 8, 2, "time:2022-04-15", "all", 4, Map.of("Score", 0.1), "none", ""));
        assertEquals(List.of(title, "best epoch on test"), titles(of(onTest)));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }
}
