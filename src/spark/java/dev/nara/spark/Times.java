package dev.nara.spark;

import dev.nara.data.LogCalendar;
import java.io.Serializable;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the times of a log are, as {@link LogCalendar} but to be sent to other machines. */
final class Times implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LogCalendar.Kind kind;
    private final @Nullable ZoneId zone;

    Times(LogCalendar calendar) {
        this.kind = calendar.kind();
        this.zone = calendar.zone();
    }

    LogCalendar calendar() {
        return new LogCalendar(kind, zone, "");
    }
}
