package dev.nara.ui.common;

import dev.nara.data.DataException;
import dev.nara.text.OptionWords;
import dev.nara.text.RoleWords;
import dev.nara.text.Text;
import dev.nara.text.WindowWords;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The window's language, and texts that follow it. */
public final class Texts {
    private final ObjectProperty<Locale> locale;
    /** What the roles of the open data are called; null before any is open. */
    private @Nullable RoleWords roles;

    /** Begins in that language. */
    public Texts(Locale start) {
        locale = new SimpleObjectProperty<>(WindowWords.in(start)) {
            @Override
            public void set(Locale language) {
                Locale now = WindowWords.in(roles == null ? language : roles.onScreen(language));
                // Every text of the window would be made anew to say the same.
                if (!now.equals(get())) {
                    super.set(now);
                }
            }
        };
    }

    /** The language; setting it changes every bound text at once. */
    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    /** Calls users, items and interactions as the data do, in every bound text at once. */
    public void roles(RoleWords words) {
        roles = words;
        locale.set(locale.get());
    }

    /** The language. */
    public Locale locale() {
        return locale.get();
    }

    /** The text of a key, now. */
    public String get(String key, Object... arguments) {
        return of(Text.of(key, arguments));
    }

    /** The words of a text, now. */
    public String of(Text text) {
        return text.in(locale.get());
    }

    /** The name of a setting or fact of a run as forms have it, now; itself where it has no other. */
    public String setting(String name) {
        return Stream.of("parameter." + name, "train." + name, "detail." + name)
                .filter(key -> Text.exists(key, locale.get()))
                .findFirst()
                .map(key -> get(key))
                .orElse(name);
    }

    /** The value of a setting in words, now; itself where it has no other. */
    public String value(String setting, String value) {
        return OptionWords.of(setting, value, locale.get());
    }

    /** What went wrong, now: the message with file and remedy where there is one. */
    public String of(Throwable error) {
        return error instanceof DataException wrong
                ? wrong.message(locale.get())
                : DataException.told(error)
                        .map(told -> told.message(locale.get()))
                        .orElse(error.toString());
    }

    /** The text of a key, following the language. */
    public StringBinding binding(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> get(key, arguments), locale);
    }
}
