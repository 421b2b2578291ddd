package dev.nara.spark;

import dev.nara.Wiring;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.InteractionsBuilder;
import dev.nara.spec.PreparedRun;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** A model without its users, sent to every machine once; together with some users' parts it becomes their recommender. */
final class SharedModel implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String algorithm;
    private final HashMap<String, String> values;
    private final NamedArrays arrays;
    private final UserArrays ofUsers;
    private final Catalogue catalogue;
    private final Times times;
    private final Lists lists;

    /** Determines which items lists may contain, and which users get lists. */
    private static final class Lists implements Serializable {
        private static final long serialVersionUID = 1L;

        private final boolean seenKept;
        private final boolean refits;
        private final boolean unknownUsers;
        private final long newest;

        Lists(PreparedRun run, Recommender recommender) {
            seenKept = run.candidates().seenKept();
            refits = recommender.refitted(new int[0], new int[0][]).isPresent();
            unknownUsers = refits || run.ownHistoryCounts();
            newest = run.split().train().lastTime();
        }
    }

    private SharedModel(PreparedRun run, Recommender recommender, Weights weights) {
        algorithm = run.spec().algorithm();
        values = new HashMap<>(run.spec().values());
        ofUsers = new UserArrays(weights);
        arrays = new NamedArrays(weights, new HashSet<>(ofUsers.names()));
        catalogue = Catalogue.of(run.dataset());
        times = new Times(run.dataset().calendar());
        lists = new Lists(run, recommender);
    }

    /** The model of a run, from all its weights, see {@link Recommender#weightsWithUserState}. */
    static SharedModel of(PreparedRun run, Recommender recommender, Weights weights) {
        return new SharedModel(run, recommender, weights);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** The part of a user of the run; {@code weights} are those given to {@link #of}. */
    UserPart part(PreparedRun run, Weights weights, int user) {
        Interactions train = run.split().train();
        int[] items = new int[train.count(user)];
        long[] when = new long[items.length];
        Arrays.setAll(items, r -> train.item(train.start(user) + r));
        Arrays.setAll(when, r -> train.time(train.start(user) + r));
        return UserPart.known(
                run.dataset().users().id(user),
                ofUsers.row(weights, user),
                items,
                when,
                run.split().known().distinctItems(user));
    }

    /** The part of a user that the model has not seen; unknown items are left out. */
    UserPart unknownUser(String id, Iterable<String> history) {
        HashSet<Integer> known = new HashSet<>();
        history.forEach(item -> known.add(catalogue.indexOf(item)));
        known.remove(-1);
        return UserPart.unknownUser(
                id,
                ofUsers.unknownUser(),
                known.stream().mapToInt(i -> i).sorted().toArray(),
                lists.newest);
    }

    /** Whether it has lists for users that it has not seen. */
    boolean knowsStrangers() {
        return lists.unknownUsers;
    }

    /** The items, ascending, that the list of a user must not contain. */
    int[] leftOut(UserPart user) {
        return lists.seenKept ? new int[0] : user.seen();
    }

    /**
     * The recommender for some users, numbered in this order. Either all or none are known to the model; if none, their user parameters, if
     * any, are learnt from their histories.
     */
    Recommender of(List<UserPart> users) throws DataException {
        Algorithm its = Wiring.algorithms(1).algorithm(algorithm);
        Weights weights = arrays.weights();
        ofUsers.add(users.stream().map(UserPart::row).toArray(float[][]::new), weights);
        Recommender some = its.restoreSome(input(users), ParameterValues.of(its.parameters(), values), weights);
        if (users.get(0).known() || !lists.refits) {
            return some;
        }
        int[] all = new int[users.size()];
        Arrays.setAll(all, u -> u);
        int[][] histories = users.stream().map(UserPart::items).toArray(int[][]::new);
        return some.refitted(all, histories).orElseThrow();
    }

    private TrainingInput input(List<UserPart> users) {
        InteractionsBuilder rows = new InteractionsBuilder();
        for (int u = 0; u < users.size(); u++) {
            UserPart user = users.get(u);
            for (int r = 0; r < user.items().length; r++) {
                rows.add(u, user.items()[r], user.times()[r]);
            }
        }
        Interactions train = rows.build(users.size(), catalogue.size());
        Dataset.Source source = new Dataset.Source(Path.of(""), "", "", "", times.calendar(), List.of());
        Dataset dataset = new Dataset(
                source, new IdIndex(), new IdIndex(), train, Attributes.none(), Attributes.none(), Dataset.Task.NONE);
        return new TrainingInput(dataset, train, "", "");
    }
}
