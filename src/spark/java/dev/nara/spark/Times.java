package dev.nara.spark;

import dev.nara.data.LogCalendar;
import java.io.Serializable;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The meaning of a log's times: a serialisable form of {@link LogCalendar}. */
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
