package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.run.RunEvent;
import dev.nara.store.reference.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunSceneTest {
    private static final double WIDTH = 692;
    private static final double HEIGHT = 428;

    /** A run that learns, as far as an epoch. */
    private static List<RunEvent> learning(int epochs, double best) {
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.Started(
                "neumf", 5872, 20695, 7, 8, 20, "time:2022-04-15", "all", 5872, Map.of("Score", 0.1293), "time", ""));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (int batch = 1; batch <= 12; batch++) {
                double loss = .15
                        + .45 * Math.exp(-.25 * (epoch - 1 + batch / 12.0))
                        + .02 * Math.sin(37 * epoch + 11 * batch);
                events.add(new RunEvent.Batch("train", epoch, batch, 12, loss, 11 * epoch, Double.NaN));
            }
            double figure = best - .15 * Math.exp(-.5 * epoch);
            events.add(new RunEvent.EpochDone(
                    "train",
                    epoch,
                    .15 + .45 * Math.exp(-.25 * epoch),
                    10,
                    100,
                    1,
                    Map.of("Score", figure),
                    true,
                    Map.of()));
        }
        return events;
    }

    private static LearningCurves curves() {
        LearningCurves curves = new LearningCurves(Palette.light(), Locale.ENGLISH, CurveOptions.RAW, 1);
        curves.name("12", 0);
        curves.planned(20);
        curves.add(learning(6, .2524));
        curves.add(List.of(new RunEvent.Batch("train", 7, 4, 10, .21, 70, 150)));
        curves.references(List.of(
                new Reference("ease", Map.of("Score", .2465), Map.of()),
                new Reference("own-watched", Map.of("Score", .2411), Map.of())));
        curves.others(List.of(
                DrawnRun.of("11", "32-16 · neg 4", DrawnRun.Kind.PREVIOUS, 0, 1, learning(20, .2556)),
                DrawnRun.of("★ 8", "size 128", DrawnRun.Kind.STARRED, 0, 1, learning(20, .2631)),
                DrawnRun.of("9", "dropout .2", DrawnRun.Kind.CHARTED, 1, 1, learning(14, .2381))));
        curves.done("done 14:42");
        return curves;
    }

    @Test
    void plotsStandWhereTheyBelong() {
        CurveFrame frame = CurveFrame.of(WIDTH, HEIGHT, 20);
        assertEquals(new CurveFrame(40, 530, 676, 8, 88, 116, 392, 20), frame);
        assertEquals(40, frame.x(0));
        assertEquals(196.8, frame.x(6.4), 1e-9);
        assertEquals(6.4, frame.place(196.8), 1e-9);
        CurveFrame small = CurveFrame.of(300, 200, 20);
        assertEquals(210, small.right(), "names take at most three tenths");
        assertEquals(50, small.lossBottom() - small.lossTop(), "and losses a quarter");
    }

    @Test
    void figuresAreReadAtTheNearestEpochOfAtMostFourRuns() {
        RunScene scene = new RunScene(curves().picture(), WIDTH, HEIGHT, Locale.ENGLISH);
        RunScene.Readings read = scene.read(5.3);
        assertEquals(5, read.place());
        assertEquals(162.5, read.x());
        assertEquals(
                List.of("12", "11", "★ 8", "9"),
                read.runs().stream().map(reading -> reading.run().name()).toList());
        assertEquals(.2401, read.runs().get(0).figure(), 1e-4);
        assertEquals(".279", read.runs().get(0).lossWords());
        assertEquals(
                List.of("11", "★ 8"),
                scene.read(18).runs().stream()
                        .map(reading -> reading.run().name())
                        .toList(),
                "the others are not that long");
        assertEquals(6, scene.best());
        assertEquals(IntStream.rangeClosed(1, 20).mapToObj(n -> (double) n).toList(), scene.places());
    }

    @Test
    void namesKeepTheirDistance() {
        double[] apart = EndLabels.apart(new double[] {145.8, 159.6, 173.8, 183.1, 376}, 15, 116, 392);
        assertArrayEquals(new double[] {145.8, 160.8, 175.8, 190.8, 376}, apart, 1e-9);
        assertArrayEquals(new double[] {362, 377, 392}, EndLabels.apart(new double[] {390, 391, 392}, 15, 116, 392));
        assertArrayEquals(new double[] {116, 131}, EndLabels.apart(new double[] {80, 90}, 15, 116, 392));
    }

    @Test
    void manyBatchesCostNoMoreThanTheyShow() {
        List<CurvePoints.Point> many = IntStream.range(0, 100_000)
                .mapToObj(n -> new CurvePoints.Point(n / 1000.0, n % 7, 0))
                .toList();
        List<CurvePoints.Point> few = new CurvePoints(many).thinned(1).points();
        assertEquals(200, few.size(), "the highest and the lowest of each pixel");
        assertEquals(0, few.get(0).value());
        assertEquals(6, few.get(1).value());
    }

    @Test
    void lossesAreSpeltInThreeDigits() {
        assertEquals(
                List.of(".208", "1.23", "12.3", "1235", "0", "<.001"),
                IntStream.range(0, 6)
                        .mapToObj(n -> DrawnRun.loss(new double[] {.2083, 1.234, 12.34, 1234.6, 0, .0001}[n]))
                        .toList());
    }

    @Test
    void thePictureIsThereToLookAt() throws IOException {
        Path folder = Path.of("target", "pictures");
        java.nio.file.Files.createDirectories(folder);
        for (Palette palette : List.of(Palette.light(), Palette.dark())) {
            String name = palette.equals(Palette.light()) ? "curves-light.png" : "curves-dark.png";
            ChartImage.png(
                    folder.resolve(name),
                    RunPlot.chart(
                            curves().picture(), "Run 12 · 64-32 · neg 8", "NeuMF, seed 1", palette, Locale.ENGLISH),
                    692,
                    480);
        }
    }
}
