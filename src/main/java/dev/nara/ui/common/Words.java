package dev.nara.ui.common;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/** Shows the values of a closed choice in words. */
public final class Words {
    private Words() {}

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
