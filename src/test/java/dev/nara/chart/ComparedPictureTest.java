package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.store.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several runs in one picture. */
class ComparedPictureTest {
    private static RunCurve run(String name, String series, String split) {
        List<RunEvent.EpochDone> done = new ArrayList<>();
        for (int epoch = 1; epoch <= 3; epoch++) {
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
                split,
                "all",
                Part.VALIDATION,
                100,
                done,
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static final List<RunCurve> RUNS =
            List.of(run("a", "", "time"), run("bb", "s", "time"), run("ccc", "s", "time"));

    private static RunPicture of(List<RunCurve> runs, String metric, CurveOptions.Along along) {
        List<Integer> colours = List.of(3, 5, 1).subList(0, runs.size());
        return ComparedPicture.of(runs, colours, metric, new CurveOptions(along, false, 0), Locale.ENGLISH);
    }

    private static CurvePoints.Point point(RunPicture picture, int run, int place) {
        CurveOptions.Along along = picture.options().along();
        return picture.runs().get(run).figures(along, picture.metric()).points().get(place);
    }

    @Test
    void seedsOfOneSeriesAreTheirMeanWithABand() {
        RunPicture picture = of(RUNS, "HR@10", CurveOptions.Along.EPOCHS);
        assertEquals(2, picture.runs().size());
        assertEquals("bb", picture.runs().get(1).name());
        assertEquals("2 seeds", picture.runs().get(1).detail());
        assertEquals(0.075, point(picture, 1, 2).value(), 1e-12);
        assertEquals(0.0212132, point(picture, 1, 2).around(), 1e-7);
        assertEquals(3, picture.planned());
        assertEquals(
                List.of(3, 5), picture.runs().stream().map(DrawnRun::colour).toList(), "that of its first");
    }

    @Test
    void theMetricIsChosenAndTheAxisCountsWhatIsAsked() {
        assertEquals(
                0.01, point(of(RUNS, "HR@10", CurveOptions.Along.EPOCHS), 0, 0).value(), 1e-12);
        assertEquals(
                0.99,
                point(of(RUNS, "NDCG@10", CurveOptions.Along.EPOCHS), 0, 0).value(),
                1e-12);
        assertEquals(
                0.030, point(of(RUNS, "HR@10", CurveOptions.Along.STEPS), 0, 2).place(), 1e-12, "ten steps an epoch");
        assertEquals(
                0.003,
                point(of(RUNS, "HR@10", CurveOptions.Along.EXAMPLES), 0, 2).place(),
                1e-12);
    }

    @Test
    void whatAllAreSeenAgainstIsALineWhereTheyAreOfOneProtocol() {
        List<Reference> known = List.of(new Reference("ease", Map.of("HR@10", 0.9), Map.of()));
        RunPicture alike = of(RunCurve.against(RUNS, known), "HR@10", CurveOptions.Along.EPOCHS);
        assertEquals(List.of(new RunPicture.Level("EASE", 0.9, true)), alike.levels());
        List<RunCurve> apart = List.of(RUNS.get(0), run("a", "", "leave-one-out"));
        RunPicture picture = of(RunCurve.against(apart, known), "HR@10", CurveOptions.Along.EPOCHS);
        assertEquals(List.of(), picture.levels());
        assertEquals(
                List.of(" · films · time · full catalogue (all)", " · films · leave-one-out · full catalogue (all)"),
                picture.runs().stream().map(DrawnRun::detail).toList());
    }
}
