package dev.nara.ui.common;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something that the window says.
 *
 * @param subject what it is about, in bold
 * @param message what is to be said of it
 * @param file the name of the file that it is about; "" for none
 * @param steps what can be done now
 * @param details for those who want to know exactly; "" for none
 */
public record Note(Kind kind, String subject, String message, String file, List<Step> steps, String details) {
    /** How it is shown, and for how long. */
    public enum Kind {
        /** In passing; goes away. */
        TOLD(Feather.INFO, "accent", 8),
        /** Something was done, with what can be done now. */
        DONE(Feather.CHECK_CIRCLE, "good", 12),
        /** The same, with something odd about it. */
        WARNED(Feather.ALERT_TRIANGLE, "warn", 12),
        /** It can be taken back for some seconds. */
        UNDO(Feather.CORNER_UP_LEFT, "muted", 8),
        /** It stays until somebody closes it. */
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

        /** How long it stays; 0 for as long as nobody closes it. */
        int seconds() {
            return seconds;
        }
    }

    /** What a button of it says and does. */
    public record Step(String name, Feather sign, Runnable act) {}

    /** Whether it says the same. */
    boolean says(Note other) {
        return kind == other.kind && subject.equals(other.subject) && message.equals(other.message);
    }
}
