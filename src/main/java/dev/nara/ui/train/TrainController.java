package dev.nara.ui.train;

import dev.nara.chart.Palette;
import dev.nara.chart.RunComparison;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunRequest;
import dev.nara.run.RunState;
import dev.nara.settings.OwnPreset;
import dev.nara.spec.PastedSettings;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.store.queue.RunQueue;
import dev.nara.text.Text;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.FxPump;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Notices;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * Queues runs, pauses and stops them, and shows one: one that trains, or another that was chosen.
 */
public final class TrainController implements Trainer {
    private final Services services;
    private final RunStore store;
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Notices notices;
    private final RunQueue queue;
    private final TrainModel model = new TrainModel();
    private final SettingsPane settings;
    private final FormForecast forecast;
    private final TrainView view;
    private final DetailsPane details;
    private final RunOnScreen screen;
    private final Overlay overlay;
    private final RunStart starting;
    private final LiveRuns live;
    private final FxPump<Heard> heard = new FxPump<>(this::hear);
    private final FxPump<Boolean> busy = new FxPump<>(all -> queueChanged());
    private final FxPump<StoredRun> waiting = new FxPump<>(this::sayWaits);
    private final FxPump<Session.Model> models = new FxPump<>(this::showLast);
    private boolean following = true;
    /** Counts what was asked to be shown, so that only the last of it is. */
    private int shows;

    private Runnable changed = () -> {};
    private LongConsumer followed = run -> {};

    /** An event of a run, or that it begins. */
    private record Heard(StoredRun run, @Nullable RunEvent event, List<RunEvent> past) {}

    /** For the window's session; {@code training} has a thread for each run that trains at a time. */
    public TrainController(
            Services services,
            RunStore store,
            Session session,
            Jobs jobs,
            Executor training,
            Texts texts,
            ObjectProperty<Theme> theme,
            Dialogs dialogs,
            Notices notices,
            ObservableList<OwnPreset> presets) {
        this.services = services;
        this.store = store;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        this.dialogs = dialogs;
        this.notices = notices;
        this.queue = new RunQueue(services, store, training, new Watching());
        this.settings = new SettingsPane(services, texts, new OwnPresets(presets, dialogs, texts));
        this.forecast = new FormForecast(services, store, session, jobs, texts, dialogs, model, settings);
        this.view = new TrainView(model, settings, texts, theme, this::start, this::pauseOrGoOn, this::stop);
        this.details = new DetailsPane(model.detailsProperty(), texts, this::label);
        this.screen = new RunOnScreen(model, view, texts, theme);
        this.starting = new RunStart(services, store, queue, model, settings, jobs, texts, dialogs);
        this.live = new LiveRuns(model, screen, queue, texts, (run, request) -> ask(List.of(run), request));
        this.overlay = new Overlay(services, store, jobs, texts, dialogs, model, screen, live::tell);
        settings.onMeasure(forecast::measure);
        settings.onSettled(forecast::forecast);
        texts.localeProperty().addListener((o, was, is) -> {
            forecast.forecast();
            StoredRun shown = model.detailsProperty().get().run();
            if (shown != null && shown.id() == screen.run()) {
                model.headlineProperty().set(headline(shown));
            }
        });
        session.frozenSplitProperty().addListener((o, was, is) -> settings.set(Map.of("split", is, "candidates", "")));
        session.openedProperty().addListener((o, was, is) -> {
            if (is != null) {
                queue.open(is.prepared());
                forecast.forecast();
            }
        });
    }

    /** Hears of the queue on its thread and passes it on. */
    private final class Watching implements RunQueue.Watcher {
        @Override
        public RunListener begins(StoredRun run, PreparedRun preparedRun) {
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
                    Session.Model now = new Session.Model(
                            run.id(), evaluated.epoch().epoch(), preparedRun, evaluated.recommender());
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
        public void stopped(StoredRun run) {
            heard.offer(new Heard(run, new RunEvent.Cancelled(0, Map.of(), 0), List.of()));
        }

        @Override
        public void waits(StoredRun run) {
            waiting.offer(run);
        }

        @Override
        public void changed() {
            busy.offer(true);
        }
    }

    private void sayWaits(List<StoredRun> runs) {
        model.statusProperty().set(texts.get("train.waits"));
    }

    private void queueChanged() {
        // Asked now, for others may have changed it since.
        boolean trains = queue.busy();
        model.runningProperty().set(trains);
        if (!trains) {
            live.clear();
            forecast.forecast();
        }
        live.tell();
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

    /** What is known of the run on screen; beside all workspaces. */
    public Region details() {
        return details;
    }

    /** Keeps notes and tags; the rest of the label may have been changed elsewhere meanwhile. */
    private void label(StoredRun run, String notes, String tags) {
        jobs.run(
                () -> {
                    StoredRun.Label now = store.find(Long.toString(run.id())).label();
                    store.label(run.id(), new StoredRun.Label(now.name(), notes, tags, now.star()));
                    return run.id();
                },
                labelled -> changed.run());
    }

    /** Hears of all runs whenever they were read: what is written on the one on screen may have changed. */
    public void runs(List<StoredRun> all) {
        StoredRun shown = model.detailsProperty().get().run();
        if (shown != null
                && all.stream().anyMatch(r -> r.id() == shown.id() && !r.label().equals(shown.label()))) {
            showDetails();
        }
    }

    /** Whether a run is under way, or stands still. */
    public ReadOnlyBooleanProperty runningProperty() {
        return model.runningProperty();
    }

    /** Whether there is a run to stop. */
    public ReadOnlyBooleanProperty controllableProperty() {
        return model.controllableProperty();
    }

    /** Whether there is a run to pause, or to let go on. */
    public ReadOnlyBooleanProperty pausableProperty() {
        return model.pausableProperty();
    }

    /** What the run that trains is doing, for the status bar. */
    public StringProperty statusProperty() {
        return model.statusProperty();
    }

    /** How far those that train are, by their numbers. */
    public ReadOnlyObjectProperty<Map<Long, LiveRun>> liveProperty() {
        return model.liveProperty();
    }

    /** Called on the JavaFX thread whenever a run is added, begins or ends. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** Called with the number of a run that begins and is shown unasked, for it follows the one on screen. */
    public void onFollow(LongConsumer listener) {
        followed = listener;
    }

    @Override
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

    /** Checks the settings against the open dataset and queues a run of them. */
    public void start() {
        start(1);
    }

    @Override
    public void start(int seeds) {
        Session.@Nullable Opened opened = forecast.trainable();
        if (opened == null) {
            return;
        }
        forecast.yieldToRun();
        following |= !model.runningProperty().get();
        starting.queue(opened, seeds);
    }

    @Override
    public void duplicate(List<StoredRun> runs) {
        following |= !model.runningProperty().get();
        starting.duplicate(runs);
    }

    private void hear(List<Heard> all) {
        List<RunEvent> forScreen = new ArrayList<>();
        for (Heard one : all) {
            RunEvent event = one.event();
            if (event == null) {
                if (begin(one.run(), one.past())) {
                    forScreen.clear();
                }
                continue;
            }
            if (one.run().id() == screen.run()) {
                forScreen.add(event);
            }
            live.happened(one.run(), event);
            if (!event.passing()) {
                changed.run();
            }
        }
        live.tell();
        all.stream()
                .filter(one -> one.event() instanceof RunEvent.EpochDone)
                .mapToLong(one -> one.run().id())
                .distinct()
                .forEach(overlay::learnt);
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

    /** Returns whether the run is now on screen. */
    private boolean begin(StoredRun run, List<RunEvent> past) {
        boolean another = live.has(screen.run());
        live.begin(run.id(), past);
        boolean shown = following && !another;
        if (shown) {
            overlay.leave();
            screen.show(run, headline(run), past);
            settings.compareWith(run);
            showDetails();
            session.modelProperty().set(null);
            followed.accept(run.id());
        }
        live.tell();
        changed.run();
        return shown;
    }

    private String headline(StoredRun run) {
        return texts.get("train.headline", run.title(), run.spec().algorithm());
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

    /** Puts the last model on screen that belongs to the run and the dataset there. */
    private void showLast(List<Session.Model> some) {
        Session.@Nullable Opened opened = session.openedProperty().get();
        for (int n = some.size() - 1; n >= 0; n--) {
            Session.Model model = some.get(n);
            if (model.run() == screen.run()) {
                if (opened != null
                        && opened.dataset().equals(model.preparedRun().dataset())) {
                    session.modelProperty().set(model);
                }
                return;
            }
        }
    }

    /** Asks the run to stop that the buttons are about; it is seen at once and done within a batch. */
    public void stop() {
        live.stop();
    }

    /** Asks all runs that train to stop. */
    public void stopAll() {
        live.stopAll();
    }

    /** Lets the run stand still that the buttons are about, or go on. */
    public void pauseOrGoOn() {
        live.pauseOrGoOn();
    }

    @Override
    public void parallelRuns(int runs) {
        jobs.run(
                () -> {
                    queue.parallelRuns(runs);
                    return runs;
                },
                chosen -> {});
    }

    @Override
    public void takeUp(List<StoredRun> runs) {
        following |= !model.runningProperty().get();
        jobs.run(
                () -> {
                    Jobs.each(runs, queue::add);
                    return runs.size();
                },
                taken -> changed.run(),
                problem -> {
                    changed.run();
                    dialogs.error(problem);
                });
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
                    text, services.algorithms(), settings.algorithm().id()));
        } catch (DataException e) {
            dialogs.error(e);
        }
    }

    @Override
    public void newFrom(StoredRun run) {
        settings.show(run.spec());
    }

    @Override
    public void trainOn(StoredRun run) {
        settings.startFrom(run);
    }

    @Override
    public void ask(List<StoredRun> runs, RunRequest request) {
        jobs.run(
                () -> {
                    Jobs.each(runs, run -> queue.wish(run.id(), request));
                    return runs.size();
                },
                done -> changed.run());
    }

    /** Adds to the curves on screen what another program has learnt since. */
    public void follow() {
        long run = screen.run();
        overlay.follow(live::has);
        if (run == 0 || live.has(run)) {
            return;
        }
        jobs.quietly(
                () -> store.events(run),
                events -> {
                    long known = screen.events().stream()
                            .filter(event -> !event.passing())
                            .count();
                    if (run == screen.run() && !live.has(run) && events.size() > known) {
                        screen.add(events.subList((int) known, events.size()));
                        showDetails();
                    }
                },
                error -> {});
    }

    /** Shows a run: one that trains with all that came so far, any other as it is stored. */
    public void show(StoredRun run, Runnable shown) {
        int request = ++shows;
        overlay.leave();
        model.detailsProperty().set(RunDetails.NONE);
        following = live.has(run.id());
        if (following) {
            screen.show(run, headline(run), live.events(run.id()));
            settings.compareWith(run);
            live.tell();
            showDetails();
            return;
        }
        jobs.run(() -> store.replay(run.id()), events -> {
            if (request != shows) {
                return;
            }
            screen.show(run, headline(run), events);
            settings.compareWith(run);
            live.tell();
            showDetails();
            session.modelProperty().set(null);
            shown.run();
        });
    }

    /** Shows several runs in one picture, and what they learn from then on. */
    public void compare(List<StoredRun> runs) {
        shows++;
        following = false;
        model.detailsProperty().set(RunDetails.NONE);
        settings.compareWith(null);
        overlay.show(runs);
    }
}
