package dev.nara.spark;

import dev.nara.Wiring;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.settings.Home;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.archive.RunArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exported run, restored with its data on the machine where the job is started, and separated into what all users share and the part of
 * each user.
 */
final class RunModel {
    private final PreparedRun run;
    private final Weights weights;
    private final SharedModel shared;

    private RunModel(PreparedRun run, Weights weights, SharedModel shared) {
        this.run = run;
        this.weights = weights;
        this.shared = shared;
    }

    /**
     * Reads a run and its data.
     *
     * @param data the path of the data here; null for the path stored with the run
     */
    static RunModel read(Path file, @Nullable Path data) throws DataException, IOException, Refused {
        Home home = Homes.ready();
        Services services = Wiring.services(home);
        Path workspace = Files.createTempDirectory(home.temporary(), "score");
        try (RunStore store = RunStore.open(workspace)) {
            long id = data == null
                    ? RunArchive.read(store, file)
                    : RunArchive.read(store, file, spec -> services.open(
                                    data,
                                    spec.recipe()
                                            .read(spec.format(), spec.recipe().encoding()),
                                    Progress.NONE)
                            .dataset());
            Services.Reopened reopened = services.reopen(store, store.find(Long.toString(id)), Progress.NONE);
            return of(services, reopened.preparedRun(), reopened.recommender());
        } finally {
            delete(workspace);
        }
    }

    /** The model of an open run. */
    static RunModel of(Services services, PreparedRun run, Recommender recommender) throws DataException, Refused {
        String algorithm = run.spec().algorithm();
        if (!services.algorithms().algorithm(algorithm).scoresUsersIndependently()) {
            throw new Refused("refused.algorithm", algorithm);
        }
        Weights weights = recommender.weightsWithUserState();
        return new RunModel(run, weights, SharedModel.of(run, recommender, weights));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    PreparedRun run() {
        return run;
    }

    SharedModel shared() {
        return shared;
    }

    /** The part of a user. */
    UserPart part(int user) {
        return shared.part(run, weights, user);
    }

    /** The parts of all users. */
    List<UserPart> parts() {
        List<UserPart> parts = new ArrayList<>();
        for (int u = 0; u < run.dataset().users().size(); u++) {
            parts.add(part(u));
        }
        return parts;
    }
}
