package dev.nara.algorithm;

import java.util.List;

/**
 * What people change first of an algorithm: a parameter, or sizes that are set side by side.
 *
 * @param name of the parameter; of sizes, the text {@code essential.NAME} names them
 * @param parts each a value of its own: the name of its parameter, and of those that have the same value until they are set apart
 */
public record Essential(String name, List<List<String>> parts) {
    /** A single parameter. */
    public static Essential of(String parameter) {
        return new Essential(parameter, List.of(List.of(parameter)));
    }

    /** Sizes. */
    public static Essential sizes(List<List<String>> parts) {
        return new Essential("size", parts);
    }
}
