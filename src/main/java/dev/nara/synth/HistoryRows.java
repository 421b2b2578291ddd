package dev.nara.synth;

import java.io.IOException;

/** Turns viewing starts into rows of history_data.csv, with the irregularities of the real log. */
final class HistoryRows {
    static final String HEADER =
            "profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer";

    private static final String TARGET = "MKID003";
    private static final double SESSION_AHEAD = 0.00793;
    private static final Range SECONDS_AHEAD = new Range(5, 180);
    private static final double REPEATED = 0.105;
    private static final double REPEATED_AGAIN = 0.127;
    private static final double REPEAT_DIFFERS = 0.25;
    private static final double PAID = 0.073;
    private static final double PAID_WITH_POINT = 0.4;
    private static final double TRAILER = 0.003;

    private final CsvWriter file;
    private final Catalogue catalogue;
    private final ServiceDays days;
    private final LogTally tally;

    HistoryRows(CsvWriter file, Catalogue catalogue, ServiceDays days, LogTally tally) {
        this.file = file;
        this.catalogue = catalogue;
        this.days = days;
        this.tally = tally;
    }

    /** The ss_id of a start: sometimes it is later than the log_time. */
    String session(Child child, Start start, Dice dice) {
        boolean ahead = dice.chance(SESSION_AHEAD);
        int moment = ahead ? start.moment() + ServiceDays.duration(SECONDS_AHEAD.draw(dice)) : start.session();
        return days.print(moment, child.hundredths());
    }

    /** Writes one row, or several with the same profile, album and log_time; returns how many. */
    int write(Child child, Start start, String session, Dice dice) throws IOException {
        String moment = days.print(start.moment(), child.hundredths());
        int rows = 1;
        if (dice.chance(REPEATED)) {
            rows += dice.chance(REPEATED_AGAIN) ? 2 : 1;
        }
        String payment = dice.chance(PAID) ? payment(start.album(), dice) : "";
        String trailer = dice.chance(TRAILER) ? "Y" : "N";
        for (int i = 0; i < rows; i++) {
            boolean automatic = start.automatic() != (i > 0 && dice.chance(REPEAT_DIFFERS));
            file.row(child.id(), session, moment, TARGET, start.album(), payment, automatic ? "Y" : "N", trailer);
            tally.history(session, moment, start.album(), payment);
        }
        tally.repeated(rows - 1);
        return rows;
    }

    /** Price of an album, spelled in one of the two ways that occur. */
    String payment(int album, Dice dice) {
        return catalogue.of(album).price() + (dice.chance(PAID_WITH_POINT) ? ".0" : "");
    }
}
