package dev.nara.ui.export;

import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.ui.common.FilePicker;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.Optional;

/** The services for the parts of the Export workspace. */
record Workplace(Services services, RunStore store, Session session, Frame frame) {
    Jobs jobs() {
        return frame.jobs();
    }

    Texts texts() {
        return frame.texts();
    }

    FilePicker picker() {
        return frame.picker();
    }

    /** Shows a sentence in the status bar. */
    void say(String sentence) {
        frame.say().accept(sentence);
    }

    /** The open data, if any. */
    Optional<Session.Opened> opened() {
        return Optional.ofNullable(session.openedProperty().get());
    }
}
