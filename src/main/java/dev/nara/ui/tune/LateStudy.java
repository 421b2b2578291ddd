package dev.nara.ui.tune;

import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.WhenVisible;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** How the study on screen stands, shown while somebody looks: what comes while nobody does is drawn once they look again. */
final class LateStudy {
    private final ShownStudy shown;
    private final WhenVisible showing;
    private @Nullable StudySnapshot latest;

    LateStudy(ShownStudy shown, ObservableBooleanValue seen) {
        this.shown = shown;
        showing = new WhenVisible(seen, this::catchUp);
    }

    void offer(StudySnapshot study) {
        latest = study;
        showing.due();
    }

    /** Shows the latest, for whoever acts on it from elsewhere. */
    void catchUp() {
        StudySnapshot study = latest;
        latest = null;
        if (study != null && shown.id() == study.id()) {
            shown.show(study);
        }
    }

    /** Another study comes on screen. */
    void forget() {
        latest = null;
    }
}
