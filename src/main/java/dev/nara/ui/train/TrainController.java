package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.run.RunRequest;
import dev.nara.settings.OwnPreset;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.RunQueue;
import dev.nara.store.reference.References;
import dev.nara.text.Text;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Trainer;
import dev.nara.ui.common.WhenVisible;
import dev.nara.ui.train.form.EngineChoice;
import dev.nara.ui.train.form.OwnPresets;
import dev.nara.ui.train.form.SettingsPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The Train workspace: queues runs, pauses and stops them, and shows one that trains, or another that was chosen. */
public final class TrainController implements Trainer {
    private final Session session;
    private final Frame frame;
    private final RunQueue queue;
    private final ReferenceTraining references;
    private final TrainModel model = new TrainModel();
    private final SettingsPane settings;
    private final FormForecast forecast;
    private final TrainView view;
    private final BesideRun beside;
    private final RunOnScreen screen;
    private final Overlay overlay;
    private final LiveRuns live;
    private final RunViewer viewer;
    private final RunStart starting;
    private final FormActions actions;
    private final RunNotices notices;
    private Runnable changed = () -> {};
    private LongConsumer followed = run -> {};

    /** For the window's session; {@code training} has a thread for each of the runs that train in parallel or wait for a GPU. */
    public TrainController(
            Services services,
            RunStore store,
            Session session,
            Executor training,
            Frame frame,
            ObservableList<OwnPreset> presets) {
        this.session = session;
        this.frame = frame;
        References known = new References(services.algorithms(), store);
        references = new ReferenceTraining(known, training, () -> viewer().readDetails());
        queue = new RunQueue(
                services, store, training, new RunFeed(store, frame.texts(), new Feed(), references::begin));
        settings = new SettingsPane(
                services.algorithms(), frame.texts(), new OwnPresets(presets, frame.dialogs(), frame.texts()));
        forecast = new FormForecast(services, store, queue, session, frame, model, settings);
        starting = new RunStart(services, store, queue, model, frame, () -> changed.run());
        actions = new FormActions(services, frame, settings, forecast, starting, this::viewer, this::live);
        FormCard form = new FormCard(model, settings, frame.texts(), actions);
        var labels = new WrittenLabels(store, frame.jobs(), () -> changed.run());
        view = new TrainView(model, form, frame.texts(), new RunPages(model, frame, labels));
        beside = new BesideRun(services.algorithms(), store, session, model, frame.jobs(), frame.texts());
        screen = new RunOnScreen(model, view, frame.texts(), frame.theme(), beside);
        live = new LiveRuns(model, screen, queue, frame.texts(), (run, request) -> ask(List.of(run), request));
        overlay = new Overlay(services.algorithms(), store, frame, model, screen, live::tell);
        viewer = new RunViewer(
                store,
                run -> RunDetails.read(store, known, services.algorithms(), run),
                session,
                frame.jobs(),
                frame.texts(),
                model,
                new RunViewer.RunsOnScreen(screen, beside, overlay, live));
        notices = new RunNotices(frame.notices(), frame.texts(), this::watched);
        listen();
    }

    private void listen() {
        view.previous().onAct(viewer::stay, starting::duplicate, this::again, run -> takeUp(List.of(run)));
        settings.engines().onMeasure(forecast::measure);
        settings.onSettled(forecast::forecast);
        settings.onCopy(actions::copy);
        model.shownRunProperty().addListener((o, was, is) -> settings.compareWith(is));
        frame.texts().localeProperty().addListener((o, was, is) -> forecast.forecast());
        session.chosenSplitProperty().addListener((o, was, is) -> settings.set(is));
        session.openedProperty().addListener((o, was, is) -> opened(is));
    }

    private void opened(Session.@Nullable Opened data) {
        if (data != null) {
            queue.open(data.prepared());
            forecast.forecast();
        }
    }

    /** What the queue says, on the JavaFX thread. */
    private final class Feed implements RunFeed.Listener {
        @Override
        public void said(List<RunFeed.Said> all) {
            List<RunEvent> forScreen = new ArrayList<>();
            for (RunFeed.Said one : all) {
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
                    .forEach(run -> {
                        overlay.learnt(run);
                        beside.learnt(run);
                    });
            if (!forScreen.isEmpty()) {
                viewer.add(forScreen);
            }
            notices.tell(all);
        }

        @Override
        public void models(List<Session.Model> some) {
            viewer.showLast(some);
        }

        @Override
        public void waits() {
            model.statusProperty().set(Text.of("train.waits"));
        }

        @Override
        public void queueChanged() {
            // Asked now, for others may have changed it since.
            boolean trains = queue.busy();
            model.runningProperty().set(trains);
            if (!trains) {
                live.clear();
            }
            // What waits is another, and what is new.
            forecast.forecast();
            live.tell();
            changed.run();
        }
    }

    /** Returns whether the run is now on screen. */
    private boolean begin(StoredRun run, List<RunEvent> past) {
        boolean shown = viewer.begin(run, past);
        if (shown) {
            followed.accept(run.id());
        }
        live.tell();
        changed.run();
        return shown;
    }

    /** Whether the run is on screen, and the window in front. */
    private boolean watched(StoredRun run) {
        return run.id() == screen.run()
                && frame.dialogs().owner().isFocused()
                && view.root().isVisible();
    }

    /** Shows what the engines see where one is chosen: it loads libraries of hundreds of megabytes, which few windows ever need. */
    public void inspectEngines() {
        Latest inspecting = new Latest(frame.jobs());
        WhenVisible looking = new WhenVisible(
                settings.advancedProperty(),
                () -> inspecting.run(() -> EngineChoice.of(settings.algorithm()), settings.engines()::show));
        settings.onAlgorithm(algorithm -> looking.due());
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** What trains beside the runs so that they are seen against it. */
    public ReferenceTraining references() {
        return references;
    }

    /** The settings of the next run. */
    public SettingsPane form() {
        return settings;
    }

    /** The runs that train, to be paused and stopped. */
    public LiveRuns live() {
        return live;
    }

    /** Chooses what is on screen. */
    public RunViewer viewer() {
        return viewer;
    }

    /** What is on screen. */
    public RunOnScreen screen() {
        return screen;
    }

    /** Whether a run trains or is paused. */
    public ReadOnlyBooleanProperty runningProperty() {
        return model.runningProperty();
    }

    /** Whether a run trains, is paused, waits for its turn or is being queued: what is shown may lag behind that. */
    public boolean atWork() {
        return queue.pending() || starting.underWay();
    }

    /** Does it once what is being queued is. */
    public void whenQueued(Runnable then) {
        starting.whenDone(then);
    }

    /** Whether there is a run to stop. */
    public ReadOnlyBooleanProperty controllableProperty() {
        return model.controllableProperty();
    }

    /** Whether there is a run to pause, or to let go on. */
    public ReadOnlyBooleanProperty pausableProperty() {
        return model.pausableProperty();
    }

    /** What the run that trains is doing, for the status bar; null before one did. */
    public ReadOnlyObjectProperty<@Nullable Text> statusProperty() {
        return model.statusProperty();
    }

    /** How far those that train are, by their numbers. */
    public ReadOnlyObjectProperty<Map<Long, LiveRun>> liveProperty() {
        return model.liveProperty();
    }

    /** What is on screen, in words; "" for nothing. */
    public ReadOnlyStringProperty headlineProperty() {
        return model.headlineProperty();
    }

    /** What would compute the run of the form, by its id; "" where that is not known or there is no choice. */
    public ReadOnlyStringProperty engineProperty() {
        return model.engineProperty();
    }

    /** {@code listener} is called on the JavaFX thread whenever a run is added, begins or ends. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** {@code listener} gets the number of a run that begins and is shown because it follows the one on screen. */
    public void onFollow(LongConsumer listener) {
        followed = listener;
    }

    @Override
    public RunQueue queue() {
        return queue;
    }

    /** Checks the settings against the open dataset and queues a run of them. */
    public void start() {
        start(1);
    }

    @Override
    public void start(int seeds) {
        actions.start(seeds);
    }

    /** {@code search} puts a search of what the form varies together. */
    public void onSearch(Runnable search) {
        actions.onSearch(search);
    }

    @Override
    public void duplicate(List<StoredRun> runs) {
        viewer.followNext();
        starting.duplicate(runs);
    }

    @Override
    public void fit(List<StoredRun> runs) {
        starting.fit(runs, session.openedProperty().get());
    }

    @Override
    public void takeUp(List<StoredRun> runs) {
        viewer.followNext(runs);
        starting.takeUp(runs);
    }

    @Override
    public void ask(List<StoredRun> runs, RunRequest request) {
        starting.ask(runs, request);
    }

    @Override
    public void parallelRuns(int runs) {
        starting.parallelRuns(runs);
    }

    /** Trains a run that diverged again, at a lower rate. */
    private void again(StoredRun run) {
        settings.show(FailedRun.again(run.spec()));
        start();
    }

    /** Fills the form from a text that was copied elsewhere, or says why it cannot. */
    public void paste(String text) {
        actions.paste(text);
    }

    @Override
    public void newFrom(StoredRun run) {
        settings.show(run.spec());
    }

    @Override
    public void trainOn(StoredRun run) {
        settings.startFrom(run);
    }
}
