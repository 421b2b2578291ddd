package dev.nara.synth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the logs: history_data.csv and the three logs that belong to it. */
final class LogFiles implements AutoCloseable {
    static final String HISTORY = "history_data.csv";
    static final String WATCH_ENDS = "watch_e_data.csv";
    static final String BUYS = "buy_data.csv";
    static final String SEARCHES = "search_data.csv";

    private static final String VISIT = "profile_id,ss_id,log_time,act_target_dtl,album_id";
    private static final double END_LOGGED = 0.918;
    private static final Range SECONDS_BEFORE = new Range(2, 4);
    private static final int LAST_MOMENT = ServiceDays.HISTORY_DAYS * ServiceDays.DAY - 1;

    /** Rows written to each file. */
    record Rows(long history, long watchEnds, long buys, long searches) {}

    private final CsvWriter history;
    private final CsvWriter watchEnds;
    private final CsvWriter buys;
    private final CsvWriter searches;
    private final HistoryRows historyRows;
    private final Catalogue catalogue;
    private final ServiceDays days;
    private final LogTally tally;
    private final double bought;

    /** @param bought chance that a start of an album with a price is a purchase */
    LogFiles(Path folder, Catalogue catalogue, ServiceDays days, LogTally tally, double bought) throws IOException {
        this.catalogue = catalogue;
        this.days = days;
        this.tally = tally;
        this.bought = bought;
        history = new CsvWriter(folder.resolve(HISTORY), HistoryRows.HEADER);
        watchEnds = new CsvWriter(folder.resolve(WATCH_ENDS), VISIT + ",watch_time,total_time,continuous_play");
        buys = new CsvWriter(folder.resolve(BUYS), VISIT + ",payment");
        searches = new CsvWriter(folder.resolve(SEARCHES), VISIT);
        historyRows = new HistoryRows(history, catalogue, days, tally);
    }

    void write(Child child, List<Start> starts, Dice dice) throws IOException {
        boolean withEnds = false;
        for (Start start : starts) {
            String session = historyRows.session(child, start, dice);
            before(child, start, session, dice);
            int copies = historyRows.write(child, start, session, dice);
            for (int i = 0; i < copies && child.reportsEnds(); i++) {
                withEnds |= end(child, start, session, dice);
            }
        }
        tally.profile(withEnds);
    }

    /** The event that led to the start: a search or a purchase, a few seconds earlier. */
    private void before(Child child, Start start, String session, Dice dice) throws IOException {
        int moment = start.moment() - ServiceDays.duration(SECONDS_BEFORE.draw(dice));
        String printed = days.print(moment, child.hundredths());
        if (start.searched()) {
            searches.row(child.id(), session, printed, "MKID017", start.album());
        }
        if (catalogue.of(start.album()).price() > 0 && dice.chance(bought)) {
            buys.row(child.id(), session, printed, "MKID004", start.album(), historyRows.payment(start.album(), dice));
        }
    }

    private boolean end(Child child, Start start, String session, Dice dice) throws IOException {
        int moment = start.moment() + ServiceDays.duration(start.watched());
        if (moment > LAST_MOMENT || !dice.chance(END_LOGGED)) {
            return false;
        }
        String printed = days.print(moment, child.hundredths());
        watchEnds.row(
                child.id(), session, printed, "MKID049", start.album(), start.watched(), start.total(), start.ending());
        tally.end(start.album(), start.watched());
        return true;
    }

    Rows rows() {
        return new Rows(history.rows(), watchEnds.rows(), buys.rows(), searches.rows());
    }

    @Override
    public void close() throws IOException {
        CsvWriter.closeAll(List.of(history, watchEnds, buys, searches));
    }
}
