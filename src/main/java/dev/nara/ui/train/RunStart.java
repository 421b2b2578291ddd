package dev.nara.ui.train;

import dev.nara.analysis.EarlierRuns;
import dev.nara.competition.Fits;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunRequest;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.RunQueue;
import dev.nara.text.Text;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Notices;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Queues runs with the form's settings, after checking them, or from earlier runs; and passes requests to running runs. */
final class RunStart {
    private final Services services;
    private final RunStore store;
    private final RunQueue queue;
    private final TrainModel model;
    private final Jobs jobs;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Consumer<String> say;
    private final Notices notices;
    private final Runnable changed;
    private final List<Runnable> waiters = new ArrayList<>();
    /** The number of tasks under way that may still queue runs. */
    private int underWay;

    /** {@code changed} is called when the stored runs may have changed. */
    RunStart(Services services, RunStore store, RunQueue queue, TrainModel model, Frame frame, Runnable changed) {
        this.services = services;
        this.store = store;
        this.queue = queue;
        this.model = model;
        this.jobs = frame.jobs();
        this.texts = frame.texts();
        this.dialogs = frame.dialogs();
        this.say = frame.say();
        this.notices = frame.notices();
        this.changed = changed;
    }

    /**
     * @param settings for each setting, its runs, one per seed
     * @param known the number of an earlier run equal to the only setting, 0 for none
     */
    private record Checked(List<List<RunSpec>> settings, long known) {}

    /**
     * Checks the settings against the dataset and queues each with this many seeds, the runs of a setting as one series. With several
     * settings, runs that equal an earlier one are skipped; with a single one the user is asked.
     */
    void queue(List<RunSpec> specs, Session.Opened opened, int seeds) {
        model.preparingProperty().set(true);
        work(
                () -> check(specs, opened, seeds),
                checked -> {
                    model.preparingProperty().set(false);
                    if (checked.settings().stream().allMatch(List::isEmpty)) {
                        notices.tell(texts.get("action.start"), texts.get("takes.none"));
                    } else if (checked.known() == 0 || askAgain(checked.known())) {
                        add(checked.settings());
                    }
                },
                error -> {
                    model.preparingProperty().set(false);
                    dialogs.error(error);
                });
    }

    private Checked check(List<RunSpec> specs, Session.Opened opened, int seeds) throws DataException {
        PreparedRun first = services.prepare(specs.get(0), opened.dataset());
        EarlierRuns earlier = new EarlierRuns(store.list());
        List<List<RunSpec>> settings = new ArrayList<>();
        long known = 0;
        for (RunSpec spec : specs) {
            PreparedRun run = settings.isEmpty() ? first : first.trainedAs(spec, services.algorithms());
            run.checkStart();
            RunSpec checked = run.spec();
            known = earlier.equalTo(checked, seeds).map(StoredRun::id).orElse(0L);
            settings.add(LongStream.range(0, seeds)
                    .mapToObj(n -> checked.withSeed(checked.seed() + n))
                    .filter(each ->
                            specs.size() == 1 || earlier.equalTo(each, 1).isEmpty())
                    .toList());
        }
        return new Checked(settings, specs.size() == 1 ? known : 0);
    }

    private boolean askAgain(long run) {
        return dialogs.confirm(
                texts.get("train.again.title"), texts.get("train.again", run), texts.get("train.again.yes"));
    }

    private void add(List<List<RunSpec>> settings) {
        work(
                () -> {
                    for (List<RunSpec> seeds : settings) {
                        String name = StoredRun.newSeries(seeds.size());
                        String series = name.isEmpty() ? name : name + "-" + settings.indexOf(seeds);
                        for (RunSpec spec : seeds) {
                            queue.add(spec, series);
                        }
                    }
                    return settings.size();
                },
                added -> {},
                jobs::failed);
    }

    /** Queues each run's settings again, with the next seed that was not used for them. */
    void duplicate(List<StoredRun> runs) {
        work(
                () -> {
                    for (StoredRun run : runs) {
                        long seed = new EarlierRuns(store.list()).nextSeed(run.spec());
                        queue.add(run.spec().withSeed(seed), run.series());
                    }
                    return runs.size();
                },
                added -> {},
                jobs::failed);
    }

    /**
     * Queues a training of each run on all rows; an existing one is not repeated, an unfinished one is resumed.
     *
     * @param opened the open data, which may differ from the runs' data; null for none
     */
    void fit(List<StoredRun> runs, Session.@Nullable Opened opened) {
        Fits fits = new Fits(services, store);
        work(
                () -> {
                    List<Text> notes = new ArrayList<>();
                    for (StoredRun run : runs) {
                        Optional<StoredRun> known = fits.of(run);
                        if (known.isEmpty()) {
                            Prepared data = opened != null && opened.isOf(run.spec())
                                    ? opened.prepared()
                                    : services.data(run, Progress.NONE);
                            Fits.Plan plan = fits.plan(run, data);
                            notes.add(Text.of("fit.started", queue.add(plan.spec(), plan.fitOf()), run.id()));
                            notes.addAll(plan.note().stream().toList());
                        } else if (known.get().state().resumable()) {
                            queue.add(known.get());
                            notes.add(Text.of("fit.started", known.get().id(), run.id()));
                        } else {
                            notes.add(Text.of("fit.there", known.get().id(), run.id()));
                        }
                    }
                    return notes;
                },
                notes -> {
                    changed.run();
                    if (!notes.isEmpty()) {
                        String words = notes.stream().map(texts::of).collect(Collectors.joining(" "));
                        say.accept(words);
                        // The status bar moves on to the progress of the run, so the text is also a notice.
                        notices.tell(texts.get("action.run.fit"), words);
                    }
                },
                problem -> {
                    changed.run();
                    dialogs.error(problem);
                });
    }

    /** Resumes runs that are paused, were interrupted or were queued in an earlier session, and reports the result. */
    void takeUp(List<StoredRun> runs) {
        work(
                () -> TakenUp.of(runs, queue::add),
                taken -> {
                    changed.run();
                    say.accept(taken.words(texts));
                    notices.tell(texts.get("action.run.resume"), taken.words(texts));
                    taken.problem().ifPresent(dialogs::error);
                },
                problem -> {
                    changed.run();
                    dialogs.error(problem);
                });
    }

    private <T> void work(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        underWay++;
        jobs.run(work, result -> ended(() -> done.accept(result)), error -> ended(() -> failed.accept(error)));
    }

    /** {@code after} may start further tasks. */
    private void ended(Runnable after) {
        underWay--;
        after.run();
        if (underWay == 0) {
            List<Runnable> all = List.copyOf(waiters);
            waiters.clear();
            all.forEach(Runnable::run);
        }
    }

    /** Whether runs are being checked or queued. */
    boolean underWay() {
        return underWay > 0;
    }

    /** Runs {@code then} once no runs are being checked or queued. */
    void whenDone(Runnable then) {
        if (underWay > 0) {
            waiters.add(then);
        } else {
            then.run();
        }
    }

    /** Sends a request to runs, in whichever program they train. */
    void ask(List<StoredRun> runs, RunRequest request) {
        jobs.run(
                () -> {
                    Jobs.each(runs, run -> queue.request(run.id(), request));
                    return runs.size();
                },
                done -> changed.run());
    }

    /** Sets how many runs train in parallel. */
    void parallelRuns(int runs) {
        jobs.run(
                () -> {
                    queue.parallelRuns(runs);
                    return runs;
                },
                chosen -> {});
    }
}
