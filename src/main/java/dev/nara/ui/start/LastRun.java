package dev.nara.ui.start;

import dev.nara.analysis.ProtocolWords;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.RunNames;
import dev.nara.analysis.Seeds;
import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.Reference;
import dev.nara.store.reference.References;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The run with which the user is likely to continue.
 *
 * @param names the names of all runs
 * @param epochs the completed epochs, in order
 * @param reference the best cheap reference on the part of the epochs; empty if none is known
 * @param reported the deciding metric on the test part, for each seed that has it
 * @param there whether its data are still in their place
 */
public record LastRun(
        StoredRun run,
        RunNames names,
        List<RunEvent.EpochDone> epochs,
        Optional<Reference> reference,
        List<Double> reported,
        boolean there) {

    /** Reads the facts about a run, given all runs. */
    static LastRun read(Algorithms algorithms, RunStore store, StoredRun run, List<StoredRun> all, boolean there)
            throws DataException {
        String metric = metric(run);
        Optional<Reference> best = new References(algorithms, store)
                .of(run).stream()
                        .filter(one -> one.validation().containsKey(metric))
                        .max(Comparator.comparingDouble(
                                one -> CutoffMetric.worth(metric, figure(one.validation(), metric))));
        List<Double> reported = reported(run, all, metric);
        List<RunEvent.EpochDone> epochs = RunEvent.epochs(store.events(run.id())).stream()
                .filter(epoch -> epoch.metrics().containsKey(metric))
                .toList();
        return new LastRun(run, RunNames.of(algorithms, all), epochs, best, reported, there);
    }

    /** The figures on the test part of a run and of those that differ only by the seed; one per seed. */
    static List<Double> reported(StoredRun run, List<StoredRun> all, String metric) {
        Set<Long> seeds = new HashSet<>();
        return Stream.concat(
                        Stream.of(run), all.stream().filter(one -> one.id() != run.id() && Seeds.sameSetting(one, run)))
                .filter(one ->
                        RunFigures.isReported(one) && seeds.add(one.spec().seed()))
                .map(one -> RunFigures.reported(one, metric))
                .filter(figure -> !figure.isNaN())
                .toList();
    }

    private static String metric(StoredRun run) {
        return run.spec().metrics().split(",", 2)[0].strip();
    }

    /** The deciding metric. */
    String metric() {
        return metric(run);
    }

    /** The best epoch; empty before there is one. */
    Optional<RunEvent.EpochDone> best() {
        return run.best().filter(epoch -> epoch.metrics().containsKey(metric()));
    }

    /** Whether the run can be resumed. */
    public boolean resumable() {
        return run.state() == RunState.PAUSED || run.state() == RunState.INTERRUPTED;
    }

    /** The number and name, or where a resumable run stopped. */
    String title(Locale locale) {
        int done = run.last().map(RunEvent.EpochDone::epoch).orElse(0);
        return resumable()
                ? Text.of(
                                "start.left." + run.state(),
                                run.id(),
                                done,
                                run.spec().epochs())
                        .in(locale)
                : Text.of("run.label", names.numbered(run, locale)).in(locale);
    }

    /** The result with its protocol, such as "Score .2714 ± .0012 on test, 5 seeds; by time on 15 April, full catalogue". */
    String result(Locale locale) {
        String protocol = ProtocolWords.of(run.spec().split(), run.spec().candidates(), locale);
        if (reported.size() > 1) {
            double mean = reported.stream().mapToDouble(each -> each).average().orElseThrow();
            return Text.of(
                            "start.result.seeds",
                            metric(),
                            BareNumbers.figure(mean),
                            deviation(mean),
                            reported.size(),
                            protocol)
                    .in(locale);
        }
        if (reported.size() == 1) {
            return Text.of("start.result", metric(), BareNumbers.figure(reported.get(0)), protocol)
                    .in(locale);
        }
        return best().map(epoch -> Text.of(
                                "start.result.validation",
                                metric(),
                                BareNumbers.figure(figure(epoch.metrics(), metric())),
                                ProtocolWords.of(
                                        ProtocolWords.ofEpochs(run.spec()),
                                        run.spec().candidates(),
                                        locale))
                        .in(locale))
                .orElse(protocol);
    }

    /** The figure of a metric; NaN if it is unknown. */
    static double figure(Map<String, Double> figures, String metric) {
        return figures.getOrDefault(metric, Double.NaN);
    }

    private String deviation(double mean) {
        double squares = reported.stream()
                .mapToDouble(each -> (each - mean) * (each - mean))
                .sum();
        return BareNumbers.figure(Math.sqrt(squares / (reported.size() - 1)));
    }
}
