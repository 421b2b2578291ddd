package dev.nara.settings;

import java.util.Objects;

/**
 * Data that was opened before.
 *
 * @param path of the data
 * @param name of the data
 * @param users their number, 0 if unknown
 * @param day of the last time, as 2022-04-30; "" if unknown
 */
public record OpenedData(String path, String name, int users, String day) {
    /** Missing members are unknown. */
    public OpenedData {
        path = Objects.requireNonNullElse(path, "");
        name = Objects.requireNonNullElse(name, "");
        users = Math.max(0, users);
        day = Objects.requireNonNullElse(day, "");
    }
}
