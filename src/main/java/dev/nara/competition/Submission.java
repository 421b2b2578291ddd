package dev.nara.competition;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.OutputFile;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The competition's submission file: header {@code profile_id,predicted_list}, then a row such as {@code 3,"[28, 32, 24]"} per profile. */
public final class Submission {
    /** Albums per list. */
    public static final int LENGTH = SubmissionCheck.LENGTH;

    /** A source of lists. */
    @FunctionalInterface
    public interface Lists {
        /** The items of these users, best first: shape [users][at most k]. */
        int[][] of(int[] users, int k) throws DataException;

        /** The recommendations of a model. */
        static Lists of(Recommendations recommendations) {
            return (users, k) -> recommendations.top(users, k).stream()
                    .map(list -> list.stream().mapToInt(Entry::item).toArray())
                    .toArray(int[][]::new);
        }
    }

    private Submission() {}

    /**
     * Writes a submission that passes every check, or no file.
     *
     * @param template a file with the profiles to list; null for those that the dataset names, else all users
     * @return warnings of the check
     */
    public static List<Text> write(Path file, Dataset dataset, Lists lists, @Nullable Path template)
            throws DataException, IOException {
        OutputFile.check(file);
        List<Integer> users = Recipients.of(dataset, template);
        int[][] items = lists.of(users.stream().mapToInt(u -> u).toArray(), LENGTH);
        String[] rows = new String[users.size()];
        Arrays.setAll(rows, n -> row(dataset, users.get(n), items[n]));
        String content = SubmissionCheck.HEADER + "\n" + String.join("\n", rows) + "\n";
        List<String> lines = List.of(content.split("\n", -1));
        SubmissionCheck check = new SubmissionCheck(
                dataset, users.stream().map(dataset.users()::id).toList());
        SubmissionCheck.Result result = check.check(lines);
        if (!result.problems().isEmpty()) {
            throw new DataException(
                    Text.of("submission.invalid", result.problems().get(0)), Text.of("submission.invalid.remedy"));
        }
        OutputFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        return result.warnings();
    }

    private static String row(Dataset dataset, int user, int[] list) {
        return Arrays.stream(list)
                .mapToObj(dataset.items()::id)
                .collect(Collectors.joining(", ", dataset.users().id(user) + ",\"[", "]\""));
    }
}
