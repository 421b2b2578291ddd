package dev.nara.ui.common;

import dev.nara.split.Warning;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/** Shows the values of a closed choice in words. */
public final class Words {
    private Words() {}

    /** What there is to know, and the settings that do away with it as the form calls them. */
    public static String whole(Warning warning, Texts texts) {
        String what = texts.of(warning.what());
        return warning.remedy().isEmpty() ? what : texts.get("warning.remedy", what, remedy(warning, texts));
    }

    /** The settings that do away with it, as the form calls them. */
    public static String remedy(Warning warning, Texts texts) {
        return warning.remedy().entrySet().stream()
                .map(one -> texts.setting(one.getKey()) + ": " + texts.value(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Shows the values of a choice in the window's language, and in another as soon as that is chosen. */
    public static <T> void show(ComboBox<T> box, Texts texts, Function<T, String> words) {
        box.setConverter(of(words));
        texts.localeProperty().addListener((o, was, is) -> {
            box.setConverter(of(words));
            box.setButtonCell(new Shown<>(words));
        });
    }

    /** The chosen value; a box asks its converter again only when another is chosen. */
    private static final class Shown<T> extends ListCell<T> {
        private final Function<T, String> words;

        Shown(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : words.apply(value));
        }
    }

    /** A converter that only shows; nobody types into a closed choice. */
    public static <T> StringConverter<T> of(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        };
    }
}
