package dev.nara.neumf;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One step of training around an engine: gather the batch's rows, compute gradients, update what was touched. */
final class TrainingStep implements AutoCloseable {
    private final NeuMfSpec spec;
    private final NeuMfWeights weights;
    private final Gradients gradients;
    private final Optimizer optimizer;
    private final Batch batch;
    private final float dropout;
    private final boolean meanLoss;
    private final SplittableRandom maskRandom;
    private final List<EmbeddingRows> tables = new ArrayList<>();
    private final int[][] featureCodes;
    private final float[] denseGradient;

    TrainingStep(NeuMfWeights weights, Engine engine, Settings settings, long seed) {
        this.weights = weights;
        this.spec = weights.spec();
        this.optimizer = settings.optimizer();
        this.dropout = spec.layers().isEmpty() ? 0 : settings.dropout();
        this.meanLoss = settings.meanLoss();
        this.maskRandom = new SplittableRandom(seed);
        this.batch = new Batch(spec, settings.batchSize(), dropout > 0);
        this.denseGradient = new float[spec.denseSize()];
        this.featureCodes = new int[spec.features().size()][batch.capacity()];
        layOut();
        this.gradients = engine.open(spec, settings.batchSize(), dropout > 0, settings.device());
    }

    /** What a step needs to know beside the model. */
    record Settings(Optimizer optimizer, int batchSize, float dropout, boolean meanLoss, String device) {}

    private void layOut() {
        if (spec.gmf() > 0) {
            add(weights.gmfUser(), spec.gmf(), batch.users(), batch.gmfUser(), spec.gmf(), 0);
            add(weights.gmfItem(), spec.gmf(), batch.items(), batch.gmfItem(), spec.gmf(), 0);
        }
        if (!spec.layers().isEmpty()) {
            int width = spec.inputWidth();
            add(weights.mlpUser(), spec.mlpUser(), batch.users(), batch.input(), width, 0);
            add(weights.mlpItem(), spec.mlpItem(), batch.items(), batch.input(), width, spec.mlpUser());
            int column = spec.mlpUser() + spec.mlpItem();
            for (int f = 0; f < featureCodes.length; f++) {
                SideFeature feature = spec.features().get(f);
                if (feature.isCategorical()) {
                    add(weights.feature(f), feature.width(), featureCodes[f], batch.input(), width, column);
                }
                column += feature.width();
            }
        }
    }

    private void add(float[] table, int dimension, int[] indices, float[] matrix, int width, int column) {
        tables.add(new EmbeddingRows(table, dimension, indices, matrix, width, column));
    }

    /** The batch to fill before {@link #run}. */
    Batch batch() {
        return batch;
    }

    /** Trains on the first {@code size} examples of the batch and returns their summed loss. */
    double run(int size) {
        batch.size(size);
        gather();
        double loss = gradients.compute(batch, weights.dense(), denseGradient);
        if (Double.isFinite(loss)) {
            update();
        }
        return loss;
    }

    private void gather() {
        fillFeatures();
        for (EmbeddingRows table : tables) {
            table.gather(batch.size());
        }
        for (float[] mask : batch.masks()) {
            fillMask(mask);
        }
    }

    private void fillFeatures() {
        int width = spec.inputWidth();
        int column = spec.mlpUser() + spec.mlpItem();
        for (int f = 0; f < featureCodes.length; f++) {
            SideFeature feature = spec.features().get(f);
            int[] indices = feature.ofUser() ? batch.users() : batch.items();
            for (int e = 0; e < batch.size(); e++) {
                if (feature.isCategorical()) {
                    featureCodes[f][e] = feature.code(indices[e]);
                } else {
                    batch.input()[e * width + column] = feature.number(indices[e]);
                }
            }
            column += feature.width();
        }
    }

    private void fillMask(float[] mask) {
        int used = mask.length / batch.capacity() * batch.size();
        float kept = 1 / (1 - dropout);
        int threshold = (int) (dropout * (1 << 16));
        for (int i = 0; i < used; i += 4) {
            long bits = maskRandom.nextLong();
            for (int j = i; j < Math.min(i + 4, used); j++) {
                mask[j] = (bits & 0xFFFF) < threshold ? 0 : kept;
                bits >>>= 16;
            }
        }
    }

    private void update() {
        float scale = meanLoss ? 1f / batch.size() : 1f;
        optimizer.nextStep();
        for (EmbeddingRows table : tables) {
            table.update(batch.size(), optimizer, scale);
        }
        optimizer.update(weights.dense(), 0, denseGradient.length, denseGradient, 0, scale);
    }

    @Override
    public void close() {
        gradients.close();
    }
}
