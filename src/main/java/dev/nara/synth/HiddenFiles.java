package dev.nara.synth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the months after the history, one file per month, to simulate leaderboards. */
final class HiddenFiles implements AutoCloseable {
    static final String FOLDER = "hidden";
    static final List<String> NAMES =
            List.of("history_data_2022-05.csv", "history_data_2022-06.csv", "history_data_2022-07.csv");

    /** First days of June and July. */
    private static final int[] BORDERS = {ServiceDays.HISTORY_DAYS + 31, ServiceDays.HISTORY_DAYS + 61};

    private final List<CsvWriter> files = new ArrayList<>();
    private final List<HistoryRows> months = new ArrayList<>();

    HiddenFiles(Path folder, Catalogue catalogue, ServiceDays days) throws IOException {
        LogTally apart = new LogTally(catalogue.albumBound());
        for (String name : NAMES) {
            CsvWriter file = new CsvWriter(folder.resolve(name), HistoryRows.HEADER);
            files.add(file);
            months.add(new HistoryRows(file, catalogue, days, apart));
        }
    }

    void write(Child child, List<Start> starts, Dice dice) throws IOException {
        for (Start start : starts) {
            int day = start.moment() / ServiceDays.DAY;
            HistoryRows rows = months.get(day < BORDERS[0] ? 0 : day < BORDERS[1] ? 1 : 2);
            rows.write(child, start, rows.session(child, start, dice), dice);
        }
    }

    long rows() {
        return files.stream().mapToLong(CsvWriter::rows).sum();
    }

    @Override
    public void close() throws IOException {
        CsvWriter.closeAll(files);
    }
}
