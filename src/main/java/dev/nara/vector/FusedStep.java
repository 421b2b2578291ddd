package dev.nara.vector;

import static dev.nara.vector.Products.TILE;
import static dev.nara.vector.Products.padded;

import dev.nara.algorithm.ExampleBatch;
import dev.nara.neumf.DropoutMasks;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training step: forward pass, backward pass and optimiser in one. A batch is cut into chunks whose bounds depend
 * only on its size, each chunk into tiles that fit into the cache. Every sum over chunks, rows or examples has a fixed
 * order, so the result is the same for any number of threads; it may differ on processors with another vector length.
 */
final class FusedStep implements TrainingStep {
    private static final int CHUNKS = 8;
    private static final int SMALLEST_CHUNK = 64;
    private static final int DENSE_TASKS = 16;

    private final NeuMfWeights weights;
    private final StepSettings settings;
    private final WorkerTeam team;
    private final Tower users;
    private final Tower items;
    private final List<Layer> upper = new ArrayList<>();
    private final OutputLayer output;
    private final Tile[] tiles = new Tile[CHUNKS];
    private final Tower.Slopes slopes;
    private final List<DenseTask> denseTasks = new ArrayList<>();
    private final Optimizer.Update denseUpdate;

    /** A range of units of a layer, or of the output layer if the layer is null. */
    private record DenseTask(@Nullable Layer layer, int from, int to) {}

    FusedStep(NeuMfWeights weights, StepSettings settings, int threads) {
        this.weights = weights;
        this.settings = settings;
        NeuMfSpec spec = weights.spec();
        int capacity = settings.batchSize();
        users = new Tower(weights, true, capacity, settings.optimizer(), CHUNKS);
        items = new Tower(weights, false, capacity, settings.optimizer(), CHUNKS);
        output = new OutputLayer(spec, CHUNKS);
        for (int k = 1; k < spec.layers().size(); k++) {
            int in = spec.widthBefore(k);
            Layer.Stretch[] whole = {new Layer.Stretch(0, 0, in)};
            upper.add(new Layer(in, spec.layers().get(k), spec.weightOffset(k), in, whole, spec.biasOffset(k), CHUNKS));
        }
        int firstWidth = spec.layers().isEmpty() ? 0 : padded(spec.layers().get(0));
        slopes = new Tower.Slopes(capacity, firstWidth);
        DropoutMasks masks = settings.dropout() > 0 ? new DropoutMasks(settings.dropout(), settings.seed()) : null;
        for (int c = 0; c < CHUNKS; c++) {
            tiles[c] = new Tile(spec, c, TILE, upper, output, masks);
        }
        denseUpdate = settings.optimizer().of(weights.dense());
        planDense();
        // Last, because it holds threads that must be released.
        team = new WorkerTeam(threads);
    }

    /** Cuts the layers into tasks of about the same size, and loads their weights. */
    private void planDense() {
        List<Layer> layers = new ArrayList<>(upper);
        for (Tower side : List.of(users, items)) {
            Layer share = side.share();
            if (share != null) {
                layers.add(share);
            }
        }
        long total =
                layers.stream().mapToLong(l -> (long) l.units() * l.inPad()).sum();
        for (Layer layer : layers) {
            layer.load(weights.dense(), 0, layer.units());
            // Multiples of a vector, because tasks that write to the same cache line slow each other down.
            int units = padded((int) Math.max(1, total / DENSE_TASKS / layer.inPad()));
            for (int from = 0; from < layer.units(); from += units) {
                denseTasks.add(new DenseTask(layer, from, Math.min(layer.units(), from + units)));
            }
        }
        output.load(weights.dense());
        denseTasks.add(new DenseTask(null, 0, 0));
    }

    @Override
    public double run(ExampleBatch batch) {
        int examples = batch.size();
        int chunks = Math.max(1, Math.min(CHUNKS, examples / SMALLEST_CHUNK));
        float scale = settings.scale(examples);
        long steps = settings.optimizer().steps();
        team.run(2, side -> (side == 0 ? users : items).find(side == 0 ? batch.users() : batch.items(), examples));
        team.run(2 * chunks, t -> side(t).forward(t / 2, chunks));
        team.run(chunks, chunk -> {
            int from = (int) ((long) examples * chunk / chunks);
            int to = (int) ((long) examples * (chunk + 1) / chunks);
            tiles[chunk].run(from, to, batch.labels(), users, items, slopes, steps);
        });
        double loss = 0;
        for (int c = 0; c < chunks; c++) {
            loss += tiles[c].takeLoss();
        }
        if (!Double.isFinite(loss)) {
            return loss;
        }
        settings.optimizer().nextStep();
        team.run(2 * chunks, t -> side(t).backward(
                        t / 2, chunks, slopes, t % 2 == 0 ? items : users, output.product(), scale));
        int userFeatures = users.featureTasks();
        int features = userFeatures + items.featureTasks();
        team.run(features + denseTasks.size(), t -> {
            if (t < userFeatures) {
                users.updateFeature(t, scale);
            } else if (t < features) {
                items.updateFeature(t - userFeatures, scale);
            } else {
                update(denseTasks.get(t - features), chunks, scale);
            }
        });
        return loss;
    }

    private Tower side(int task) {
        return task % 2 == 0 ? users : items;
    }

    private void update(DenseTask task, int chunks, float scale) {
        if (task.layer == null) {
            output.update(chunks, denseUpdate, weights.dense(), scale);
        } else {
            task.layer.update(task.from, task.to, chunks, denseUpdate, weights.dense(), scale);
        }
    }

    @Override
    public void close() {
        team.close();
    }
}
