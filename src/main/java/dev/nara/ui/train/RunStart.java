package dev.nara.ui.train;

import dev.nara.data.DataException;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.store.queue.RunQueue;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.stream.IntStream;

/** Queues runs: of the form's settings, checked first, or of those of earlier runs. */
final class RunStart {
    private final Services services;
    private final RunStore store;
    private final RunQueue queue;
    private final TrainModel model;
    private final SettingsPane settings;
    private final Jobs jobs;
    private final Texts texts;
    private final Dialogs dialogs;

    RunStart(
            Services services,
            RunStore store,
            RunQueue queue,
            TrainModel model,
            SettingsPane settings,
            Jobs jobs,
            Texts texts,
            Dialogs dialogs) {
        this.services = services;
        this.store = store;
        this.queue = queue;
        this.model = model;
        this.settings = settings;
        this.jobs = jobs;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    /** @param known a run that equals one of those wanted, 0 for none */
    private record Checked(RunSpec spec, long known) {}

    /** Checks the settings against the dataset and queues a run of them from each of so many seeds, as one series. */
    void queue(Session.Opened opened, int seeds) {
        model.preparingProperty().set(true);
        RunSpec spec = settings.spec(opened.prepared());
        jobs.run(
                () -> {
                    PreparedRun preparedRun = services.prepare(spec, opened.dataset());
                    preparedRun.checkStart();
                    return new Checked(preparedRun.spec(), known(preparedRun.spec(), seeds));
                },
                checked -> {
                    model.preparingProperty().set(false);
                    if (checked.known() == 0 || askAgain(checked.known())) {
                        add(checked.spec(), seeds);
                    }
                },
                error -> {
                    model.preparingProperty().set(false);
                    dialogs.error(error);
                });
    }

    /** A run that equals any of those from that many seeds, trained or about to be; 0 for none. */
    private long known(RunSpec spec, int seeds) throws DataException {
        List<StoredRun> there = store.list().stream()
                .filter(r -> r.state() != RunState.FAILED && r.state() != RunState.CANCELLED)
                .toList();
        return IntStream.range(0, seeds)
                .mapToObj(n -> spec.withSeed(spec.seed() + n))
                .flatMap(wanted -> there.stream().filter(r -> wanted.sameAs(r.spec())))
                .mapToLong(StoredRun::id)
                .findFirst()
                .orElse(0);
    }

    private boolean askAgain(long run) {
        return dialogs.confirm(
                texts.get("train.again.title"), texts.get("train.again", run), texts.get("train.again.yes"));
    }

    private void add(RunSpec spec, int seeds) {
        String series = StoredRun.newSeries(seeds);
        jobs.run(
                () -> {
                    for (int n = 0; n < seeds; n++) {
                        queue.add(spec.withSeed(spec.seed() + n), series);
                    }
                    return seeds;
                },
                added -> {});
    }

    /** Queues each run's settings again, from the first seed that none of these settings had. */
    void duplicate(List<StoredRun> runs) {
        jobs.run(
                () -> {
                    for (StoredRun run : runs) {
                        RunSpec spec = run.spec();
                        long seed = store.list().stream()
                                .map(StoredRun::spec)
                                .filter(s -> s.withSeed(0).sameAs(spec.withSeed(0)))
                                .mapToLong(RunSpec::seed)
                                .max()
                                .orElse(0);
                        queue.add(spec.withSeed(seed + 1), run.series());
                    }
                    return runs.size();
                },
                added -> {});
    }
}
