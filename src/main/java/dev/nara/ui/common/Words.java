package dev.nara.ui.common;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows the values of a closed choice in words. */
public final class Words {
    private Words() {}

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
