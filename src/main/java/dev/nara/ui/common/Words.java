package dev.nara.ui.common;

import dev.nara.split.Warning;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/** Texts for values of choices and for warnings. */
public final class Words {
    private Words() {}

    /** The text of a warning, with the settings that would avoid it, named as in the form. */
    public static String whole(Warning warning, Texts texts) {
        String what = texts.of(warning.what());
        return warning.remedy().isEmpty() ? what : texts.get("warning.remedy", what, remedy(warning, texts));
    }

    /** The settings that would avoid the cause of a warning, named as in the form. */
    public static String remedy(Warning warning, Texts texts) {
        return warning.remedy().entrySet().stream()
                .map(one -> texts.setting(one.getKey()) + ": " + texts.value(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Shows the values of a box as text in the window's language, and follows changes of the language. */
    public static <T> void show(ComboBox<T> box, Texts texts, Function<T, String> words) {
        box.setConverter(of(words));
        texts.localeProperty().addListener((o, was, is) -> {
            box.setConverter(of(words));
            box.setButtonCell(new Shown<>(words));
        });
    }

    /** The selected value; the box itself calls its converter only when the selection changes. */
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

    /** A converter only for display; nothing is typed into a closed choice. */
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
