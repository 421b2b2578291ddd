package dev.nara.neumf;

import java.io.Serializable;
import java.util.List;

/**
 * The dimensions of a NeuMF, GMF or MLP. The MLP's input is [user embedding ; item embedding ; side features]; the
 * output layer sees [last MLP layer ; GMF product] (He et al. 2017, section 3.4). Serialisable.
 *
 * @param users rows of the user tables
 * @param items rows of the item tables
 * @param gmf dimension of the GMF embeddings, 0 for a model without GMF
 * @param mlpUser dimension of the MLP's user embedding, 0 for a model without MLP
 * @param mlpItem dimension of the MLP's item embedding, 0 for a model without MLP
 * @param layers sizes of the MLP's hidden layers, empty for a model without MLP
 * @param features the side features, in the order of the input
 */
public record NeuMfSpec(
        int users, int items, int gmf, int mlpUser, int mlpItem, List<Integer> layers, List<SideFeature> features)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The same for some of the users, numbered anew. */
    NeuMfSpec of(int[] some) {
        List<SideFeature> ofSome = features.stream()
                .map(feature -> feature.ofUser() ? feature.of(some) : feature)
                .toList();
        return new NeuMfSpec(some.length, items, gmf, mlpUser, mlpItem, layers, ofSome);
    }

    /** Width of the MLP's input. */
    public int inputWidth() {
        int width = mlpUser + mlpItem;
        for (SideFeature feature : features) {
            width += feature.width();
        }
        return width;
    }

    /** Width of what layer {@code layer} reads; layer {@code layers.size()} is the output layer's MLP part. */
    public int widthBefore(int layer) {
        return layer == 0 ? inputWidth() : layers.get(layer - 1);
    }

    /** Width of the MLP's last layer, 0 without MLP. */
    public int lastWidth() {
        return layers.isEmpty() ? 0 : layers.get(layers.size() - 1);
    }

    /** Where the weights [out × in] of a hidden layer start in the dense parameters; its biases follow them. */
    public int weightOffset(int layer) {
        int offset = 0;
        for (int k = 0; k < layer; k++) {
            offset += layers.get(k) * (widthBefore(k) + 1);
        }
        return offset;
    }

    /** Where the biases [out] of a hidden layer start. */
    public int biasOffset(int layer) {
        return weightOffset(layer) + layers.get(layer) * widthBefore(layer);
    }

    /** Where the output weights [lastWidth + gmf] start; the output bias follows them. */
    public int outputOffset() {
        return weightOffset(layers.size());
    }

    /** Width of what the output layer sees. */
    public int outputWidth() {
        return lastWidth() + gmf;
    }

    /** How many dense parameters there are: all layers, the output and its bias. */
    public int denseSize() {
        return outputOffset() + outputWidth() + 1;
    }

    /** How many numbers a model learns: tables, side features and the dense parameters. */
    public long size() {
        long rows = (long) users * (gmf + mlpUser) + (long) items * (gmf + mlpItem);
        long ofFeatures = features.stream()
                .mapToLong(f -> (long) f.categories() * f.width())
                .sum();
        return rows + ofFeatures + denseSize();
    }
}
