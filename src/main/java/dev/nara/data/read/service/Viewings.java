package dev.nara.data.read.service;

import dev.nara.data.AttributesBuilder;
import dev.nara.data.DataException;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.table.DataRow;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;

/**
 * Assigns each end of a viewing, each search and each purchase to a start. The logs have no common key: an end belongs to the latest start
 * of the same child and album at or before it, a search or purchase to the earliest start at or after it.
 */
final class Viewings {
    private static final int GLANCE_SECONDS = 15;

    private final IdIndex users;
    private final IdIndex items;
    private final Interactions starts;
    private final Findings findings;
    private final Map<String, double[]> ofAlbums = new LinkedHashMap<>();

    Viewings(IdIndex users, IdIndex items, Interactions starts, Findings findings) {
        this.users = users;
        this.items = items;
        this.starts = starts;
        this.findings = findings;
    }

    /** The starts with columns from the other logs, each of which is read once, here. */
    Interactions joined(DataFiles files) throws DataException {
        Map<String, float[]> columns = new LinkedHashMap<>();
        Optional<DataFile> ends = files.find("watch_e_data.csv");
        if (ends.isPresent()) {
            ends(ends.get(), columns);
        }
        marks(files.find("search_data.csv"), "searched", "searched", columns);
        marks(files.find("buy_data.csv"), "bought", "purchases", columns);
        return columns.isEmpty() ? starts : starts.with(columns);
    }

    /** Adds the statistics of the albums from the logs; to be called after {@link #joined}. */
    void addTo(AttributesBuilder albums) {
        for (String name : List.of("watch_share", "purchases", "searched")) {
            double[] numbers = ofAlbums.get(name);
            if (numbers != null) {
                DoubleColumn column = albums.aggregate(name);
                for (int i = 0; i < numbers.length; i++) {
                    column.set(i, numbers[i]);
                }
            }
        }
    }

    private void ends(DataFile file, Map<String, float[]> columns) throws DataException {
        Ends ends = new Ends();
        DelimitedFile.csv(file, "profile_id", "log_time", "album_id", "watch_time", "total_time")
                .orNoRows()
                .forEach(Progress.NONE, ends::take);
        columns.put("watched_seconds", ends.seconds);
        columns.put(Interactions.WATCHED_SHARE, ends.shares);
        ofAlbums.put("watch_share", ends.meanShares());
        oneSided(ends.users, ends.items);
    }

    /** Values of starts and albums from the ends of viewings. */
    private final class Ends {
        private final double[] sums = new double[Viewings.this.items.size()];
        private final int[] counts = new int[sums.length];
        private final float[] seconds = unknown();
        private final float[] shares = unknown();
        private final BitSet users = new BitSet();
        private final BitSet items = new BitSet();

        void take(DataRow row) throws DataException {
            String album = Long.toString(row.wholeNumber(2));
            int user = Viewings.this.users.indexOf(Long.toString(row.wholeNumber(0)));
            int item = Viewings.this.items.indexOf(album);
            long time = row.time(1);
            double watched = row.number(3);
            double total = row.number(4);
            double share = total > 0 && watched >= 0 ? Math.min(1, watched / total) : Double.NaN;
            if (item >= 0 && !Double.isNaN(share)) {
                sums[item] += share;
                counts[item]++;
            }
            if (watched <= GLANCE_SECONDS) {
                findings.add("glances", () -> album + ": " + (long) watched);
            }
            if (Double.isNaN(watched)) {
                return;
            }
            if (user < 0 || item < 0) {
                findings.add("ends-unknown", () -> album);
                return;
            }
            users.set(user);
            items.set(item);
            int start = latest(user, item, time);
            if (start < 0) {
                findings.add("ends-without-start", () -> Viewings.this.users.id(user) + ", " + album);
            } else if (Float.isNaN(seconds[start]) || (float) watched > seconds[start]) {
                seconds[start] = (float) watched;
                shares[start] = (float) share;
            }
        }

        /** The mean watched share of each album, NaN if unknown: shape [albums]. */
        double[] meanShares() {
            double[] means = new double[sums.length];
            Arrays.setAll(means, i -> counts[i] == 0 ? Double.NaN : Math.round(1000 * sums[i] / counts[i]) / 1000.0);
            return means;
        }
    }

    /** Counts children and albums that have starts but no ends. */
    private void oneSided(BitSet usersWithEnds, BitSet itemsWithEnds) {
        for (int u = 0; u < starts.users(); u++) {
            if (starts.count(u) > 0 && !usersWithEnds.get(u)) {
                String id = users.id(u);
                findings.add("users-without-ends", () -> id);
            }
        }
        int[] counts = starts.itemCounts();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && !itemsWithEnds.get(i)) {
                String id = items.id(i);
                findings.add("items-without-ends", () -> id);
            }
        }
    }

    private void marks(Optional<DataFile> file, String ofRow, String ofAlbum, Map<String, float[]> columns)
            throws DataException {
        if (file.isEmpty()) {
            return;
        }
        float[] marks = new float[starts.size()];
        double[] counts = new double[items.size()];
        DelimitedFile.csv(file.get(), "profile_id", "log_time", "album_id")
                .orNoRows()
                .forEach(Progress.NONE, row -> {
                    int user = users.indexOf(Long.toString(row.wholeNumber(0)));
                    int item = items.indexOf(Long.toString(row.wholeNumber(2)));
                    if (item >= 0) {
                        counts[item]++;
                    }
                    int start = user < 0 || item < 0 ? -1 : earliest(user, item, row.time(1));
                    if (start >= 0) {
                        marks[start] = 1;
                    }
                });
        columns.put(ofRow, marks);
        ofAlbums.put(ofAlbum, counts);
    }

    private float[] unknown() {
        float[] values = new float[starts.size()];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    /** The first of the latest simultaneous starts, because repeated rows follow the one that is kept. */
    private int latest(int user, int item, long time) {
        int found = -1;
        for (int r = firstAfter(user, time) - 1; r >= starts.start(user); r--) {
            if (found >= 0 && starts.time(r) < starts.time(found)) {
                return found;
            }
            if (starts.item(r) == item) {
                found = r;
            }
        }
        return found;
    }

    private int earliest(int user, int item, long time) {
        for (int r = firstAfter(user, time - 1); r < starts.end(user); r++) {
            if (starts.item(r) == item) {
                return r;
            }
        }
        return -1;
    }

    /** The first row of the user after the time. */
    private int firstAfter(int user, long time) {
        int low = starts.start(user);
        int high = starts.end(user);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts.time(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
