package dev.nara.ui.shell;

import dev.nara.settings.SystemLook;
import dev.nara.settings.UserPreferences;
import dev.nara.ui.common.Motion;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;

/** The window's language, its colours, and whether things move: as people chose, or as the system has it. */
final class Look {
    private final SystemLook system;
    private final Texts texts;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final StringProperty chosenTheme;
    private final StringProperty chosenMotion;

    /** As it was left. */
    Look(UserPreferences left, SystemLook system) {
        this.system = system;
        texts = new Texts(language(left.language()));
        chosenTheme = new SimpleStringProperty(left.theme());
        chosenMotion = new SimpleStringProperty(left.motion());
        chosenTheme.addListener((o, was, is) -> theme.set(theme(is)));
        chosenMotion.addListener((o, was, is) -> Motion.onProperty().set(moves(is)));
        theme.set(theme(left.theme()));
        if (!left.motion().isEmpty() || system.still()) {
            Motion.onProperty().set(moves(left.motion()));
        }
    }

    private static Locale language(String chosen) {
        String language = chosen.isEmpty() ? Locale.getDefault().getLanguage() : chosen;
        return language.equals("ko") ? Locale.KOREAN : Locale.ENGLISH;
    }

    private Theme theme(String chosen) {
        return switch (chosen) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            case "contrast" -> Theme.CONTRAST;
            default -> system.dark() ? Theme.DARK : Theme.LIGHT;
        };
    }

    private boolean moves(String chosen) {
        return chosen.isEmpty() ? !system.still() : chosen.equals("on");
    }

    Texts texts() {
        return texts;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** "light", "dark", "contrast", or "" for the system's; setting it changes the colours. */
    StringProperty chosenThemeProperty() {
        return chosenTheme;
    }

    /** "on", "off", or "" for the system's. */
    StringProperty chosenMotionProperty() {
        return chosenMotion;
    }

    void switchTheme() {
        chosenTheme.set(theme.get() == Theme.DARK ? "light" : "dark");
    }

    void switchLanguage() {
        boolean korean = texts.locale().getLanguage().equals("ko");
        texts.localeProperty().set(korean ? Locale.ENGLISH : Locale.KOREAN);
    }

    /** Colours the scene, now and whenever the theme changes. */
    void colour(Scene scene) {
        theme.get().apply(scene);
        theme.addListener((o, was, is) -> is.apply(scene));
    }
}
