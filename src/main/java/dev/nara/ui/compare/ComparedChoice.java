package dev.nara.ui.compare;

import dev.nara.analysis.RunFigures;
import dev.nara.analysis.RunNames;
import dev.nara.analysis.Seeds;
import dev.nara.run.RunState;
import dev.nara.spec.Algorithms;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.ChartedRuns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Which runs are compared: those that are selected in the list, those on the charts that were evaluated alike, and of each setting
 * all seeds that have ended. Touched on the JavaFX thread only.
 */
final class ComparedChoice {
    private static final Comparator<StoredRun> OLDEST = Comparator.comparingLong(StoredRun::id);

    private final Algorithms algorithms;
    private final CompareModel model;
    private final ChartedRuns charted;
    private List<StoredRun> all = List.of();
    /** What is selected; a run that has no figure yet is compared as soon as it has one. */
    private List<Long> wanted = List.of();

    ComparedChoice(Algorithms algorithms, CompareModel model, ChartedRuns charted) {
        this.algorithms = algorithms;
        this.model = model;
        this.charted = charted;
    }

    /** The runs that are selected. */
    List<Long> wanted() {
        return wanted;
    }

    /** All runs of the workspace. */
    List<StoredRun> all() {
        return all;
    }

    /** The runs of the workspace; the figure of the last epoch changes with every epoch, and only counts while it is seen. */
    void runs(List<StoredRun> now, boolean visible, Consumer<List<StoredRun>> replace) {
        // A fit has no figures.
        List<StoredRun> trained = now.stream()
                .filter(r -> r.best().isPresent() && r.fitOf().isEmpty())
                .toList();
        all = now;
        boolean waits = !visible && plain(trained).equals(plain(model.runs()));
        if (!waits && !trained.equals(model.runs())) {
            model.namesProperty().set(RunNames.of(algorithms, now));
            replace.accept(trained);
            renew();
        }
        await();
    }

    /** A run without a figure is awaited where it is selected, and where no run has any. */
    private void await() {
        model.awaitedProperty()
                .set(all.stream()
                        .filter(run -> run.state() == RunState.RUNNING)
                        .filter(run -> run.best().isEmpty() && run.fitOf().isEmpty())
                        .map(StoredRun::id)
                        .filter(id -> wanted.contains(id) || model.runs().isEmpty())
                        .findFirst()
                        .orElse(0L));
    }

    private static List<List<Object>> plain(List<StoredRun> runs) {
        return runs.stream()
                .map(r -> List.<Object>of(r.id(), r.spec(), r.state(), r.label(), r.best()))
                .toList();
    }

    void choose(List<Long> ids) {
        wanted = List.copyOf(ids);
        renew();
        await();
    }

    /** Puts together what is compared. */
    void renew() {
        List<StoredRun> now = new ArrayList<>(with(wanted));
        Optional<StoredRun> first = now.stream().findFirst();
        with(charted.runs()).stream()
                .filter(run -> first.isEmpty() || alike(first.get(), run))
                .forEach(now::add);
        List<StoredRun> seeds = model.runs().stream()
                .filter(run -> RunFigures.isTold(run) && now.stream().anyMatch(one -> Seeds.sameSetting(one, run)))
                .toList();
        now.addAll(seeds);
        // A setting is called by the first of its runs: the oldest of those that are selected.
        List<StoredRun> ordered = Stream.concat(
                        now.stream().filter(run -> wanted.contains(run.id())).sorted(OLDEST),
                        now.stream().sorted(OLDEST))
                .distinct()
                .toList();
        if (!ordered.equals(model.chosen())) {
            model.chosen().setAll(ordered);
        }
    }

    private List<StoredRun> with(List<Long> ids) {
        return model.runs().stream().filter(run -> ids.contains(run.id())).toList();
    }

    private static boolean alike(StoredRun first, StoredRun run) {
        return first.spec().sameTest(run.spec())
                && first.spec().candidates().equals(run.spec().candidates())
                && first.spec().chosenOnTest() == run.spec().chosenOnTest();
    }

    /** What the comparison stands on: with the epochs, whose figures stand beside each other while a run trains. */
    List<Object> standsOn() {
        return List.of(
                wanted,
                Seeds.standingOn(model.chosen(), all),
                model.chosen().stream().map(StoredRun::last).toList());
    }

    /** How many runs of a run's settings wait or train. */
    long underWay(StoredRun run) {
        return all.stream()
                .filter(other -> !other.state().ended() && Seeds.sameSetting(run, other))
                .count();
    }
}
