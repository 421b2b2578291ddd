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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the runs to compare: those selected in the list, those on the charts with the same evaluation, and all finished seeds of their
 * settings. Only for the JavaFX thread.
 */
final class ComparedChoice {
    private static final Comparator<StoredRun> OLDEST = Comparator.comparingLong(StoredRun::id);

    private final Algorithms algorithms;
    private final CompareModel model;
    private final ChartedRuns charted;
    private List<StoredRun> all = List.of();
    /** The selected runs; a run without a figure is compared as soon as it has one. */
    private List<Long> wanted = List.of();

    ComparedChoice(Algorithms algorithms, CompareModel model, ChartedRuns charted) {
        this.algorithms = algorithms;
        this.model = model;
        this.charted = charted;
    }

    /** The selected runs. */
    List<Long> wanted() {
        return wanted;
    }

    /** All runs of the workspace. */
    List<StoredRun> all() {
        return all;
    }

    /** Sets the runs of the workspace. The last epoch changes often, so it is only considered while the workspace is visible. */
    void runs(List<StoredRun> now, boolean visible, Consumer<List<StoredRun>> replace) {
        // A run that was trained on all rows has no figures.
        List<StoredRun> trained = now.stream()
                .filter(r -> r.best().isPresent() && r.fitOf().isEmpty())
                .toList();
        Set<Long> before = ids(all);
        Set<Long> after = ids(now);
        // What was thrown away is no longer selected in the list, even if it comes back.
        wanted = wanted.stream()
                .filter(id -> !before.contains(id) || after.contains(id))
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

    private static Set<Long> ids(List<StoredRun> runs) {
        return runs.stream().map(StoredRun::id).collect(Collectors.toSet());
    }

    /** A running run without a figure is awaited if it is selected, or if no run has a figure. */
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

    /** Determines the compared runs. */
    void renew() {
        List<StoredRun> now = new ArrayList<>(with(wanted));
        Optional<StoredRun> first = now.stream().findFirst();
        with(charted.runs()).stream()
                .filter(run -> first.isEmpty() || alike(first.get(), run))
                .forEach(now::add);
        List<StoredRun> seeds = model.runs().stream()
                .filter(run -> RunFigures.isReported(run) && now.stream().anyMatch(one -> Seeds.sameSetting(one, run)))
                .toList();
        now.addAll(seeds);
        // A setting is named after its first run, so the oldest selected one comes first.
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

    /** The facts behind the comparison, including the last epochs, whose figures are compared while a run trains. */
    List<Object> basis() {
        return List.of(
                wanted,
                Seeds.basis(model.chosen(), all),
                model.chosen().stream().map(StoredRun::last).toList());
    }

    /** The number of queued and running runs with a run's settings. */
    long underWay(StoredRun run) {
        return all.stream()
                .filter(other -> !other.state().ended() && Seeds.sameSetting(run, other))
                .count();
    }
}
