package dev.nara.ui.child;

import dev.nara.TestServices;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.data.Toy;
import dev.nara.data.prepare.Preparing;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.ui.common.Session;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Three users and six items, the last row of each user to be found. The model prefers low items for everybody; learnt again
 * from a history without item 0, it prefers high ones.
 */
final class ToyModel implements Recommender {
    private static final int ITEMS = 6;

    private final boolean turned;

    private ToyModel(boolean turned) {
        this.turned = turned;
    }

    /** User 0 watched 0, 1, 1, 2 and is to find 3; user 1 watched 1 and is to find 0; user 2 watched 5 and is to find 4. */
    static Dataset dataset() {
        return Toy.of(3, ITEMS, new long[][] {
            {0, 0, 1}, {0, 1, 2}, {0, 1, 3}, {0, 2, 4}, {0, 3, 5}, {1, 1, 1}, {1, 0, 2}, {2, 5, 1}, {2, 4, 2}
        });
    }

    /** A session with that data open and the model of run 1 on screen; on the JavaFX thread. */
    static Session session(Path folder) throws DataException {
        Services services = TestServices.on(folder);
        Dataset dataset = dataset();
        PreparedRun preparedRun = services.prepare(
                RunSpec.draft()
                        .algorithm("popularity")
                        .split("leave-one-out")
                        .candidates("all")
                        // So that only the last item of each user is missing from what the model has learnt.
                        .validation(RunSettings.ON_TEST)
                        .metrics("HR@2")
                        .spec(),
                dataset);
        Session session = new Session();
        session.openedProperty().set(Session.Opened.of(0, Preparing.apply(dataset, Recipe.USUAL)));
        session.modelProperty().set(new Session.Model(1, 1, preparedRun, new ToyModel(false)));
        return session;
    }

    @Override
    public int items() {
        return ITEMS;
    }

    private float score(int item) {
        return turned ? item : ITEMS - item;
    }

    @Override
    public void scores(int[] users, Scores to) {
        float[] scores = new float[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            scores[item] = score(item);
        }
        for (int n = 0; n < users.length; n++) {
            to.stretch(n, 0, scores, 0, ITEMS);
        }
    }

    @Override
    public void scores(int user, int[] items, float[] out) {
        for (int n = 0; n < items.length; n++) {
            out[n] = score(items[n]);
        }
    }

    @Override
    public float[] vector(int item) {
        return new float[] {1, item};
    }

    @Override
    public Optional<Recommender> refitted(int[] users, int[][] histories) {
        boolean without = histories[0].length == 0 || histories[0][0] != 0;
        return Optional.of(new ToyModel(without));
    }

    @Override
    public Weights weights() {
        throw new UnsupportedOperationException();
    }
}
