package dev.nara.data.read.time;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.Findings;
import dev.nara.data.LogCalendar;
import dev.nara.data.LogTime;
import dev.nara.data.TimeSettings;
import dev.nara.data.read.table.DataRow;
import dev.nara.data.read.table.Table;
import dev.nara.text.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column of times of a log. Detects their form if it is not specified, and reads each in full precision. Refuses a cell that is not a
 * time, and dates whose day and month cannot be distinguished.
 */
public final class TimeColumn {
    private static final int SAMPLE = 100;

    private final int column;
    private final @Nullable TimeForm form;
    private final TimeSettings settings;
    private final @Nullable ZoneId chosen;
    private final WrittenTime cell = new WrittenTime();
    private final TimeTally tally = new TimeTally();
    private final TimeFindings found = new TimeFindings(Instant.now());
    private long line;
    private String example = "";
    private long exampleTime;

    private TimeColumn(int column, @Nullable TimeForm form, TimeSettings settings, @Nullable ZoneId chosen) {
        this.column = column;
        this.form = form;
        this.settings = settings;
        this.chosen = chosen;
    }

    /** For the column with this index; its form is detected from the first rows. */
    public static TimeColumn of(Table rows, int column, TimeSettings settings) throws DataException {
        ZoneId zone = zone(settings);
        if (!settings.format().isEmpty()) {
            return new TimeColumn(column, TimeForms.named(settings.format()), settings, zone);
        }
        List<String> cells = rows.cells(column, SAMPLE);
        boolean asks = !cells.isEmpty() && DayMonth.has(cells.get(0));
        TimeForm found = asks ? new FirstOf(DayMonth.forms(rows, column)) : TimeForms.of(cells);
        return new TimeColumn(column, found, settings, zone);
    }

    /** For a log without times: rows are numbered from 0. */
    public static TimeColumn lines() {
        return new TimeColumn(0, null, TimeSettings.FOUND_OUT, null);
    }

    /** The specified zone, null for none. */
    public static @Nullable ZoneId zone(TimeSettings settings) throws DataException {
        try {
            return settings.zone().isEmpty() ? null : ZoneId.of(settings.zone()).normalized();
        } catch (DateTimeException e) {
            throw new DataException(Text.of("data.zone", settings.zone()), Text.of("data.zone.remedy"));
        }
    }

    /** The {@link LogTime} of a row, or its number if there are no times. */
    public long read(DataRow row) throws DataException {
        if (form == null) {
            return line++;
        }
        if (row.isTime(column) && settings.format().isEmpty()) {
            cell.typed(row.nanos(column), row.isInstant(column));
        } else if (!(row.isWhole(column)
                ? form.read(row.whole(column), cell)
                : form.read(row.required(column), cell))) {
            throw row.wrong(column, settings.format().isEmpty() ? "data.cell.any-time" : "data.cell.other-time");
        }
        long time = cell.time();
        tally.add(cell);
        found.add(() -> row.text(column).strip(), cell);
        if (example.isEmpty()) {
            example = row.text(column).strip();
            exampleTime = time;
        }
        if (chosen != null && !chosen.equals(ZoneOffset.UTC) && tally.locals() > 0 && tally.instants() > 0) {
            throw row.wrong(column, "data.cell.no-zone");
        }
        return time;
    }

    /** Adds the findings on the times that were read. */
    public void addTo(Findings findings) {
        found.addTo(findings, tally);
    }

    /** The findings on the times that were read. */
    public List<Finding> findings() {
        Findings findings = new Findings();
        addTo(findings);
        return findings.list();
    }

    /** The calendar of the times that were read. */
    public LogCalendar calendar() {
        if (form == null) {
            return LogCalendar.LINES;
        }
        LogCalendar bare = new LogCalendar(tally.kind(), tally.zone(chosen), "");
        return new LogCalendar(bare.kind(), bare.zone(), bare.dates() ? example + " → " + bare.text(exampleTime) : "");
    }
}
