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
    /** The words for the roles of the open data; null before any is open. */
    private @Nullable RoleWords roles;

    /** Starts with that language. */
    public Texts(Locale start) {
        locale = new SimpleObjectProperty<>(WindowWords.in(start)) {
            @Override
            public void set(Locale language) {
                Locale now = WindowWords.in(roles == null ? language : roles.onScreen(language));
                // Otherwise every text of the window would be rebuilt without change.
                if (!now.equals(get())) {
                    super.set(now);
                }
            }
        };
    }

    /** The language; a change updates every bound text. */
    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    /** Uses the data's own words for users, items and interactions in every bound text. */
    public void roles(RoleWords words) {
        roles = words;
        locale.set(locale.get());
    }

    /** The language. */
    public Locale locale() {
        return locale.get();
    }

    /** The current text of a key. */
    public String get(String key, Object... arguments) {
        return of(Text.of(key, arguments));
    }

    /** The text in the current language. */
    public String of(Text text) {
        return text.in(locale.get());
    }

    /** The current name of a setting or fact of a run, as in forms; the given name if it has none. */
    public String setting(String name) {
        return Stream.of("parameter." + name, "train." + name, "detail." + name)
                .filter(key -> Text.exists(key, locale.get()))
                .findFirst()
                .map(key -> get(key))
                .orElse(name);
    }

    /** The current text of a setting's value; the value itself if it has none. */
    public String value(String setting, String value) {
        return OptionWords.of(setting, value, locale.get());
    }

    /** The current message of an error, with file and remedy if there are any. */
    public String of(Throwable error) {
        return error instanceof DataException wrong
                ? wrong.message(locale.get())
                : DataException.of(error)
                        .map(known -> known.message(locale.get()))
                        .orElse(error.toString());
    }

    /** The text of a key, which follows the language. */
    public StringBinding binding(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> get(key, arguments), locale);
    }
}
