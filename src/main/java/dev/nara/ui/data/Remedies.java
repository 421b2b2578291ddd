package dev.nara.ui.data;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Buttons with remedies for data that could not be read. */
final class Remedies {
    /** The actions of the buttons. */
    interface Acts {
        /** Reads the data again, for example after the file was repaired. */
        void again(Path path);

        /** Asks for the columns of the table. */
        void identify(Path path);

        /** Lets the user choose other data. */
        void choose();

        /** Shows the file. */
        void showFile(Path path);

        /** Returns to the open data. */
        void back();
    }

    private Remedies() {}

    /** The remedies that apply; {@code open} are the open data, null for none. */
    static List<Button> of(Texts texts, @Nullable Dataset open, DataModel.Unread unread, Acts acts) {
        Path path = unread.path();
        List<Button> all = new ArrayList<>();
        if (open != null) {
            all.add(Tables.button(texts, "data-back", "data.back", acts::back));
        }
        boolean there = Files.exists(path);
        if (there && unread.error() instanceof DataException wrong && wrong.line() > 0) {
            all.add(Tables.button(texts, "data-show-file", "data.show.file", () -> acts.showFile(path)));
        }
        if (there && Files.isRegularFile(path)) {
            all.add(Tables.button(texts, "data-identify", "data.identify", () -> acts.identify(path)));
        }
        if (there) {
            all.add(Tables.button(texts, "data-again", "data.again", () -> acts.again(path)));
        } else {
            all.add(Tables.button(texts, "data-choose", "action.open", acts::choose));
        }
        all.forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        return all;
    }
}
