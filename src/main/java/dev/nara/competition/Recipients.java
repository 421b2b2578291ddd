package dev.nara.competition;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DelimitedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The users that a submission must list: those named by a template or the dataset, else all. */
final class Recipients {
    private Recipients() {}

    /** The users to list, ascending by numeric id. */
    static List<Integer> of(Dataset dataset, @Nullable Path template) throws DataException {
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
}
