package dev.nara.ui.tune;

import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.WhenVisible;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** Shows the newest state of the study on screen, but only while the workspace is visible. */
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

    /** Shows the newest state now, because an action needs it. */
    void catchUp() {
        StudySnapshot study = latest;
        latest = null;
        if (study != null && shown.id() == study.id()) {
            shown.show(study);
        }
    }

    /** Discards the waiting state, because another study is shown. */
    void forget() {
        latest = null;
    }
}
