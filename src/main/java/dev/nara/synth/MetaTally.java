package dev.nara.synth;

/** Counts the irregularities planted in meta_data.csv, row by row. */
final class MetaTally {
    private static final String TOGETHER = "노래율동";
    private static final String APART = "노래 율동";

    private int albums;
    private int several;
    private int most;
    private int together;
    private int apart;
    private int onAirEmpty;
    private int onAirWithPoint;
    private int numbers;
    private int quoted;

    void row(String title, String onAir, String lastCast) {
        onAirEmpty += onAir.isEmpty() ? 1 : 0;
        onAirWithPoint += onAir.endsWith(".0") ? 1 : 0;
        numbers += !lastCast.isEmpty() && Character.isDigit(lastCast.charAt(0)) ? 1 : 0;
        quoted += CsvWriter.needsQuotes(title) ? 1 : 0;
    }

    void album(Genre genre, int rows) {
        albums++;
        several += rows > 1 ? 1 : 0;
        most = Math.max(most, rows);
        together += genre.name().equals(TOGETHER) ? 1 : 0;
        apart += genre.name().equals(APART) ? 1 : 0;
    }

    SampleReport.InMeta report() {
        return new SampleReport.InMeta(
                albums, several, most, together, apart, onAirEmpty, onAirWithPoint, numbers, quoted);
    }
}
