package dev.nara.algorithm;

import java.util.List;

/**
 * A setting that users change first: one parameter, or sizes shown side by side.
 *
 * @param name of the parameter, or for sizes the key of the text {@code essential.NAME}
 * @param parts one entry per value: its parameter, followed by those that share its value until they are set separately
 */
public record Essential(String name, List<List<String>> parts) {
    /** A single parameter. */
    public static Essential of(String parameter) {
        return new Essential(parameter, List.of(List.of(parameter)));
    }

    /** Sizes shown side by side. */
    public static Essential sizes(List<List<String>> parts) {
        return new Essential("size", parts);
    }
}
