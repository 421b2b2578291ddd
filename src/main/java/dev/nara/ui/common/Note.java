package dev.nara.ui.common;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/**
 * A message that the window shows unasked.
 *
 * @param subject its subject, in bold
 * @param message its text
 * @param file the name of the file that it is about; "" for none
 * @param steps actions on its buttons
 * @param details technical details; "" for none
 */
public record Note(Kind kind, String subject, String message, String file, List<Step> steps, String details) {
    /** The kind of a note, which determines its look and duration. */
    public enum Kind {
        /** Information; disappears. */
        INFORMATION(Feather.INFO, "accent", 8),
        /** Something was done, with possible next steps. */
        DONE(Feather.CHECK_CIRCLE, "good", 12),
        /** Something was done, with a warning. */
        WARNED(Feather.ALERT_TRIANGLE, "warn", 12),
        /** Something was done that can be undone for some seconds. */
        UNDO(Feather.CORNER_UP_LEFT, "muted", 8),
        /** A problem; stays until the user closes it. */
        FAILED(Feather.ALERT_CIRCLE, "bad", 0);

        private final Feather sign;
        private final String style;
        private final int seconds;

        Kind(Feather sign, String style, int seconds) {
            this.sign = sign;
            this.style = style;
            this.seconds = seconds;
        }

        Feather sign() {
            return sign;
        }

        String style() {
            return style;
        }

        /** The seconds for which it is shown; 0 until the user closes it. */
        int seconds() {
            return seconds;
        }
    }

    /** A button with its action. */
    public record Step(String name, Feather sign, Runnable act) {}

    /** Whether both notes have the same kind and text. */
    boolean says(Note other) {
        return kind == other.kind && subject.equals(other.subject) && message.equals(other.message);
    }
}
