package dev.nara.ui.tune;

import dev.nara.data.Dataset;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudyStep;
import dev.nara.spec.Algorithms;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.tune.chart.CentrePane;
import dev.nara.ui.tune.model.TuneModel;
import dev.nara.ui.tune.model.TuneRequests;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The Search workspace: prepares studies, runs them, and lets the user steer them. */
public final class TuneController {
    private static final Duration TICK = Duration.seconds(1);
    /** A study that runs in another program is read again after this many ticks. */
    private static final int LOOK = 2;

    private final Jobs jobs;
    private final Consumer<Throwable> failed;
    private final Algorithms algorithms;
    private final StudyDesk desk;
    private final TuneModel model = new TuneModel();
    private final ShownStudy shown;
    private final StudyDrafting drafting;
    private final StudyRuns runs;
    private final StudyNotices notices;
    private final StudyWriting writing;
    private final Latest opening;
    private final Latest listing;
    private final TuneRequests requests;
    private final StartPane start;
    private final TuneView view;
    private final LateStudy late;
    /** The runs and states of the trials when the list of runs was last updated. */
    private List<Object> listed = List.of();

    private int ticks;
    private Runnable changed = () -> {};
    private LongConsumer child = run -> {};
    private Consumer<List<Long>> compared = all -> {};

    /**
     * For the window's workspace and session.
     *
     * @param training runs long work, each on its own thread
     * @param trainForm the start of a search
     */
    public static TuneController of(ScreenContext shared, Executor training, TrainForm trainForm) {
        return new TuneController(
                shared,
                new TuneSurroundings(
                        new StoredDesk(shared, training), training, trainForm, Clock.system(ZoneId.systemDefault())));
    }

    TuneController(ScreenContext shared, TuneSurroundings around) {
        Frame frame = shared.frame();
        jobs = frame.jobs();
        failed = frame.dialogs()::error;
        algorithms = shared.services().algorithms();
        desk = around.desk();
        writing = new StudyWriting(shared, desk);
        notices = new StudyNotices(frame, this::watched, Clock.systemUTC());
        runs = new StudyRuns(desk, around.training(), frame.dialogs()::error, this::live, this::list);
        opening = new Latest(jobs);
        listing = new Latest(jobs);
        TrialCourses courses = new TrialCourses(shared.store(), new Latest(jobs), model);
        shown = new ShownStudy(model, shared, courses, new StudyReferences(model, desk, jobs, algorithms));
        drafting = new StudyDrafting(shared.services(), shared.session(), frame, around, shown, model, this::begun);
        requests = new TuneSteering(model, algorithms, frame, around.trainForm().keep(), new Answers());
        start = new StartPane(shared, requests, drafting::draft);
        CentrePane course = new CentrePane(model, frame.texts(), frame.theme(), requests, jobs);
        TuneCentre centre = new TuneCentre(model, frame.texts(), start, course);
        view = new TuneView(model, frame.texts(), frame.theme(), requests, centre, around.clock());
        late = new LateStudy(shown, view.root().visibleProperty());
        shared.session().openedProperty().addListener((o, was, is) -> {
            if (view.root().isVisible()) {
                drafting.refill(start);
            }
        });
        view.root().visibleProperty().addListener((o, was, is) -> visible(is));
        Timeline clockwork = new Timeline(new KeyFrame(TICK, e -> tick()));
        clockwork.setCycleCount(Animation.INDEFINITE);
        clockwork.play();
    }

    private boolean watched(long study) {
        return shown.id() == study && view.root().isVisible();
    }

    /** The root of the workspace. */
    public Region view() {
        return view.root();
    }

    /** {@code handler} is called when a study or its trials have changed. */
    public void onChange(Runnable handler) {
        changed = handler;
    }

    /** {@code handler} shows a child's list from a run. */
    public void onChild(LongConsumer handler) {
        child = handler;
    }

    /** {@code handler} shows runs in the Compare workspace. */
    public void onCompare(Consumer<List<Long>> handler) {
        compared = handler;
    }

    /** Whether any study runs in this program. */
    public ReadOnlyBooleanProperty runningProperty() {
        return runs.runningProperty();
    }

    /** Whether the user has changed a search that has not started; such changes are not stored. */
    public boolean drafts() {
        return drafting.changed();
    }

    /** Stops running all studies in this program; they can be resumed later. */
    public void leaveAll() {
        runs.leaveAll();
    }

    /** Sets all stored runs, after each reading. */
    public void runs(List<StoredRun> all) {
        shown.runs(all);
    }

    private void visible(boolean is) {
        if (is) {
            list();
            if (shown.id() == 0) {
                drafting.refill(start);
            }
        }
    }

    /** Reads the list of studies. */
    private void list() {
        changed.run();
        listing.run(desk::list, model::list);
    }

    /** Starts a search from the Train form without asking. */
    public void search() {
        drafting.startWhenReady();
        open(0);
    }

    /** Pauses or resumes the study on screen. */
    public void pauseOrGoOn() {
        late.catchUp();
        StudySnapshot study = shown.now();
        if (study == null || study.id() == 0 || study.phase() == Phase.PAUSED || study.phase() == Phase.INTERRUPTED) {
            start();
        } else if (!study.phase().ended()) {
            steer(new StudyEvent.Paused());
        }
    }

    /** Finishes the study on screen now, after a confirmation. */
    public void finish() {
        late.catchUp();
        StudySnapshot study = shown.now();
        if (study != null && study.id() > 0 && !study.phase().ended()) {
            requests.finish();
        }
    }

    /** Starts the prepared study, or resumes the one on screen. */
    public void start() {
        late.catchUp();
        StudySnapshot study = shown.now();
        if (study == null || study.id() == 0) {
            drafting.begin();
        } else if (study.phase() == Phase.PAUSED) {
            steer(new StudyEvent.Continued());
        } else if (study.phase() == Phase.INTERRUPTED) {
            runs.run(study.id());
        }
    }

    /** Shows a study; 0 for one that is still to be prepared. */
    public void open(long study) {
        shown.clear();
        late.forget();
        model.openingProperty().set(study);
        if (study == 0) {
            opening.cancel();
            drafting.refill(start);
        } else {
            opening.run(() -> desk.snapshot(study), this::opened, problem -> {
                model.openingProperty().set(0);
                failed.accept(problem);
            });
        }
    }

    private void opened(StudySnapshot study) {
        model.openingProperty().set(0);
        shown.show(study);
    }

    private void begun(StudySnapshot study) {
        // No program runs the study yet, so it would be shown as interrupted.
        opened(study.in(Phase.SEARCHING));
        runs.run(study.id());
    }

    /** Steers the study on screen, or changes the one that has not started. */
    private void steer(StudyEvent.Steering event) {
        StudySnapshot study = shown.now();
        if (study == null || study.id() == 0) {
            drafting.steer(event);
            return;
        }
        long id = study.id();
        boolean wakes = StudyRuns.wakes(study.phase(), event);
        jobs.run(
                () -> {
                    desk.append(id, event);
                    return desk.snapshot(id);
                },
                now -> {
                    if (shown.id() == id) {
                        shown.show(now);
                    }
                    if (wakes) {
                        runs.run(id);
                    }
                });
    }

    /** Undoes the last request; returns whether there was one. */
    public boolean undo() {
        StudySnapshot study = shown.now();
        if (study == null || study.id() == 0) {
            return drafting.undo();
        }
        List<StudyStep> steps =
                study.steps().stream().filter(step -> !step.undone()).toList();
        if (!steps.isEmpty()) {
            steer(new StudyEvent.Undone(steps.get(steps.size() - 1).seq()));
        }
        return !steps.isEmpty();
    }

    private void live(StudySnapshot study) {
        notices.look(study);
        model.phase(study.id(), study.phase());
        List<Object> state = study.trials().stream()
                .<Object>map(trial -> List.of(trial.runs(), trial.state()))
                .toList();
        if (!state.equals(listed)) {
            listed = state;
            changed.run();
        }
        if (shown.id() == study.id()) {
            late.offer(study);
        }
    }

    /** Advances the clock, and reads the state of a study that does not run here. */
    private void tick() {
        long id = shown.id();
        if (id == 0 || !view.root().isVisible()) {
            return;
        }
        shown.tick();
        if (!runs.here(id) && !opening.underWay() && ++ticks % LOOK == 0) {
            opening.run(() -> desk.snapshot(id), now -> {
                if (shown.id() == id && !now.equals(shown.now())) {
                    shown.show(now);
                }
            });
        }
    }

    /** Carries out the user's requests. */
    private final class Answers implements TuneSteering.Work {
        @Override
        public void open(long study) {
            TuneController.this.open(study);
        }

        @Override
        public void start() {
            TuneController.this.start();
        }

        @Override
        public void steer(StudyEvent.Steering event) {
            TuneController.this.steer(event);
        }

        @Override
        public void vary(String parameter) {
            Dataset data = shown.dataset();
            if (data != null) {
                model.part().ifPresent(part -> FixedParameters.dimension(part, algorithms, data, parameter)
                        .ifPresent(d -> steer(new StudyEvent.Varied(part.algorithm(), d))));
            }
        }

        @Override
        public void child(long run) {
            child.accept(run);
        }

        @Override
        public void compare(List<Long> all) {
            compared.accept(all);
        }

        @Override
        public void report(long study) {
            writing.write(study);
        }
    }
}
