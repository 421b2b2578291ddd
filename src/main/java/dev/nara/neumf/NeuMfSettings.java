package dev.nara.neumf;

import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.DataException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The hyper-parameters of a NeuMF, GMF or MLP, read once. */
record NeuMfSettings(
        Model model, Drawing drawing, Optimisation optimisation, Pretraining pretraining, boolean startsFromRuns) {
    /** The model; a half that it lacks has dimension 0, no layers and no features. */
    record Model(
            int gmf,
            int mlpUser,
            int mlpItem,
            List<Integer> layers,
            double dropout,
            String features,
            NeuMfWeights.Initialisation initialisation) {}

    /** The examples to train on. */
    record Drawing(
            PositiveRule positives,
            double recencyHalfLife,
            int negatives,
            boolean once,
            boolean unseenAlone,
            boolean shufflesPositives)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** The optimisation. */
    record Optimisation(
            int batchSize,
            boolean adam,
            double learningRate,
            double learningRateDecay,
            double weightDecay,
            int averageFrom,
            boolean meanLoss,
            Precision precision,
            int parts) {}

    /** The pretraining of the two halves; no epochs for none. */
    record Pretraining(int epochs, double learningRate, double mlpWeightDecay, double alpha) {
        private static final Pretraining NONE = new Pretraining(0, 0, 0, 0);
    }

    /** Reads the values for a model with these halves. */
    static NeuMfSettings of(ParameterValues values, boolean gmf, boolean mlp) {
        return new NeuMfSettings(
                model(values, gmf, mlp),
                new Drawing(
                        PositiveRule.of(values.text("positives")),
                        values.real("recency_half_life"),
                        values.whole("negatives"),
                        values.text("negative_draw").equals("once"),
                        values.text("negatives_from").equals("unseen"),
                        values.text("shuffle").equals("positives")),
                new Optimisation(
                        values.whole(Fitting.BATCH_SIZE),
                        values.text("optimizer").equals("adam"),
                        values.real("learning_rate"),
                        values.real("learning_rate_decay"),
                        values.real("weight_decay"),
                        values.whole("average_from"),
                        values.text("loss").equals("mean"),
                        mlp ? Precision.of(values.text(NeuMfParameters.PRECISION)) : Precision.FLOAT32,
                        values.whole(NeuMfParameters.PARTS)),
                gmf && mlp ? pretraining(values) : Pretraining.NONE,
                !values.text(Fitting.START_FROM).isEmpty());
    }

    private static Model model(ParameterValues values, boolean gmf, boolean mlp) {
        return new Model(
                gmf ? values.whole("gmf_dimension") : 0,
                mlp ? values.whole("mlp_user_dimension") : 0,
                mlp ? values.whole("mlp_item_dimension") : 0,
                mlp ? Arrays.stream(values.sizes("layers")).boxed().toList() : List.of(),
                mlp ? values.real("dropout") : 0,
                mlp ? values.text("features") : "",
                values.text("initialisation").equals("paper")
                        ? NeuMfWeights.Initialisation.PAPER
                        : NeuMfWeights.Initialisation.NOTEBOOK);
    }

    /** A copy without pretraining, with random initial weights. */
    NeuMfSettings direct() {
        return new NeuMfSettings(model, drawing, optimisation, Pretraining.NONE, false);
    }

    private static Pretraining pretraining(ParameterValues values) {
        return new Pretraining(
                values.whole(NeuMfParameters.PRETRAIN_EPOCHS),
                values.real("pretrain_learning_rate"),
                values.real("pretrain_mlp_weight_decay"),
                values.real("pretrain_alpha"));
    }

    /**
     * The dimensions of the model for some data.
     *
     * @throws DataException if the data lacks a side feature
     */
    NeuMfSpec spec(TrainingInput input) throws DataException {
        return spec(input, model.features.isEmpty() ? List.of() : SideFeatures.parse(model.features, input.dataset()));
    }

    /** The same with these side features. */
    NeuMfSpec spec(TrainingInput input, List<SideFeature> features) {
        return new NeuMfSpec(
                input.users(), input.items(), model.gmf, model.mlpUser, model.mlpItem, model.layers, features);
    }
}
