package dev.nara.settings;

import java.util.Objects;

/**
 * What the user chose for all of the program.
 *
 * @param language "ko" or "en", "" for the system's
 * @param theme "light", "dark" or "contrast", "" for the system's
 * @param motion "on" or "off", "" for the system's
 * @param percent how large everything is, 100 … 200
 * @param workspace the folder of the runs, "" for the usual one
 * @param metric that the form begins with, "" for that of the data
 * @param engine that the form begins with, "" to leave the choice to the program
 * @param torch the folder of an installed PyTorch, "" for none
 * @param silent whether nothing is said in the corner of the window when a run ends
 * @param presenting whether children have pseudonyms on screen
 * @param goesOn whether the window opens with what was left, and not with the start screen
 * @param within whether nothing is told on the desktop while another window is in front
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
    /** How large everything is at least and at most, in percent. */
    public static final int LEAST = 100;

    public static final int MOST = 200;

    /** As the system has it. */
    public static final UserPreferences USUAL =
            new UserPreferences("", "", "", LEAST, "", "", "", "", false, false, false, false);

    /** What a file lacks takes its default, and what is out of range its nearest bound. */
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
