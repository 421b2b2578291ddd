package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import java.util.List;

/** An iterative training of factors, whose state consists of the factors and {@link #memory}. */
abstract class LearntFactors implements Fitting {
    private static final String EPOCH = "epoch";

    final MatrixProducts products;
    final int dimension;
    /** Shape [users * dimension]. */
    final float[] users;
    /** Shape [items * dimension]. */
    final float[] items;
    /** Shape [items]; 0 without biases. */
    final float[] bias;

    private int epoch;

    LearntFactors(MatrixProducts products, int userCount, int itemCount, int dimension, double deviation, long seed) {
        this.products = products;
        this.dimension = dimension;
        users = Factors.normal(Math.multiplyExact(userCount, dimension), deviation, seed);
        items = Factors.normal(Math.multiplyExact(itemCount, dimension), deviation, seed + 1);
        bias = new float[itemCount];
    }

    /** Trains epoch {@code epoch}, from 0, and returns the mean loss. */
    abstract double train(int number, EpochProgress progress);

    /** Further state between epochs, by name; not copies. */
    Weights memory() {
        return new Weights();
    }

    /** Sets the recommender returned from now on. */
    Recommender made() {
        return Factors.copy(products, dimension, users, items, bias);
    }

    @Override
    public final List<Phase> phases() {
        return List.of(new Phase("train", 0));
    }

    @Override
    public long parameterCount() {
        return (long) users.length + items.length;
    }

    /**
     * The cost of training factors.
     *
     * @param further trained numbers in addition to the factors
     * @param copies of the numbers in memory, including the one that is evaluated
     */
    static Cost cost(TrainingInput input, int dimension, long further, int copies, double work) {
        long parameters = ((long) input.users() + input.items()) * dimension + further;
        // The evaluated copy also holds the items transposed.
        long bytes = Float.BYTES * (copies * parameters + (long) input.items() * dimension);
        return new Cost(parameters, bytes, work);
    }

    @Override
    public final double epoch(EpochProgress progress) {
        double loss = train(epoch, progress);
        epoch++;
        return loss;
    }

    @Override
    public final Recommender recommender() {
        return made();
    }

    private Weights arrays() {
        return new Weights()
                .put("users", users, users.length)
                .put("items", items, items.length)
                .put("bias", bias, bias.length)
                .putAll("memory.", memory());
    }

    @Override
    public final Weights state() {
        return arrays().note(EPOCH, Integer.toString(epoch));
    }

    @Override
    public final void resume(Weights state) {
        Weights own = arrays();
        for (String name : own.names()) {
            float[] to = own.get(name);
            float[] from = state.get(name);
            if (from == null || to == null || from.length != to.length) {
                throw new IllegalArgumentException(name);
            }
            System.arraycopy(from, 0, to, 0, to.length);
        }
        epoch = Integer.parseInt(state.note(EPOCH));
    }

    @Override
    public void close() {}
}
