package dev.nara.synth;

import java.util.BitSet;

/** Counts the irregularities planted in the logs, row by row. */
final class LogTally {
    private static final int DATE = 8;
    private static final int MINUTES = 12;
    private static final String FIRST_OUTAGE = "20220428";

    private final int[] rowsOfAlbum;
    private final BitSet albumsInEnds = new BitSet();
    private long repeated;
    private long ahead;
    private long secondsOver59;
    private long laterDays;
    private long outageDays;
    private long paymentsEmpty;
    private long paymentsWithPoint;
    private long glances;
    private int profilesWithoutEnds;

    /** @param albumBound one more than the largest album id */
    LogTally(int albumBound) {
        rowsOfAlbum = new int[albumBound];
    }

    void history(String session, String moment, int album, String payment) {
        rowsOfAlbum[album]++;
        ahead += session.compareTo(moment) > 0 ? 1 : 0;
        secondsOver59 += moment.substring(MINUTES).compareTo("59") > 0 ? 1 : 0;
        String date = moment.substring(0, DATE);
        laterDays += date.compareTo(session.substring(0, DATE)) > 0 ? 1 : 0;
        outageDays += date.compareTo(FIRST_OUTAGE) >= 0 ? 1 : 0;
        paymentsEmpty += payment.isEmpty() ? 1 : 0;
        paymentsWithPoint += payment.endsWith(".0") ? 1 : 0;
    }

    void repeated(int rows) {
        repeated += rows;
    }

    void end(int album, int watched) {
        albumsInEnds.set(album);
        glances += watched <= WatchTime.GLANCE ? 1 : 0;
    }

    void profile(boolean withEnds) {
        profilesWithoutEnds += withEnds ? 0 : 1;
    }

    /** @param extraRows meta rows beyond the first, by album id */
    SampleReport.InLogs report(int[] extraRows) {
        int watched = 0;
        int onlyHere = 0;
        long joined = 0;
        for (int album = 0; album < rowsOfAlbum.length; album++) {
            if (rowsOfAlbum[album] > 0) {
                watched++;
                onlyHere += albumsInEnds.get(album) ? 0 : 1;
                joined += (long) rowsOfAlbum[album] * (1 + extraRows[album]);
            }
        }
        return new SampleReport.InLogs(
                repeated,
                ahead,
                secondsOver59,
                laterDays,
                outageDays,
                paymentsEmpty,
                paymentsWithPoint,
                glances,
                profilesWithoutEnds,
                watched,
                onlyHere,
                joined);
    }
}
