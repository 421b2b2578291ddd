package dev.nara.ui.shell;

import dev.nara.settings.SystemLook;
import dev.nara.text.RoleWords;
import dev.nara.ui.common.Motion;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** The window's language, theme and motion, as the user prefers or as the system has them. */
final class Look {
    private final SystemLook system;
    private final Texts texts;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final Choices choices;

    /** Follows the user's choices. */
    Look(Choices choices, SystemLook system) {
        this.choices = choices;
        this.system = system;
        texts = new Texts(language(choices.languageProperty().get()));
        // The words of the sample and the service's data, so that opening these changes no text.
        texts.roles(RoleWords.SERVICE);
        choices.languageProperty()
                .addListener((o, was, is) -> texts.localeProperty().set(language(is)));
        choices.themeProperty().addListener((o, was, is) -> theme.set(theme(is)));
        choices.motionProperty().addListener((o, was, is) -> Motion.onProperty().set(moves(is)));
        theme.set(theme(choices.themeProperty().get()));
        String motion = choices.motionProperty().get();
        if (!motion.isEmpty() || system.still()) {
            Motion.onProperty().set(moves(motion));
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

    /**
     * Uses the open data's own words for users and items; to be called before the workspaces follow the session, so that they set their
     * texts only once.
     */
    void speakOf(Session session) {
        session.openedProperty().addListener((o, was, is) -> {
            if (is != null) {
                texts.roles(RoleWords.of(is.dataset().format()));
            }
        });
    }

    Texts texts() {
        return texts;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    void switchTheme() {
        choices.themeProperty().set(theme.get() == Theme.DARK ? "light" : "dark");
    }

    void switchLanguage() {
        boolean korean = texts.locale().getLanguage().equals("ko");
        choices.languageProperty().set(korean ? "en" : "ko");
    }

    /** Applies the theme to the scene, now and whenever it changes. */
    void colour(Scene scene) {
        theme.get().apply(scene);
        theme.addListener((o, was, is) -> is.apply(scene));
    }
}
