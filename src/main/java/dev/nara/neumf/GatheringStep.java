package dev.nara.neumf;

import dev.nara.algorithm.ExampleBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A training step around an engine that only computes gradients: gathers the batch's embedding rows into matrices, has the gradients
 * computed, and updates the used rows and the layers. Tables are processed in parallel.
 */
public final class GatheringStep implements TrainingStep {
    private static final int SMALL_BATCH = 2048;

    private final NeuMfSpec spec;
    private final NeuMfWeights weights;
    private final StepSettings settings;
    private final Gradients gradients;
    private final GatheredBatch batch;
    private final DropoutMasks masks;
    private final List<EmbeddingRows> tables = new ArrayList<>();
    private final int[][] featureCodes;
    private final DistinctRows users;
    private final DistinctRows items;
    /** For each table, the distinct rows of the batch; tables of users share theirs, as do tables of items. */
    private final List<DistinctRows> rowsOfTables = new ArrayList<>();

    private final float[] denseGradient;
    private final Optimizer.Update denseUpdate;

    /** Owns the gradients and closes them. */
    public GatheringStep(NeuMfWeights weights, StepSettings settings, Gradients gradients) {
        this.weights = weights;
        this.spec = weights.spec();
        this.settings = settings;
        this.gradients = gradients;
        boolean dropout = settings.dropout() > 0;
        this.masks = new DropoutMasks(settings.dropout(), settings.seed());
        this.batch = new GatheredBatch(spec, settings.batchSize(), dropout);
        this.denseGradient = new float[spec.denseSize()];
        this.denseUpdate = settings.optimizer().of(weights.dense());
        this.featureCodes = new int[spec.features().size()][settings.batchSize()];
        this.users = new DistinctRows(spec.users(), settings.batchSize());
        this.items = new DistinctRows(spec.items(), settings.batchSize());
        layOut();
    }

    private void layOut() {
        if (spec.gmf() > 0) {
            add(users, weights.gmfUser(), spec.gmf(), batch.gmfUser(), spec.gmf(), 0);
            add(items, weights.gmfItem(), spec.gmf(), batch.gmfItem(), spec.gmf(), 0);
        }
        if (!spec.layers().isEmpty()) {
            int width = spec.inputWidth();
            add(users, weights.mlpUser(), spec.mlpUser(), batch.input(), width, 0);
            add(items, weights.mlpItem(), spec.mlpItem(), batch.input(), width, spec.mlpUser());
            int column = spec.mlpUser() + spec.mlpItem();
            for (int f = 0; f < featureCodes.length; f++) {
                SideFeature feature = spec.features().get(f);
                if (feature.isCategorical()) {
                    DistinctRows codes = new DistinctRows(feature.categories(), settings.batchSize());
                    add(codes, weights.feature(f), feature.width(), batch.input(), width, column);
                }
                column += feature.width();
            }
        }
    }

    private void add(DistinctRows rows, float[] table, int dimension, float[] matrix, int width, int column) {
        rowsOfTables.add(rows);
        tables.add(new EmbeddingRows(table, dimension, settings.optimizer().of(table), matrix, width, column));
    }

    @Override
    public double run(ExampleBatch examples) {
        return run(examples, () -> {});
    }

    @Override
    public double run(ExampleBatch examples, Runnable between) {
        batch.size(examples.size());
        System.arraycopy(examples.labels(), 0, batch.labels(), 0, examples.size());
        List<int[]> rows = rows(examples);
        each(tables.size(), t -> tables.get(t).gather(rows.get(t), examples.size()));
        fillMasks();
        between.run();
        double loss = gradients.compute(batch, weights.dense(), denseGradient);
        between.run();
        if (Double.isFinite(loss)) {
            update(rows);
        }
        return loss;
    }

    /** Finds the row of each table for every example; numeric features are written directly to the matrix. */
    private List<int[]> rows(ExampleBatch examples) {
        List<int[]> rows = new ArrayList<>();
        if (spec.gmf() > 0) {
            rows.add(examples.users());
            rows.add(examples.items());
        }
        if (!spec.layers().isEmpty()) {
            rows.add(examples.users());
            rows.add(examples.items());
        }
        int column = spec.mlpUser() + spec.mlpItem();
        for (int f = 0; f < featureCodes.length; f++) {
            SideFeature feature = spec.features().get(f);
            int[] indices = feature.ofUser() ? examples.users() : examples.items();
            if (feature.isCategorical()) {
                feature.codes(indices, examples.size(), featureCodes[f]);
                rows.add(featureCodes[f]);
            } else {
                for (int e = 0; e < examples.size(); e++) {
                    batch.input()[e * spec.inputWidth() + column] = feature.number(indices[e]);
                }
            }
            column += feature.width();
        }
        return rows;
    }

    private void fillMasks() {
        for (int k = 0; k < batch.masks().length; k++) {
            int width = spec.layers().get(k);
            for (int e = 0; e < batch.size(); e++) {
                masks.fill(settings.optimizer().steps(), k, e, batch.masks()[k], e * width, width);
            }
        }
    }

    private void update(List<int[]> rows) {
        float scale = settings.scale(batch.size());
        settings.optimizer().nextStep();
        each(tables.size(), t -> {
            // Computed once, by the first table that uses them.
            if (rowsOfTables.indexOf(rowsOfTables.get(t)) == t) {
                rowsOfTables.get(t).find(rows.get(t), batch.size());
            }
        });
        each(tables.size(), t -> tables.get(t).update(rowsOfTables.get(t), scale));
        denseUpdate.at(0, denseGradient.length, denseGradient, 0, scale);
    }

    /** In parallel if there is enough work; tables are independent, so the result is the same. */
    private void each(int count, IntConsumer work) {
        if (batch.size() < SMALL_BATCH) {
            IntStream.range(0, count).forEach(work);
        } else {
            IntStream.range(0, count).parallel().forEach(work);
        }
    }

    @Override
    public void close() {
        gradients.close();
    }
}
