package dev.nara.ui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * Shows notes at the bottom right: at most three, two while a layer is open over the window. Problems and notes that had to make room are
 * counted until the user opens the list of all notes. Only for the JavaFX thread.
 */
public final class Notices {
    private static final int MOST = 3;
    private static final int MOST_COVERED = 2;
    private static final int KEPT = 200;
    private static final double WIDTH = 400;
    /** The distance from the window's right edge and from the status line. */
    private static final Insets PLACE = new Insets(0, 16, 38, 0);

    private final Layers layers;
    private final Texts texts;
    private final ShownFile files;
    private final Jobs jobs;
    private final DesktopNotes desktop;
    private final VBox shown = new VBox();
    private final List<Note> all = new ArrayList<>();
    private final IntegerProperty unseen = new SimpleIntegerProperty();
    private final Timeline clock = new Timeline();
    private boolean quiet;
    private boolean desktopOff;

    /** Shows notes in these layers and on the desktop; {@code jobs} opens the folders of files. */
    public Notices(Layers layers, Texts texts, Jobs jobs, DesktopNotes desktop) {
        this(layers, texts, jobs, desktop, Duration.seconds(1));
    }

    /** For tests that advance the seconds themselves: {@code second} is the real duration of a second. */
    Notices(Layers layers, Texts texts, Jobs jobs, DesktopNotes desktop, Duration second) {
        this.layers = layers;
        this.texts = texts;
        this.jobs = jobs;
        this.desktop = desktop;
        this.files = new ShownFile(jobs, path -> tell(texts.get("notices.folder.none"), path.toString()));
        shown.setId("toasts");
        shown.setSpacing(8);
        shown.setPickOnBounds(false);
        shown.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        shown.setPrefWidth(WIDTH);
        StackPane.setAlignment(shown, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(shown, PLACE);
        FocusRing.mark(shown, FocusRing.Stop.NOTES);
        layers.notes().getChildren().add(shown);
        layers.coveredProperty().addListener((o, was, is) -> makeRoom());
        clock.getKeyFrames().add(new KeyFrame(second, e -> second()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** Shows information that disappears by itself. */
    public void tell(String title, String message) {
        show(new Note(Note.Kind.INFORMATION, title, message, "", List.of(), ""));
    }

    /** Shows a desktop notification if the window is not focused. It must not contain names of users or names given by them. */
    public void tellOnDesktop(String title, String message) {
        if (!desktopOff && !(layers.owner().isShowing() && layers.owner().isFocused())) {
            jobs.quietly(
                    () -> {
                        desktop.show(title, message);
                        return title;
                    },
                    shownThere -> {},
                    error -> {});
        }
    }

    /** Turns desktop notifications off. */
    public void keepOffDesktop(boolean wanted) {
        desktopOff = wanted;
    }

    /** Turns information notes off; they are still in the list. */
    public void quiet(boolean wanted) {
        quiet = wanted;
    }

    /** Shows a problem: it stays until closed, and is counted until the list is opened. */
    public void problem(String title, String message, String details) {
        unseen.set(unseen.get() + 1);
        show(new Note(Note.Kind.FAILED, title, message, "", List.of(), details));
    }

    /** The same, with actions. */
    public void problem(String title, String message, Note.Step... steps) {
        unseen.set(unseen.get() + 1);
        show(new Note(Note.Kind.FAILED, title, message, "", List.of(steps), ""));
    }

    /** Shows that something was done which can be undone for some seconds. */
    public void undoable(String message, Runnable undo) {
        Note.Step back = new Note.Step(texts.get("action.undo"), Feather.CORNER_UP_LEFT, undo);
        show(new Note(Note.Kind.UNDO, "", message, "", List.of(back), ""));
    }

    /** Shows that a file or folder was written, with a button for its folder and further actions. */
    public void written(Note.Kind kind, String subject, String message, Path file, Note.Step... more) {
        List<Note.Step> steps = new ArrayList<>();
        steps.add(new Note.Step(texts.get("notices.folder"), Feather.FOLDER, () -> files.show(file)));
        steps.addAll(List.of(more));
        show(new Note(kind, subject, message, String.valueOf(file.getFileName()), List.copyOf(steps), ""));
    }

    /** The same with the folder as the message. */
    public void written(String subject, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        written(Note.Kind.DONE, subject, folder == null ? "" : texts.get("notices.in", folder), file);
    }

    private void show(Note note) {
        all.add(note);
        if (all.size() > KEPT) {
            all.remove(0);
        }
        if (!layers.owner().isShowing() || (quiet && note.kind() == Note.Kind.INFORMATION)) {
            return;
        }
        shown.getChildren().removeIf(node -> ((Toast) node).note().says(note));
        Toast toast = new Toast(note, texts, this::close);
        shown.getChildren().add(toast);
        toast.rise();
        makeRoom();
        clock.play();
    }

    /** Removes the oldest notes if there are too many; they remain in the list. */
    private void makeRoom() {
        int most = layers.coveredProperty().get() ? MOST_COVERED : MOST;
        while (shown.getChildren().size() > most) {
            Toast oldest = (Toast) shown.getChildren().remove(0);
            if (oldest.note().kind() != Note.Kind.FAILED) {
                unseen.set(unseen.get() + 1);
            }
        }
    }

    private void close(Toast toast) {
        boolean held = toast.isFocusWithin();
        shown.getChildren().remove(toast);
        if (toast.note().kind() == Note.Kind.FAILED) {
            unseen.set(Math.max(0, unseen.get() - 1));
        }
        if (held) {
            layers.ring().back();
        }
    }

    /** Called every second. */
    void second() {
        List<Toast> over = shown.getChildren().stream()
                .map(Toast.class::cast)
                .filter(Toast::over)
                .toList();
        shown.getChildren().removeAll(over);
        if (shown.getChildren().isEmpty()) {
            clock.stop();
        }
    }

    /** The number of notes that the user has not seen: problems, and notes that had to make room. */
    public ReadOnlyIntegerProperty unseenProperty() {
        return unseen;
    }

    /** Shows all notes so far, the latest first. */
    public void showProblems() {
        unseen.set(0);
        shown.getChildren().clear();
        new NoticeList(layers, texts, all).open();
    }
}
