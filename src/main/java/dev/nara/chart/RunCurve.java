package dev.nara.chart;

import dev.nara.analysis.RunFigures;
import dev.nara.analysis.RunNames;
import dev.nara.analysis.SeriesShare;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.spec.Algorithms;
import dev.nara.spec.Part;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.Reference;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A run to be drawn.
 *
 * @param series joins it with others, "" for none
 * @param share how many seeds of its series the mean covers, as text; "" for all
 * @param data the name of the data
 * @param split as in {@code --split}
 * @param candidates as in {@code --candidates}
 * @param part on which epochs are evaluated
 * @param batchSize examples per step
 * @param batches some of its batch losses, in order
 * @param tested the figures on a separate test part, if evaluated
 * @param references that it is compared with, as far as requested
 */
public record RunCurve(
        String name,
        String series,
        String share,
        String data,
        String split,
        String candidates,
        Part part,
        int batchSize,
        List<RunEvent.EpochDone> epochs,
        List<RunEvent.Batch> batches,
        Optional<RunEvent.Tested> tested,
        List<Reference> references) {
    /** Above this number, batch losses of a run are thinned out. */
    private static final int MOST_BATCHES = 2000;

    /** Copies the lists without pretraining. */
    public RunCurve {
        epochs = epochs.stream().filter(e -> e.phase().equals("train")).toList();
        batches =
                thinned(batches.stream().filter(b -> b.phase().equals("train")).toList());
    }

    private static List<RunEvent.Batch> thinned(List<RunEvent.Batch> all) {
        int stride = 1 + all.size() / MOST_BATCHES;
        return IntStream.range(0, all.size())
                .filter(n -> n % stride == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** A stored run. */
    public static RunCurve of(RunStore store, StoredRun run, String name, String series, String share)
            throws DataException {
        List<RunEvent> events = store.replay(run.id());
        return new RunCurve(
                name,
                series,
                share,
                run.spec().dataName(),
                run.spec().split(),
                run.spec().candidates(),
                run.spec().epochPart(),
                run.spec().batchSize(),
                RunEvent.epochs(events),
                RunEvent.batches(events),
                RunEvent.tested(events),
                List.of());
    }

    /** The curves of stored runs, joined by series; failed and stopped runs are drawn separately. */
    public static List<RunCurve> joined(List<StoredRun> runs, RunStore store, Algorithms algorithms, Locale locale)
            throws DataException {
        List<StoredRun> all = store.list();
        Map<Long, String> names = RunNames.of(algorithms, all).among(runs, locale);
        List<RunCurve> curves = new ArrayList<>();
        for (StoredRun run : runs) {
            boolean lost = run.state().ended() && !RunFigures.isReported(run);
            List<StoredRun> seeds = runs.stream()
                    .filter(other -> other.series().equals(run.series())
                            && !(other.state().ended() && !RunFigures.isReported(other)))
                    .toList();
            String share = lost || run.series().isEmpty()
                    ? ""
                    : SeriesShare.of(store, seeds, all)
                            .words()
                            .map(words -> words.in(locale))
                            .orElse("");
            curves.add(of(store, run, run.id() + " · " + names.get(run.id()), lost ? "" : run.series(), share));
        }
        return curves;
    }

    /** The metrics that some of the runs have, those of the first run first. */
    public static List<String> metrics(List<RunCurve> curves) {
        return curves.stream()
                .flatMap(curve -> curve.epochs().stream())
                .flatMap(epoch -> epoch.metrics().keySet().stream())
                .distinct()
                .toList();
    }

    private RunCurve against(List<Reference> known) {
        return new RunCurve(
                name, series, share, data, split, candidates, part, batchSize, epochs, batches, tested, known);
    }

    /** The same curves, with these references for the first one. */
    public static List<RunCurve> against(List<RunCurve> curves, List<Reference> known) {
        return IntStream.range(0, curves.size())
                .mapToObj(n -> n == 0 ? curves.get(n).against(known) : curves.get(n))
                .toList();
    }

    Text protocol() {
        return Axes.candidates(candidates);
    }
}
