package dev.nara.ui.train;

import dev.nara.chart.Palette;
import dev.nara.chart.RunComparison;
import dev.nara.data.DataException;
import dev.nara.run.Contest;
import dev.nara.run.Experiment;
import dev.nara.run.Forecast;
import dev.nara.run.PastedSettings;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunQueue;
import dev.nara.run.RunSpec;
import dev.nara.run.RunState;
import dev.nara.run.RunStore;
import dev.nara.run.SpeedProbe;
import dev.nara.run.StoredRun;
import dev.nara.run.Workbench;
import dev.nara.settings.OwnPreset;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.FxPump;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Notices;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** Queues runs, pauses and stops them, and shows one: the one that trains, or another that was chosen. */
public final class TrainController {
    private final Workbench workbench;
    private final RunStore store;
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Notices notices;
    private final RunQueue queue;
    private final TrainModel model = new TrainModel();
    private final SettingsPane settings;
    private final TrainView view;
    private final RunOnScreen screen;
    private final FxPump<Heard> heard = new FxPump<>(this::hear);
    private final FxPump<Boolean> busy = new FxPump<>(all -> queueChanged(all.get(all.size() - 1)));
    private final FxPump<Session.Model> models = new FxPump<>(some -> showModel(some.get(some.size() - 1)));
    /** What is known of the run that trains: its lasting events, those of earlier processes first. */
    private final List<RunEvent> current = new ArrayList<>();

    private String headline = "";
    private long currentRun;
    private boolean following = true;
    /** Counts what was asked to be shown, so that only the last of it is. */
    private int shows;

    private Runnable changed = () -> {};
    private int forecasts;
    private @Nullable RunControl probing;

    /** An event of a run, or that it begins. */
    private record Heard(StoredRun run, @Nullable RunEvent event, List<RunEvent> past) {}

    /** For the window's session; {@code training} executes one run at a time. */
    public TrainController(
            Workbench workbench,
            RunStore store,
            Session session,
            Jobs jobs,
            Executor training,
            Texts texts,
            ObjectProperty<Theme> theme,
            Dialogs dialogs,
            Notices notices,
            ObservableList<OwnPreset> presets) {
        this.workbench = workbench;
        this.store = store;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.dialogs = dialogs;
        this.notices = notices;
        this.queue = new RunQueue(workbench, store, training, new Watching());
        this.settings = new SettingsPane(workbench, texts, new OwnPresets(presets, dialogs, texts));
        this.view = new TrainView(model, settings, texts, this::start, this::pauseOrGoOn, this::stop);
        this.screen = new RunOnScreen(model, view, texts, theme);
        settings.onMeasure(this::measure);
        settings.onSettled(this::forecast);
        texts.localeProperty().addListener((o, was, is) -> forecast());
        session.frozenSplitProperty().addListener((o, was, is) -> settings.set(Map.of("split", is, "candidates", "")));
        session.openedProperty().addListener((o, was, is) -> {
            if (is != null) {
                queue.open(is.prepared());
                forecast();
            }
        });
    }

    /** Hears of the queue on its thread and passes it on. */
    private final class Watching implements RunQueue.Watcher {
        @Override
        public RunListener begins(StoredRun run, Experiment experiment) {
            heard.offer(new Heard(run, null, past(run)));
            return new RunListener() {
                private Session.@Nullable Model best;

                @Override
                public void event(RunEvent event) {
                    if (event.last() && best != null) {
                        models.offer(best);
                    }
                    heard.offer(new Heard(run, event, List.of()));
                }

                @Override
                public void model(Evaluated evaluated) {
                    Session.Model now =
                            new Session.Model(run.id(), evaluated.epoch().epoch(), experiment, evaluated.recommender());
                    best = evaluated.epoch().best() ? now : best;
                    models.offer(now);
                }
            };
        }

        private List<RunEvent> past(StoredRun run) {
            try {
                return store.replay(run.id());
            } catch (DataException e) {
                return List.of();
            }
        }

        @Override
        public void failed(StoredRun run, DataException problem) {
            String words = problem.message(texts.locale());
            heard.offer(new Heard(run, new RunEvent.Failed(words, 0, ""), List.of()));
        }

        @Override
        public void changed() {
            busy.offer(queue.current().isPresent());
        }
    }

    private void queueChanged(boolean trains) {
        if (!trains) {
            model.runningProperty().set(false);
            model.pausingProperty().set(false);
            model.stoppingProperty().set(false);
            model.liveProperty().set(LiveRun.NONE);
            forecast();
        }
        tellLive();
        changed.run();
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

    /** Whether a run is under way, or stands still. */
    public ReadOnlyBooleanProperty runningProperty() {
        return model.runningProperty();
    }

    /** What the run that trains is doing, for the status bar. */
    public StringProperty statusProperty() {
        return model.statusProperty();
    }

    /** How far the run that trains is. */
    public ReadOnlyObjectProperty<LiveRun> liveProperty() {
        return model.liveProperty();
    }

    /** Called on the JavaFX thread whenever a run is added, begins or ends. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** The queue, to be changed elsewhere. */
    public RunQueue queue() {
        return queue;
    }

    /** The events of the run on screen, in order. */
    public List<RunEvent> shownEvents() {
        return screen.events();
    }

    /** The runs held against each other on screen; empty while it shows a single one. */
    public List<RunComparison.Curve> comparedRuns() {
        return screen.compared();
    }

    /** What is on screen as a picture, in other colours. */
    public JFreeChart chart(Palette palette) {
        return screen.chart(palette);
    }

    /** What is on screen, in words; "" for nothing. */
    public StringProperty headlineProperty() {
        return model.headlineProperty();
    }

    /** The number of the run on screen, 0 for none. */
    public long shownRun() {
        return screen.run();
    }

    /** The open dataset if it could be trained on now; null while a field is wrong. */
    private Session.@Nullable Opened trainable() {
        boolean ready =
                !model.preparingProperty().get() && settings.problemsProperty().get() == 0;
        return ready ? session.openedProperty().get() : null;
    }

    /** Checks the settings against the open dataset and queues a run of them. */
    public void start() {
        queue(1);
    }

    /** The same from that many seeds, one after the other, as one series. */
    public void queue(int seeds) {
        Session.@Nullable Opened opened = trainable();
        if (opened == null) {
            return;
        }
        if (probing != null) {
            probing.cancel();
        }
        following |= !model.runningProperty().get();
        model.preparingProperty().set(true);
        RunSpec spec = settings.spec(opened.prepared());
        jobs.run(
                () -> {
                    Experiment experiment = workbench.prepare(spec, opened.dataset());
                    experiment.checkStart();
                    boolean known = seeds == 1
                            && store.list().stream()
                                    .anyMatch(r -> r.spec().equals(experiment.spec())
                                            && r.state() != RunState.FAILED
                                            && r.state() != RunState.CANCELLED);
                    return new Checked(experiment.spec(), known);
                },
                checked -> {
                    model.preparingProperty().set(false);
                    if (!checked.known() || askAgain()) {
                        add(checked.spec(), seeds);
                    }
                },
                error -> {
                    model.preparingProperty().set(false);
                    dialogs.error(error);
                });
    }

    private record Checked(RunSpec spec, boolean known) {}

    private boolean askAgain() {
        return dialogs.confirm(texts.get("train.again.title"), texts.get("train.again"), texts.get("train.again.yes"));
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

    /** Says beside the form what a run of it would take; nothing where the settings do not fit the data. */
    private void forecast() {
        Session.@Nullable Opened opened = session.openedProperty().get();
        int request = ++forecasts;
        if (opened == null || settings.problemsProperty().get() > 0) {
            sayOfForm("", "");
            return;
        }
        RunSpec spec = settings.spec(opened.prepared());
        jobs.run(
                () -> {
                    Experiment experiment = workbench.prepare(spec, opened.dataset());
                    return new Foreseen(Forecast.of(experiment, store), experiment.warnings());
                },
                found -> {
                    if (request == forecasts) {
                        String warnings = found.warnings.stream()
                                .map(warning -> "⚠ " + texts.of(warning))
                                .collect(Collectors.joining("\n"));
                        sayOfForm(words(found.forecast), warnings);
                    }
                },
                error -> {
                    if (request == forecasts) {
                        sayOfForm("", "");
                    }
                });
    }

    /** What a run of the form would take, and what to know of its figures. */
    private record Foreseen(Forecast forecast, List<Text> warnings) {}

    private void sayOfForm(String forecast, String warnings) {
        model.forecastProperty().set(forecast);
        model.warningsProperty().set(warnings);
    }

    private String words(Forecast found) {
        List<String> words = new ArrayList<>();
        found.cost()
                .ifPresent(cost -> words.add(texts.get(
                        "forecast.size",
                        Numbers.grouped(cost.parameters()),
                        Numbers.grouped(Math.max(1, cost.bytes() >> 20)))));
        if (found.epochSeconds().isPresent()) {
            double whole = found.seconds().orElse(0);
            words.add(texts.get(
                    "forecast.time",
                    Numbers.seconds(found.epochSeconds().getAsDouble()),
                    Numbers.duration(whole),
                    LocalTime.now(ZoneId.systemDefault())
                            .plusSeconds(Math.round(whole))
                            .truncatedTo(ChronoUnit.MINUTES)));
            words.add(texts.get(found.exact() ? "forecast.same" : "forecast.scaled", found.from()));
        } else {
            words.add(texts.get("forecast.unknown"));
        }
        return String.join(" · ", words);
    }

    /** Measures every engine with the settings on screen, one after the other; a run that begins meanwhile goes first. */
    private void measure() {
        Session.@Nullable Opened opened = trainable();
        if (opened == null || model.runningProperty().get()) {
            return;
        }
        RunControl request = new RunControl();
        probing = request;
        List<String> engines = settings.usableEngines();
        RunSpec spec = settings.spec(opened.prepared());
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
                    boolean asShown = settings.spec(opened.prepared()).values().equals(spec.values());
                    settings.speeds(asShown ? words : "", false);
                },
                error -> {
                    settings.speeds("", false);
                    if (!request.ending()) {
                        dialogs.error(error);
                    }
                });
    }

    private void hear(List<Heard> all) {
        List<RunEvent> forScreen = new ArrayList<>();
        for (Heard one : all) {
            RunEvent event = one.event();
            if (event == null) {
                forScreen.clear();
                begin(one.run(), one.past());
                continue;
            }
            if (one.run().id() == currentRun && (event instanceof RunEvent.Batch || !event.passing())) {
                current.add(event);
            }
            if (one.run().id() == screen.run()) {
                forScreen.add(event);
            }
            tell(one.run(), event);
        }
        if (!forScreen.isEmpty()) {
            screen.add(forScreen);
            if (forScreen.stream().anyMatch(event -> !event.passing())) {
                showDetails();
            }
        }
        complain(all);
    }

    /** Reads again what is known of the run on screen. */
    private void showDetails() {
        long run = screen.run();
        if (run == 0) {
            model.detailsProperty().set(RunDetails.NONE);
            return;
        }
        jobs.run(() -> RunDetails.read(store, run), details -> {
            if (run == screen.run()) {
                model.detailsProperty().set(details);
            }
        });
    }

    private void begin(StoredRun run, List<RunEvent> past) {
        currentRun = run.id();
        current.clear();
        current.addAll(past);
        headline = headline(run);
        model.runningProperty().set(true);
        model.stoppingProperty().set(false);
        model.pausingProperty().set(false);
        if (following) {
            screen.show(run.id(), headline, past);
            settings.compareWith(run.spec());
            showDetails();
            session.modelProperty().set(null);
        }
        tellLive();
        changed.run();
    }

    private void tellLive() {
        model.shownLiveProperty().set(model.runningProperty().get() && screen.run() == currentRun);
    }

    private String headline(StoredRun run) {
        return texts.get("train.headline", run.title(), run.spec().algorithm());
    }

    /** What the status bar and the list of runs say of the run that trains. */
    private void tell(StoredRun run, RunEvent event) {
        String words = screen.status(event);
        boolean stale = model.stoppingProperty().get() && event.passing();
        if (!words.isEmpty() && !stale) {
            model.statusProperty().set(words);
        }
        if (event instanceof RunEvent.Batch batch) {
            String left = Double.isNaN(batch.secondsLeft()) ? "" : Numbers.duration(batch.secondsLeft());
            double share = batch.done() / (double) Math.max(1, batch.total());
            model.liveProperty().set(new LiveRun(run.id(), share, batch.epoch(), left));
        } else if (event instanceof RunEvent.Evaluating evaluating) {
            double share = evaluating.done() / (double) Math.max(1, evaluating.total());
            model.liveProperty().set(new LiveRun(run.id(), share, evaluating.epoch(), ""));
        } else {
            changed.run();
        }
    }

    /** Says what went wrong when all else is on screen, for a dialog lets other things happen meanwhile. */
    private void complain(List<Heard> all) {
        for (Heard one : all) {
            if (one.event() instanceof RunEvent.Failed failed) {
                notices.problem(ended(one.run(), RunState.FAILED), failed.message(), failed.details());
            } else if (one.event() instanceof RunEvent.Interrupted interrupted) {
                notices.problem(ended(one.run(), RunState.INTERRUPTED), interrupted.message(), "");
            } else if (one.event() instanceof RunEvent.Finished && !watched(one.run())) {
                notices.tell(ended(one.run(), RunState.FINISHED), screen.status(one.event()));
            }
        }
    }

    private String ended(StoredRun run, RunState state) {
        return texts.get("train.ended", run.title(), Text.of("state." + state));
    }

    /** Whether somebody has the run before their eyes. */
    private boolean watched(StoredRun run) {
        return run.id() == screen.run()
                && dialogs.owner().isFocused()
                && view.root().isVisible();
    }

    /** Puts a model on screen that belongs to the run and the dataset there. */
    private void showModel(Session.Model now) {
        Session.@Nullable Opened opened = session.openedProperty().get();
        if (now.run() == screen.run()
                && opened != null
                && opened.dataset().equals(now.experiment().dataset())) {
            session.modelProperty().set(now);
        }
    }

    /** Asks the run that trains to stop; it is seen at once and done within a batch. */
    public void stop() {
        model.stoppingProperty().set(true);
        model.statusProperty().set(texts.get("train.stopping"));
        queue.cancel();
    }

    /** Lets the run that trains stand still, or go on. */
    public void pauseOrGoOn() {
        if (model.pausingProperty().get()) {
            model.pausingProperty().set(false);
            queue.resume();
        } else if (model.runningProperty().get()) {
            model.pausingProperty().set(true);
            model.statusProperty().set(texts.get("train.pausing"));
            queue.pause();
        }
    }

    /** Takes up runs that are paused, were interrupted or wait since an earlier session. */
    public void takeUp(List<StoredRun> runs) {
        following |= !model.runningProperty().get();
        jobs.run(
                () -> {
                    for (StoredRun run : runs) {
                        queue.add(run);
                    }
                    return runs.size();
                },
                taken -> changed.run());
    }

    /** When the form was changed last, by {@link System#nanoTime}. */
    public long changedAt() {
        return settings.changedAt();
    }

    /** Takes back the last change of the form; returns whether there was one. */
    public boolean undo() {
        return settings.undo();
    }

    /** Makes the change of the form again that was taken back last. */
    public void redo() {
        settings.redo();
    }

    /** Fills the form from a text that somebody copied elsewhere, or says why it cannot. */
    public void paste(String text) {
        try {
            settings.paste(PastedSettings.of(
                    text, workbench.catalogue(), settings.algorithm().id()));
        } catch (DataException e) {
            dialogs.error(e);
        }
    }

    /** Puts the settings of a run into the form. */
    public void newFrom(StoredRun run) {
        settings.show(run.spec());
    }

    /** Puts the settings of a run into the form, to begin with its weights. */
    public void trainOn(StoredRun run) {
        settings.startFrom(run);
    }

    /** Shows a run: the one that trains with all that came so far, any other as it is stored. */
    public void show(StoredRun run, Runnable shown) {
        int request = ++shows;
        following = run.id() == currentRun && model.runningProperty().get();
        if (following) {
            screen.show(run.id(), headline, current);
            settings.compareWith(run.spec());
            tellLive();
            showDetails();
            return;
        }
        jobs.run(() -> store.replay(run.id()), events -> {
            if (request != shows) {
                return;
            }
            screen.show(run.id(), headline(run), events);
            settings.compareWith(run.spec());
            tellLive();
            showDetails();
            session.modelProperty().set(null);
            shown.run();
        });
    }

    /** Shows several runs in one picture, by the metric that decides the first. */
    public void compare(List<StoredRun> runs) {
        int request = ++shows;
        following = false;
        jobs.run(
                () -> {
                    List<RunComparison.Curve> curves = new ArrayList<>();
                    for (StoredRun run : runs) {
                        curves.add(RunComparison.Curve.of(
                                store, run, run.title() + " " + run.spec().algorithm(), run.series()));
                    }
                    return new Compared(curves, verdict(runs));
                },
                compared -> {
                    if (request == shows) {
                        settings.compareWith(null);
                        screen.compare(
                                compared.curves,
                                metric(compared.curves),
                                texts.get("train.compare", runs.size()) + compared.verdict);
                    }
                });
    }

    /** Several runs to be drawn, and what to think of the two best. */
    private record Compared(List<RunComparison.Curve> curves, String verdict) {}

    /** What to think of the distance between the two best settings, or why they cannot be held against each other. */
    private String verdict(List<StoredRun> runs) {
        try {
            Contest contest = Contest.of(store, workbench.catalogue(), runs, "");
            List<Contest.Gap> gaps = contest.gaps();
            return gaps.isEmpty()
                    ? ""
                    : "  ·  "
                            + texts.get(
                                    "train.compare.verdict",
                                    contest.metric(),
                                    contest.contenders().get(0).title(),
                                    contest.contenders().get(1).title(),
                                    gaps.get(0).words());
        } catch (DataException e) {
            return "  ·  " + texts.of(e);
        }
    }

    /** The deciding metric of the first run that was evaluated. */
    private static String metric(List<RunComparison.Curve> curves) {
        return curves.stream()
                .flatMap(curve -> curve.epochs().stream())
                .flatMap(epoch -> epoch.metrics().keySet().stream())
                .findFirst()
                .orElse("");
    }
}
