package dev.nara.data.read.service;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The albums watched after the period of a dataset, one file per month: the ground truth of a simulated leaderboard. */
public final class LaterViews {
    private LaterViews() {}

    /**
     * Reads the files {@code history_data_*.csv} of a folder, in the order of their names.
     *
     * @return by the end of the file name, such as 2022-05, the distinct items of each user, ascending, without users and items that are
     *     not in the dataset: shape [users][items]
     */
    public static Map<String, int[][]> read(Path folder, Dataset dataset) throws DataException {
        Map<String, int[][]> months = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            months.put(name.substring("history_data_".length(), name.length() - ".csv".length()), items(file, dataset));
        }
        return months;
    }

    private static List<Path> files(Path folder) throws DataException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(f -> f.getFileName().toString().matches("history_data_.+\\.csv"))
                    .sorted()
                    .toList();
            if (!files.isEmpty()) {
                return files;
            }
        } catch (IOException e) {
            throw new DataException(folder, Text.of("truth.none"), Text.of("truth.none.remedy"));
        }
        throw new DataException(folder, Text.of("truth.none"), Text.of("truth.none.remedy"));
    }

    private static int[][] items(Path file, Dataset dataset) throws DataException {
        List<Set<Integer>> sets = new ArrayList<>();
        for (int u = 0; u < dataset.users().size(); u++) {
            sets.add(new TreeSet<>());
        }
        DelimitedFile.csv(file, "profile_id", "album_id").forEach(Progress.NONE, row -> {
            int user = dataset.users().indexOf(row.required(0));
            int item = dataset.items().indexOf(row.required(1));
            if (user >= 0 && item >= 0) {
                sets.get(user).add(item);
            }
        });
        return sets.stream().map(set -> set.stream().mapToInt(i -> i).toArray()).toArray(int[][]::new);
    }
}
