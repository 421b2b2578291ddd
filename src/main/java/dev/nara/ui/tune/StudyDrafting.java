package dev.nara.ui.tune;

import dev.nara.data.Dataset;
import dev.nara.eval.CutoffMetric;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.tune.model.TuneModel;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prepares a study from the Train form and the choices in the start pane, and starts it. */
final class StudyDrafting {
    private final Services services;
    private final Session session;
    private final Frame frame;
    private final TrainForm trainForm;
    private final Clock clock;
    private final StudyDesk desk;
    private final ShownStudy shown;
    private final TuneModel model;
    private final Latest working;
    private final Consumer<StudySnapshot> begun;
    private @Nullable DraftStudy draft;
    /** The previous draft, whose changes are kept if the new one has the same specification. */
    private @Nullable DraftStudy before;

    private boolean startsWhenReady;

    /** {@code begun} gets the study once it is stored. */
    StudyDrafting(
            Services services,
            Session session,
            Frame frame,
            TuneSurroundings around,
            ShownStudy shown,
            TuneModel model,
            Consumer<StudySnapshot> begun) {
        this.services = services;
        this.session = session;
        this.frame = frame;
        this.trainForm = around.trainForm();
        this.clock = around.clock();
        this.desk = around.desk();
        this.shown = shown;
        this.model = model;
        this.begun = begun;
        this.working = new Latest(frame.jobs());
    }

    /** Starts the study as soon as it is prepared. */
    void startWhenReady() {
        startsWhenReady = true;
    }

    /** Fills the start pane of a study from the Train form, unless a study is on screen. */
    void refill(StartPane start) {
        Session.Opened opened = session.openedProperty().get();
        if (opened == null || shown.id() > 0) {
            return;
        }
        before = draft == null ? before : draft;
        draft = null;
        RunSpec base = trainForm.start().apply(opened.prepared());
        model.draftingProperty().set(true);
        working.run(
                () -> CutoffMetric.parse(
                                services.prepare(base, opened.dataset()).spec().metrics())
                        .stream()
                        .filter(CutoffMetric::decides)
                        .map(CutoffMetric::name)
                        .toList(),
                metrics -> {
                    model.draftingProperty().set(false);
                    start.fill(base.algorithm(), metrics);
                },
                this::refused);
    }

    private void refused(Throwable why) {
        model.draftingProperty().set(false);
        startsWhenReady = false;
        // The previous draft does not match the current choices.
        before = draft == null ? before : draft;
        draft = null;
        model.messageProperty().set(frame.texts().of(why));
    }

    /** Prepares a study from the choices, and shows its space. */
    void draft(StudyForm form) {
        Session.Opened opened = session.openedProperty().get();
        if (opened == null || shown.id() > 0) {
            return;
        }
        RunSpec base = trainForm.start().apply(opened.prepared());
        Dataset dataset = opened.dataset();
        String space = trainForm.space().get();
        model.draftingProperty().set(true);
        working.run(() -> form.spec(services, dataset, base, space, clock), this::drafted, this::refused);
    }

    private void drafted(StudySpec spec) {
        model.draftingProperty().set(false);
        if (shown.id() > 0) {
            startsWhenReady = false;
            return;
        }
        DraftStudy known = draft == null ? before : draft;
        // The user's changes are kept if the specification is the same.
        DraftStudy made = known != null && known.isOf(spec) ? known : new DraftStudy(spec);
        draft = made;
        model.messageProperty().set("");
        shown.show(made.snapshot());
        if (startsWhenReady) {
            begin();
        }
    }

    /** Changes the study that has not started. */
    void steer(StudyEvent.Steering event) {
        if (draft != null) {
            draft.steer(event);
            shown.show(draft.snapshot());
        }
    }

    /** Whether the user has changed a study that has not started. */
    boolean changed() {
        DraftStudy known = draft == null ? before : draft;
        return known != null && known.changed() && shown.id() == 0;
    }

    /** Undoes the last change; returns whether there was one. */
    boolean undo() {
        DraftStudy changed = draft;
        if (changed == null || !changed.undo()) {
            return false;
        }
        shown.show(changed.snapshot());
        return true;
    }

    /** Stores and starts the study; if it is still being prepared, starts it afterwards. */
    void begin() {
        startsWhenReady = working.underWay();
        if (startsWhenReady) {
            return;
        }
        DraftStudy ready = draft;
        if (ready == null || shown.id() > 0) {
            return;
        }
        draft = null;
        before = null;
        StudySpec spec = ready.spec();
        List<StudyEvent.Steering> first = ready.preferences();
        frame.jobs()
                .run(
                        () -> {
                            long study = desk.create(spec);
                            for (StudyEvent.Steering event : first) {
                                desk.append(study, event);
                            }
                            return desk.snapshot(study);
                        },
                        begun,
                        problem -> {
                            draft = ready;
                            frame.dialogs().error(problem);
                        });
    }
}
