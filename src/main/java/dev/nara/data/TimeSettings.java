package dev.nara.data;

/**
 * How to read the times of a log, as far as specified.
 *
 * @param format a pattern such as {@code dd/MM/yyyy HH:mm}, or {@code s}, {@code ms}, {@code us}, {@code ns} or {@code excel} for numbers;
 *     "" to detect it
 * @param zone the zone that determines days, such as {@code Asia/Seoul} or {@code +09:00}; "" to detect it
 */
public record TimeSettings(String format, String zone) {
    /** Everything is detected. */
    public static final TimeSettings FOUND_OUT = new TimeSettings("", "");

    /** Values that a file leaves out are detected. */
    public TimeSettings {
        format = format == null ? "" : format.strip();
        zone = zone == null ? "" : zone.strip();
    }
}
