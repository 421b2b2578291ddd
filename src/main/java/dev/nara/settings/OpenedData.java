package dev.nara.settings;

import java.util.Objects;

/**
 * Data that was opened.
 *
 * @param path where it lay
 * @param name of the data
 * @param users it had, 0 where that is not known
 * @param day of the last time, as 2022-04-30; "" where it is not known
 */
public record OpenedData(String path, String name, int users, String day) {
    /** What a file lacks is not known. */
    public OpenedData {
        path = Objects.requireNonNullElse(path, "");
        name = Objects.requireNonNullElse(name, "");
        users = Math.max(0, users);
        day = Objects.requireNonNullElse(day, "");
    }
}
