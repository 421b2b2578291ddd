package dev.nara.ui.help;

import dev.nara.ui.common.History;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The state of the guide: the pages in the current language, the open place, the history, and the searched words. */
final class HelpModel {
    private final ObjectProperty<Guide> guide;
    private final ReadOnlyObjectWrapper<PagePlace> place = new ReadOnlyObjectWrapper<>(new PagePlace(Guide.FIRST, ""));
    private final StringProperty words = new SimpleStringProperty("");
    private final History<PagePlace> history = new History<>();
    private final ReadOnlyBooleanWrapper before = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper after = new ReadOnlyBooleanWrapper();

    HelpModel(Guide start) {
        guide = new SimpleObjectProperty<>(start);
    }

    /** Opens a place; the previous one is added to the history. */
    void open(PagePlace next) {
        history.now(next);
        show(next);
    }

    void back() {
        history.undo().ifPresent(this::show);
    }

    void forward() {
        history.redo().ifPresent(this::show);
    }

    private void show(PagePlace next) {
        place.set(next);
        before.set(history.canUndo());
        after.set(history.canRedo());
    }

    ObjectProperty<Guide> guideProperty() {
        return guide;
    }

    ReadOnlyObjectProperty<PagePlace> placeProperty() {
        return place.getReadOnlyProperty();
    }

    StringProperty wordsProperty() {
        return words;
    }

    ReadOnlyBooleanProperty beforeProperty() {
        return before.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty afterProperty() {
        return after.getReadOnlyProperty();
    }
}
