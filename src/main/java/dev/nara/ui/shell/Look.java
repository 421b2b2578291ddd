package dev.nara.ui.shell;

import dev.nara.settings.Settings;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** The window's language and colours. */
final class Look {
    private final Texts texts;
    private final ObjectProperty<Theme> theme;

    /** As it was left; the language is the system's at first. */
    Look(Settings settings) {
        texts = new Texts(language(settings.language()));
        theme = new SimpleObjectProperty<>(settings.dark() ? Theme.DARK : Theme.LIGHT);
    }

    private static Locale language(String chosen) {
        String language = chosen.isEmpty() ? Locale.getDefault().getLanguage() : chosen;
        return language.equals("ko") ? Locale.KOREAN : Locale.ENGLISH;
    }

    Texts texts() {
        return texts;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    boolean dark() {
        return theme.get() == Theme.DARK;
    }

    void switchTheme() {
        theme.set(dark() ? Theme.LIGHT : Theme.DARK);
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
