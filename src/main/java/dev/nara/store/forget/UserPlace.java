package dev.nara.store.forget;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.WrittenPath;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.split.SplitUsers;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index of a user among the users of a run.
 *
 * @param index from 0
 * @param users the number of users
 * @param evaluated the possible sets of evaluated users that figures may be of, each ascending
 */
record UserPlace(int index, int users, List<int[]> evaluated) {
    /** Finds a user in the frozen splits of runs, otherwise in their data, which is read once for all runs on it. */
    static final class Finder {
        private final RunStore store;
        private final Services services;
        private final @Nullable Path moved;
        private final String user;
        private final Map<String, Dataset> read = new HashMap<>();

        /** {@code moved} is the path of the data of all runs; null for the path stored with each run. */
        Finder(RunStore store, Services services, @Nullable Path moved, String user) {
            this.store = store;
            this.services = services;
            this.moved = moved;
            this.user = user;
        }

        /**
         * The index of the user in a run; empty if the run does not have the user.
         *
         * @throws DataException if neither the split nor the data can be used
         */
        Optional<UserPlace> of(StoredRun run) throws DataException {
            Path split = store.files().split(run.id());
            try {
                if (Files.exists(split)) {
                    SplitUsers users = SplitUsers.read(split);
                    return Optional.of(users.indexOf(user))
                            .filter(index -> index >= 0)
                            .map(index -> new UserPlace(
                                    index, users.size(), List.of(users.evaluated(true), users.evaluated(false))));
                }
            } catch (IOException e) {
                // A damaged split cannot be searched; the data is searched instead.
            }
            return inData(run);
        }

        private Optional<UserPlace> inData(StoredRun run) throws DataException {
            Dataset dataset = dataset(run.spec());
            if (!dataset.has(run.spec().fingerprint())) {
                throw new DataException(
                        dataset.path(), Text.of("run.other.data", run.id()), Text.of("forget.data.remedy"));
            }
            int index = dataset.users().indexOf(user);
            if (index < 0) {
                return Optional.empty();
            }
            PreparedRun prepared = services.prepare(run.spec(), dataset);
            return Optional.of(new UserPlace(
                    index,
                    dataset.users().size(),
                    List.of(
                            prepared.evaluator().users(),
                            prepared.onValidation().evaluator().users())));
        }

        private Dataset dataset(RunSpec spec) throws DataException {
            Path place = moved == null ? WrittenPath.needed(spec.data()) : moved;
            Recipe recipe = spec.recipe().read(spec.format(), spec.recipe().encoding());
            String key = place + " " + recipe;
            Dataset known = read.get(key);
            if (known == null) {
                known = services.open(place, recipe, Progress.NONE).dataset();
                read.put(key, known);
            }
            return known;
        }
    }
}
