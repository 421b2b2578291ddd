package dev.nara.competition;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The competition's submission: header {@code profile_id,predicted_list}, a row {@code 3,"[28, 32, 24]"} a profile. */
public final class Submission {
    /** Albums in a list. */
    public static final int LENGTH = 25;

    static final String HEADER = "profile_id,predicted_list";

    /** Where lists come from. */
    @FunctionalInterface
    public interface Lists {
        /** The items of these users, best first: shape [users][at most k]. */
        int[][] of(int[] users, int k) throws DataException;

        /** What a model recommends. */
        static Lists of(Recommendations recommendations) {
            return (users, k) -> recommendations.top(users, k).stream()
                    .map(list -> list.stream().mapToInt(Entry::item).toArray())
                    .toArray(int[][]::new);
        }
    }

    private Submission() {}

    /**
     * Writes a submission that passes every check, or nothing.
     *
     * @param template a file whose profiles are to be listed; null takes those the dataset names, else all users
     * @return what the check warns of
     */
    public static List<Text> write(Path file, Dataset dataset, Lists lists, @Nullable Path template)
            throws DataException, IOException {
        AtomicFile.checkNotOf(dataset.path(), file);
        List<Integer> users = recipients(dataset, template);
        int[][] items = lists.of(users.stream().mapToInt(u -> u).toArray(), LENGTH);
        String[] rows = new String[users.size()];
        Arrays.setAll(rows, n -> row(dataset, users.get(n), items[n]));
        String content = HEADER + "\n" + String.join("\n", rows) + "\n";
        List<String> lines = List.of(content.split("\n", -1));
        SubmissionCheck check = new SubmissionCheck(
                dataset, users.stream().map(dataset.users()::id).toList());
        SubmissionCheck.Result result = check.check(lines);
        if (!result.problems().isEmpty()) {
            throw new DataException(
                    Text.of("submission.invalid", result.problems().get(0)), Text.of("submission.invalid.remedy"));
        }
        AtomicFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        return result.warnings();
    }

    /** The users to list, ascending by numeric id. */
    static List<Integer> recipients(Dataset dataset, @Nullable Path template) throws DataException {
        if (template != null) {
            return fromTemplate(dataset, template);
        }
        if (!dataset.recipients().isEmpty()) {
            return dataset.recipients();
        }
        List<Integer> all = IntStream.range(0, dataset.users().size()).boxed().collect(Collectors.toList());
        boolean numeric = all.stream().allMatch(u -> dataset.users().id(u).matches("\\d{1,18}"));
        if (numeric) {
            all.sort((a, b) -> Long.compare(
                    Long.parseLong(dataset.users().id(a)),
                    Long.parseLong(dataset.users().id(b))));
        }
        return all;
    }

    private static List<Integer> fromTemplate(Dataset dataset, Path template) throws DataException {
        List<Integer> users = new ArrayList<>();
        DelimitedFile.csv(template, "profile_id").forEach(Progress.NONE, row -> {
            int user = dataset.users().indexOf(row.required(0));
            if (user < 0) {
                throw row.wrong(0, "data.profile.unknown");
            }
            users.add(user);
        });
        return users;
    }

    private static String row(Dataset dataset, int user, int[] list) {
        return Arrays.stream(list)
                .mapToObj(dataset.items()::id)
                .collect(Collectors.joining(", ", dataset.users().id(user) + ",\"[", "]\""));
    }
}
