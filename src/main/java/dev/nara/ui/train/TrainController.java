package dev.nara.ui.train;

import dev.nara.chart.LearningCurves;
import dev.nara.run.Experiment;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunSpec;
import dev.nara.run.RunStore;
import dev.nara.run.Runner;
import dev.nara.run.SpeedProbe;
import dev.nara.run.Workbench;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.FxPump;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Starts and stops runs and shows their events; a stored run is shown by replaying its events through the same method. */
public final class TrainController {
    private final Workbench workbench;
    private final RunStore store;
    private final Session session;
    private final Jobs jobs;
    private final Executor runs;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final Dialogs dialogs;
    private final TrainModel model = new TrainModel();
    private final SettingsPane settings;
    private final TrainView view;
    private final List<RunEvent> shown = new ArrayList<>();
    private Runnable changed = () -> {};
    private @Nullable LearningCurves curves;
    private @Nullable RunControl stop;
    private @Nullable RunControl probing;
    private long shownRun;

    /** For the window's session; {@code runs} executes one run at a time. */
    public TrainController(
            Workbench workbench,
            RunStore store,
            Session session,
            Jobs jobs,
            Executor runs,
            Texts texts,
            ObjectProperty<Theme> theme,
            Dialogs dialogs) {
        this.workbench = workbench;
        this.store = store;
        this.session = session;
        this.jobs = jobs;
        this.runs = runs;
        this.texts = texts;
        this.theme = theme;
        this.dialogs = dialogs;
        this.settings = new SettingsPane(workbench, texts);
        this.view = new TrainView(model, settings, texts, this::start, this::stop);
        settings.onMeasure(this::measure);
        session.frozenSplitProperty().addListener((o, was, is) -> settings.set(Map.of("split", is, "candidates", "")));
        theme.addListener((o, was, is) -> redraw());
        texts.localeProperty().addListener((o, was, is) -> redraw());
    }

    /** Shows what the engine sees on this machine; loads it, which takes a moment, so call it after what is more urgent. */
    public void inspectEngine() {
        settings.onAlgorithm(algorithm -> jobs.run(() -> EngineChoice.of(algorithm), found -> {
            if (algorithm == settings.algorithm()) {
                settings.engines(found);
            }
        }));
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** Whether a run is under way. */
    public ReadOnlyBooleanProperty runningProperty() {
        return model.runningProperty();
    }

    /** What the run is doing, for the status bar. */
    public StringProperty statusProperty() {
        return model.statusProperty();
    }

    /** Called on the JavaFX thread whenever a run begins or ends. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** The events of the run on screen, in order. */
    public List<RunEvent> shownEvents() {
        return List.copyOf(shown);
    }

    /** The number of the run on screen, 0 for none. */
    public long shownRun() {
        return shownRun;
    }

    /** The open dataset if it could be trained on now; null while a run is under way or a field is wrong. */
    private Session.@Nullable Opened trainable() {
        boolean ready =
                !model.runningProperty().get() && settings.problemsProperty().get() == 0;
        return ready ? session.openedProperty().get() : null;
    }

    private RunSpec spec(Session.Opened opened) {
        return settings.spec(opened.prepared());
    }

    /** Checks the settings against the open dataset and begins to train. */
    public void start() {
        Session.@Nullable Opened opened = trainable();
        if (opened == null) {
            return;
        }
        if (probing != null) {
            probing.cancel();
        }
        RunControl request = new RunControl();
        stop = request;
        model.runningProperty().set(true);
        model.stoppingProperty().set(false);
        model.progressProperty().set(-1);
        model.statusProperty().set(texts.get("train.preparing"));
        RunSpec spec = spec(opened);
        jobs.run(
                () -> {
                    Experiment experiment = workbench.prepare(spec, opened.dataset());
                    experiment.checkStart();
                    // Counted here, for the window must not; it is asked for its warnings below.
                    experiment.split().summary();
                    request.check();
                    return new Prepared(store.create(experiment.spec()), experiment);
                },
                prepared -> begin(prepared.run(), prepared.experiment(), request),
                error -> {
                    model.runningProperty().set(false);
                    model.stoppingProperty().set(false);
                    model.statusProperty().set("");
                    dialogs.error(error);
                });
    }

    /** Measures every engine with the settings on screen, one after the other; a run that begins meanwhile goes first. */
    private void measure() {
        Session.@Nullable Opened opened = trainable();
        if (opened == null) {
            return;
        }
        RunControl request = new RunControl();
        probing = request;
        List<String> engines = settings.usableEngines();
        RunSpec spec = spec(opened);
        settings.speeds(texts.get("train.measuring"), true);
        jobs.run(
                () -> {
                    Experiment experiment = workbench.prepare(spec, opened.dataset());
                    List<String> words = new ArrayList<>();
                    for (String engine : engines) {
                        double speed = SpeedProbe.examplesPerSecond(experiment, engine, request);
                        words.add(texts.get("train.speed", Text.of("engine." + engine), Numbers.rounded(speed)));
                    }
                    return String.join("\n", words);
                },
                words -> {
                    boolean asShown = spec(opened).values().equals(spec.values());
                    settings.speeds(asShown ? words : "", false);
                },
                error -> {
                    settings.speeds("", false);
                    if (!request.ending()) {
                        dialogs.error(error);
                    }
                });
    }

    private record Prepared(long run, Experiment experiment) {}

    private void begin(long run, Experiment experiment, RunControl request) {
        clear(run);
        FxPump<RunEvent> events = new FxPump<>(some -> show(run, some));
        FxPump<Session.Model> models = new FxPump<>(some -> showModel(some.get(some.size() - 1)));
        AtomicReference<Session.@Nullable Model> best = new AtomicReference<>();
        RunListener window = new RunListener() {
            @Override
            public void event(RunEvent event) {
                Session.@Nullable Model kept = best.get();
                if (isEnd(event) && kept != null) {
                    models.offer(kept);
                }
                events.offer(event);
            }

            @Override
            public void model(Evaluated evaluated) {
                Session.Model current =
                        new Session.Model(run, evaluated.epoch().epoch(), experiment, evaluated.recommender());
                if (evaluated.epoch().best()) {
                    best.set(current);
                }
                models.offer(current);
            }
        };
        model.headlineProperty()
                .set(texts.get("train.headline", run, experiment.spec().algorithm()));
        experiment.split().warnings().stream().findFirst().ifPresent(w -> model.statusProperty()
                .set(texts.of(w)));
        changed.run();
        runs.execute(() -> new Runner(experiment, store.recorder(run).then(window), request).run());
    }

    /** Puts a model on screen, unless another dataset has been opened meanwhile. */
    private void showModel(Session.Model current) {
        Session.@Nullable Opened opened = session.openedProperty().get();
        if (opened != null && opened.dataset().equals(current.experiment().dataset())) {
            session.modelProperty().set(current);
        }
    }

    /** Asks the run to stop; it is seen at once and done within a batch. */
    public void stop() {
        if (stop != null && model.runningProperty().get()) {
            stop.cancel();
            model.stoppingProperty().set(true);
            model.statusProperty().set(texts.get("train.stopping"));
        }
    }

    /** Shows a stored run. */
    public void replay(long run, String algorithm, List<RunEvent> events) {
        if (model.runningProperty().get()) {
            return;
        }
        clear(run);
        model.headlineProperty().set(texts.get("train.headline", run, algorithm));
        show(run, events);
    }

    private void clear(long run) {
        shownRun = run;
        session.modelProperty().set(null);
        shown.clear();
        model.epochs().clear();
        model.stoppingProperty().set(false);
        model.statusProperty().set("");
        LearningCurves fresh = new LearningCurves(theme.get().palette(), texts.locale());
        curves = fresh;
        view.show(fresh);
    }

    /** Draws the shown events anew, in today's colours and language. */
    private void redraw() {
        if (curves != null) {
            LearningCurves fresh = new LearningCurves(theme.get().palette(), texts.locale());
            fresh.add(shown);
            curves = fresh;
            view.show(fresh);
        }
    }

    private void show(long run, List<RunEvent> events) {
        if (run != shownRun) {
            return;
        }
        shown.addAll(events);
        if (curves != null) {
            curves.add(events);
        }
        for (RunEvent event : events) {
            if (event instanceof RunEvent.EpochDone epoch) {
                model.epochs().add(epoch);
            }
        }
        // Users may still be ranked on other threads when a run ends, so its end is not always the last event.
        Optional<RunEvent> end = events.stream().filter(TrainController::isEnd).findFirst();
        showStatus(end.orElse(events.get(events.size() - 1)));
        if (end.isPresent() && model.runningProperty().get()) {
            ended(end.get());
        }
    }

    private void ended(RunEvent end) {
        model.runningProperty().set(false);
        model.stoppingProperty().set(false);
        model.progressProperty().set(0);
        changed.run();
        if (end instanceof RunEvent.Failed failed) {
            dialogs.show(failed.message(), failed.details());
        }
    }

    private static boolean isEnd(RunEvent event) {
        return event instanceof RunEvent.Finished
                || event instanceof RunEvent.Cancelled
                || event instanceof RunEvent.Failed;
    }

    private void showStatus(RunEvent event) {
        boolean over =
                !model.runningProperty().get() || model.stoppingProperty().get();
        if (over && !isEnd(event)) {
            return;
        }
        if (event instanceof RunEvent.Batch batch) {
            model.progressProperty().set(batch.done() / (double) Math.max(1, batch.total()));
            String left = Double.isNaN(batch.secondsLeft()) ? "" : Numbers.duration(batch.secondsLeft());
            model.statusProperty()
                    .set(texts.get("train.status.batch", Text.of("phase." + batch.phase()), batch.epoch(), left));
        } else if (event instanceof RunEvent.Evaluating evaluating) {
            model.progressProperty().set(evaluating.done() / (double) Math.max(1, evaluating.total()));
            model.statusProperty().set(texts.get("train.status.evaluating", evaluating.epoch()));
        } else if (event instanceof RunEvent.Finished finished) {
            model.statusProperty()
                    .set(texts.get(
                            "train.status.finished", finished.bestEpoch(), Numbers.duration(finished.seconds())));
        } else if (event instanceof RunEvent.Cancelled cancelled) {
            model.statusProperty().set(texts.get("train.status.cancelled", cancelled.bestEpoch()));
        } else if (event instanceof RunEvent.Failed failed) {
            model.statusProperty().set(texts.get("train.status.failed", failed.message()));
        }
    }
}
