package dev.nara.ui.common;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/**
 * What the window says without being asked: a note that goes away by itself, and problems, which are kept, each once with how
 * often it came, until somebody has looked at them. Touched on the JavaFX thread only.
 */
public final class Notices {
    private static final Duration SHOWN = Duration.seconds(8);

    private final Stage stage;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Map<Problem, Integer> problems = new LinkedHashMap<>();
    private final IntegerProperty unseen = new SimpleIntegerProperty();

    private boolean quiet;

    private record Problem(String title, String message, String details) {}

    /** Notes over that window. */
    public Notices(Stage stage, Texts texts, Dialogs dialogs) {
        this.stage = stage;
        this.texts = texts;
        this.dialogs = dialogs;
    }

    /** A note, for those who look elsewhere. */
    public void tell(String title, String message) {
        if (stage.isShowing() && !quiet) {
            note(title, message).showInformation();
        }
    }

    /** Whether only problems are said. */
    public void quiet(boolean wanted) {
        quiet = wanted;
    }

    /** A problem: a note now, and a mark in the status bar until it is looked at. */
    public void problem(String title, String message, String details) {
        problems.merge(new Problem(title, message, details), 1, Integer::sum);
        unseen.set(unseen.get() + 1);
        if (stage.isShowing()) {
            note(title, message).showWarning();
        }
    }

    private Notifications note(String title, String message) {
        return Notifications.create().owner(stage).title(title).text(message).hideAfter(SHOWN);
    }

    /** How many problems nobody has looked at. */
    public ReadOnlyIntegerProperty unseenProperty() {
        return unseen;
    }

    /** Shows all problems so far, the latest last. */
    public void showProblems() {
        unseen.set(0);
        String all = problems.entrySet().stream()
                .map(e -> e.getKey().title()
                        + (e.getValue() > 1 ? "  ×" + e.getValue() : "")
                        + "\n"
                        + e.getKey().message())
                .collect(Collectors.joining("\n\n"));
        String details = problems.keySet().stream()
                .map(Problem::details)
                .filter(d -> !d.isEmpty())
                .collect(Collectors.joining("\n\n"));
        dialogs.show(all.isEmpty() ? texts.get("notices.none") : all, details);
    }
}
