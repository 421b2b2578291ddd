package dev.nara.ui.shell;

import dev.nara.settings.UserPreferences;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The user's preferences as properties; "" always means the default of the system or the data. */
final class Choices {
    private final StringProperty language;
    private final StringProperty theme;
    private final StringProperty motion;
    private final IntegerProperty percent;
    private final StringProperty workspace;
    private final StringProperty metric;
    private final StringProperty engine;
    private final StringProperty torch;
    private final BooleanProperty silent;
    private final BooleanProperty presenting;
    private final BooleanProperty goesOn;
    private final BooleanProperty within;

    Choices(UserPreferences left) {
        language = new SimpleStringProperty(left.language());
        theme = new SimpleStringProperty(left.theme());
        motion = new SimpleStringProperty(left.motion());
        percent = new SimpleIntegerProperty(left.percent());
        workspace = new SimpleStringProperty(left.workspace());
        metric = new SimpleStringProperty(left.metric());
        engine = new SimpleStringProperty(left.engine());
        torch = new SimpleStringProperty(left.torch());
        silent = new SimpleBooleanProperty(left.silent());
        presenting = new SimpleBooleanProperty(left.presenting());
        goesOn = new SimpleBooleanProperty(left.goesOn());
        within = new SimpleBooleanProperty(left.within());
    }

    UserPreferences now() {
        return new UserPreferences(
                language.get(),
                theme.get(),
                motion.get(),
                percent.get(),
                workspace.get(),
                metric.get(),
                engine.get(),
                torch.get(),
                silent.get(),
                presenting.get(),
                goesOn.get(),
                within.get());
    }

    /** "ko", "en" or "". */
    StringProperty languageProperty() {
        return language;
    }

    /** "light", "dark", "contrast" or "". */
    StringProperty themeProperty() {
        return theme;
    }

    /** "on", "off" or "". */
    StringProperty motionProperty() {
        return motion;
    }

    /** The scale of the window, in percent, from the next start on. */
    IntegerProperty percentProperty() {
        return percent;
    }

    /** The folder of the runs, from the next start on. */
    StringProperty workspaceProperty() {
        return workspace;
    }

    /** The metrics that the form starts with. */
    StringProperty metricProperty() {
        return metric;
    }

    /** The engine that the form starts with. */
    StringProperty engineProperty() {
        return engine;
    }

    /** The folder of PyTorch, from the next start on. */
    StringProperty torchProperty() {
        return torch;
    }

    /** Whether no note is shown when a run ends. */
    BooleanProperty silentProperty() {
        return silent;
    }

    /** Whether children are shown by pseudonyms. */
    BooleanProperty presentingProperty() {
        return presenting;
    }

    /** Whether the window opens with the state in which it was left. */
    BooleanProperty goesOnProperty() {
        return goesOn;
    }

    /** Whether there are no desktop notifications. */
    BooleanProperty withinProperty() {
        return within;
    }
}
