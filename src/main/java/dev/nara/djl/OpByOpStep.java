package dev.nara.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SigmoidBinaryCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.nara.algorithm.ExampleBatch;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import java.util.Arrays;
import java.util.Map;

/** Adam on the mean loss, operator by operator; the weights are written back when it is closed. */
final class OpByOpStep implements TrainingStep {
    private final OpByOpModel model;
    private final NeuMfWeights weights;
    private final Optimizer optimizer;
    private final Loss loss = new SigmoidBinaryCrossEntropyLoss("loss", 1, false);

    OpByOpStep(OpByOpModel model, NeuMfWeights weights, StepSettings settings) {
        if (!(settings.optimizer() instanceof dev.nara.neumf.Optimizer.Adam)
                || settings.optimizer().weightDecay() != 0
                || settings.dropout() != 0
                || !settings.meanLoss()) {
            throw new IllegalArgumentException("only Adam on the mean loss, without decay and dropout, is measured");
        }
        this.model = model;
        this.weights = weights;
        this.optimizer = Optimizer.adam()
                .optLearningRateTracker(Tracker.fixed(settings.optimizer().learningRate()))
                .build();
        model.parameters().values().forEach(parameter -> parameter.setRequiresGradient(true));
    }

    @Override
    public double run(ExampleBatch batch) {
        int size = batch.size();
        double mean;
        try (NDManager step = model.manager().newSubManager()) {
            NDArray users = step.create(Arrays.copyOf(batch.users(), size));
            NDArray items = step.create(Arrays.copyOf(batch.items(), size));
            NDArray labels = step.create(Arrays.copyOf(batch.labels(), size));
            NDArray value;
            try (GradientCollector collector = model.engine().newGradientCollector()) {
                value = loss.evaluate(new NDList(labels), new NDList(model.logits(users, items)));
                collector.backward(value);
            }
            value.attach(step);
            for (Map.Entry<String, NDArray> parameter : model.parameters().entrySet()) {
                try (NDArray gradient = parameter.getValue().getGradient()) {
                    optimizer.update(parameter.getKey(), parameter.getValue(), gradient);
                }
            }
            mean = value.toFloatArray()[0];
        }
        return mean * size;
    }

    @Override
    public void close() {
        try {
            writeBack();
        } finally {
            model.close();
        }
    }

    private void writeBack() {
        int dense = 0;
        for (Map.Entry<String, NDArray> parameter : model.parameters().entrySet()) {
            float[] values = parameter.getValue().toFloatArray();
            float[] to =
                    switch (parameter.getKey()) {
                        case "gmf.user" -> weights.gmfUser();
                        case "gmf.item" -> weights.gmfItem();
                        case "mlp.user" -> weights.mlpUser();
                        case "mlp.item" -> weights.mlpItem();
                        default -> weights.dense();
                    };
            boolean layer = !parameter.getKey().contains(".");
            System.arraycopy(values, 0, to, layer ? dense : 0, values.length);
            dense += layer ? values.length : 0;
        }
    }
}
