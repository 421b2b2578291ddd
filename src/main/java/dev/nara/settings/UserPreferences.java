package dev.nara.settings;

import java.util.Objects;

/**
 * The user's preferences for the whole program.
 *
 * @param language "ko" or "en", "" for the system's
 * @param theme "light", "dark" or "contrast", "" for the system's
 * @param motion "on" or "off", "" for the system's
 * @param percent the size of everything, 100 … 200
 * @param workspace the folder of the runs, "" for the default
 * @param metric initially in the form, "" for that of the data
 * @param engine initially in the form, "" to let the program choose
 * @param torch the folder of an installed PyTorch, "" for none
 * @param silent whether the window does not notify when a run ends
 * @param presenting whether children have pseudonyms on screen
 * @param goesOn whether the window opens where it was left instead of with the start screen
 * @param within whether there are no desktop notifications while another window is in front
 */
public record UserPreferences(
        String language,
        String theme,
        String motion,
        int percent,
        String workspace,
        String metric,
        String engine,
        String torch,
        boolean silent,
        boolean presenting,
        boolean goesOn,
        boolean within) {
    /** The smallest and the largest size, in percent. */
    public static final int LEAST = 100;

    public static final int MOST = 200;

    /** Everything as the system has it. */
    public static final UserPreferences USUAL =
            new UserPreferences("", "", "", LEAST, "", "", "", "", false, false, false, false);

    /** Missing members take their defaults, and values out of range the nearest bound. */
    public UserPreferences {
        language = Objects.requireNonNullElse(language, "");
        theme = Objects.requireNonNullElse(theme, "");
        motion = Objects.requireNonNullElse(motion, "");
        percent = Math.max(LEAST, Math.min(MOST, percent));
        workspace = Objects.requireNonNullElse(workspace, "");
        metric = Objects.requireNonNullElse(metric, "");
        engine = Objects.requireNonNullElse(engine, "");
        torch = Objects.requireNonNullElse(torch, "");
    }
}
