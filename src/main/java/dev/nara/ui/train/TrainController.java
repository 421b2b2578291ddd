package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.run.RunRequest;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.RunQueue;
import dev.nara.store.reference.References;
import dev.nara.text.Text;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Trainer;
import dev.nara.ui.train.form.EngineInspection;
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
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The Train workspace: queues, pauses and stops runs, and shows one that trains or another that the user selects. */
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

    /** For the window's session; {@code training} needs a thread for each run that trains in parallel or waits for a GPU. */
    public TrainController(
            Services services, RunStore store, Session session, Executor training, Frame frame, OwnPresets presets) {
        this.session = session;
        this.frame = frame;
        References known = new References(services.algorithms(), store);
        references = new ReferenceTraining(known, training, () -> viewer().readDetails());
        queue = new RunQueue(
                services, store, training, new RunFeed(store, frame.texts(), new Feed(), references::begin));
        settings = new SettingsPane(services.algorithms(), frame.texts(), presets);
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

    /** Handles the queue's messages on the JavaFX thread. */
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
            // Queried now, because the queue may have changed since the message.
            boolean trains = queue.busy();
            model.runningProperty().set(trains);
            if (!trains) {
                live.clear();
            }
            // The queue and the earlier runs have changed.
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

    /** Whether the run is on screen in the focused window. */
    private boolean watched(StoredRun run) {
        return run.id() == screen.run()
                && frame.dialogs().owner().isFocused()
                && view.root().isVisible();
    }

    /** Queries engines only when the form needs it, as this loads large libraries; a notice says why a requested one cannot be used. */
    public void inspectEngines() {
        new EngineInspection(settings, frame.jobs(), why -> frame.notices()
                        .tell(
                                frame.texts().get("train.engine"),
                                frame.texts().of(Text.of("engine.left", why.problem()))))
                .begin();
    }

    /** The root of the workspace. */
    public Region view() {
        return view.root();
    }

    /** The training of references beside the runs. */
    public ReferenceTraining references() {
        return references;
    }

    /** The settings of the next run. */
    public SettingsPane form() {
        return settings;
    }

    /** The running runs, to be paused and stopped. */
    public LiveRuns live() {
        return live;
    }

    /** Chooses what is on screen. */
    public RunViewer viewer() {
        return viewer;
    }

    /** The run or comparison on screen. */
    public RunOnScreen screen() {
        return screen;
    }

    /** Whether a run trains or is paused. */
    public ReadOnlyBooleanProperty runningProperty() {
        return model.runningProperty();
    }

    /** Whether a run trains, is paused, queued or being queued; the screen may lag behind. */
    public boolean atWork() {
        return queue.pending() || starting.underWay();
    }

    /** Runs {@code then} once no runs are being checked or queued. */
    public void whenQueued(Runnable then) {
        starting.whenDone(then);
    }

    /** Whether there is a run to stop. */
    public ReadOnlyBooleanProperty controllableProperty() {
        return model.controllableProperty();
    }

    /** Whether there is a run to pause or to resume. */
    public ReadOnlyBooleanProperty pausableProperty() {
        return model.pausableProperty();
    }

    /** The status of the run that trains, for the status bar; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Text> statusProperty() {
        return model.statusProperty();
    }

    /** The progress of the running runs, by run number. */
    public ReadOnlyObjectProperty<Map<Long, LiveRun>> liveProperty() {
        return model.liveProperty();
    }

    /** The title of what is on screen; "" for nothing. */
    public ReadOnlyStringProperty headlineProperty() {
        return model.headlineProperty();
    }

    /** The id of the engine that would be used for the run of the form; "" if it is not known or there is no choice. */
    public ReadOnlyStringProperty engineProperty() {
        return model.engineProperty();
    }

    /** {@code listener} is called on the JavaFX thread whenever a run is added, starts or ends. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** {@code listener} gets the number of a run that has started and is shown. */
    public void onFollow(LongConsumer listener) {
        followed = listener;
    }

    @Override
    public RunQueue queue() {
        return queue;
    }

    /** Checks the settings against the open dataset and queues a run with them. */
    public void start() {
        start(1);
    }

    @Override
    public void start(int seeds) {
        actions.start(seeds);
    }

    /** {@code search} prepares a search over what the form varies. */
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

    /** Trains a run that diverged again, with a lower learning rate. */
    private void again(StoredRun run) {
        settings.show(FailedRun.again(run.spec()));
        start();
    }

    /** Fills the form from copied text, or shows why it cannot. */
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
