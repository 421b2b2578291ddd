package dev.nara.ui.tune;

import dev.nara.data.Dataset;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudySnapshot;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.tune.model.TuneModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The study on screen with related information: fixed parameters, reference figures of other runs, and its trials' learning curves. */
final class ShownStudy {
    private final TuneModel model;
    private final Services services;
    private final Session session;
    private final TrialCourses courses;
    private final StudyReferences references;
    private List<StoredRun> stored = List.of();
    private long receivedAt = System.nanoTime();

    ShownStudy(TuneModel model, ScreenContext shared, TrialCourses courses, StudyReferences references) {
        this.model = model;
        this.services = shared.services();
        this.session = shared.session();
        this.courses = courses;
        this.references = references;
        model.partProperty().addListener((o, was, is) -> fixed());
    }

    /** The current state of the study; null for none. */
    @Nullable
    StudySnapshot now() {
        return model.snapshotProperty().get();
    }

    /** The number of the study, 0 if none was started. */
    long id() {
        StudySnapshot now = now();
        return now == null ? 0 : now.id();
    }

    /** Removes the study from the screen. */
    void clear() {
        model.messageProperty().set("");
        model.selected().clear();
        model.brushProperty().set(Map.of());
        model.metricProperty().set("");
        model.snapshotProperty().set(null);
    }

    void show(StudySnapshot study) {
        receivedAt = System.nanoTime();
        List<String> parts =
                study.parts().stream().map(StudySnapshot.PartNow::algorithm).toList();
        if (!parts.contains(model.partProperty().get()) && !parts.isEmpty()) {
            model.partProperty().set(parts.get(0));
        }
        model.secondsProperty().set(study.seconds());
        model.snapshotProperty().set(study);
        fixed();
        references();
        courses.follow(study);
    }

    private void fixed() {
        FixedParameters.show(model, services.algorithms(), dataset());
    }

    /** The study's data if they are open, else null. */
    @Nullable
    Dataset dataset() {
        Session.Opened opened = session.openedProperty().get();
        StudySnapshot study = now();
        if (opened == null || study == null) {
            return null;
        }
        boolean same = opened.dataset().has(study.spec().base().fingerprint());
        return study.id() == 0 || same ? opened.dataset() : null;
    }

    /** Sets all stored runs. */
    void runs(List<StoredRun> all) {
        stored = all;
        references();
    }

    private void references() {
        references.show(now(), stored, dataset() != null);
    }

    /** Advances the study's clock between two snapshots. */
    void tick() {
        StudySnapshot study = now();
        if (study == null || study.id() == 0) {
            return;
        }
        Phase phase = study.phase();
        boolean goes = !phase.ended()
                && phase != Phase.PAUSED
                && phase != Phase.INTERRUPTED
                && study.doing().waitsFor().isEmpty();
        if (goes) {
            model.secondsProperty().set(study.seconds() + (System.nanoTime() - receivedAt) / 1e9);
        }
    }
}
