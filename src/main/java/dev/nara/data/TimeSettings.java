package dev.nara.data;

/**
 * How the times of a log are to be read, as far as it is said.
 *
 * @param format a pattern such as {@code dd/MM/yyyy HH:mm}, or {@code s}, {@code ms}, {@code us}, {@code ns} or {@code
 *     excel} for numbers; "" to find it out
 * @param zone the zone whose days are cut, such as {@code Asia/Seoul} or {@code +09:00}; "" to find it out
 */
public record TimeSettings(String format, String zone) {
    /** Everything found out. */
    public static final TimeSettings FOUND_OUT = new TimeSettings("", "");

    /** What a file leaves out is found out. */
    public TimeSettings {
        format = format == null ? "" : format.strip();
        zone = zone == null ? "" : zone.strip();
    }
}
