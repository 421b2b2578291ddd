package dev.nara.ui.shell;

import dev.nara.data.DataException;
import dev.nara.data.Pseudonyms;
import dev.nara.settings.SettingsFile;
import dev.nara.ui.common.Frame;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Sets aside the window's own files that are damaged, and reports them once there is a window. */
final class DamagedFiles {
    private @Nullable Path key;

    /** The pseudonyms of a workspace's users; new ones if its key is damaged. */
    Pseudonyms pseudonyms(Path workspace) throws DataException {
        try {
            return known(workspace);
        } catch (IOException e) {
            throw DataException.unreadable(workspace, e);
        }
    }

    private Pseudonyms known(Path workspace) throws IOException {
        try {
            return Pseudonyms.of(workspace);
        } catch (Pseudonyms.DamagedKeyException e) {
            key = Pseudonyms.setAside(workspace);
            return Pseudonyms.of(workspace);
        }
    }

    /** Reports what was set aside, and where. */
    void tell(SettingsFile settings, Frame frame) {
        tell("settings", settings.setAside(), frame);
        tell("pseudonyms", key, frame);
    }

    private static void tell(String what, @Nullable Path aside, Frame frame) {
        if (aside != null) {
            frame.notices()
                    .problem(
                            frame.texts().get("damaged." + what),
                            frame.texts().get("damaged." + what + ".why"),
                            aside.toString());
        }
    }
}
