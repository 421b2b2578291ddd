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

    /** The same for some of the users, renumbered. */
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

    /** The input width of layer {@code layer}; for {@code layers.size()} that of the output layer's MLP part. */
    public int widthBefore(int layer) {
        return layer == 0 ? inputWidth() : layers.get(layer - 1);
    }

    /** Width of the MLP's last layer, 0 without MLP. */
    public int lastWidth() {
        return layers.isEmpty() ? 0 : layers.get(layers.size() - 1);
    }

    /** The offset of a hidden layer's weights [out × in] in the dense parameters; its biases follow. */
    public int weightOffset(int layer) {
        int offset = 0;
        for (int k = 0; k < layer; k++) {
            offset += layers.get(k) * (widthBefore(k) + 1);
        }
        return offset;
    }

    /** The offset of a hidden layer's biases [out]. */
    public int biasOffset(int layer) {
        return weightOffset(layer) + layers.get(layer) * widthBefore(layer);
    }

    /** The offset of the output weights [lastWidth + gmf]; the output bias follows. */
    public int outputOffset() {
        return weightOffset(layers.size());
    }

    /** The input width of the output layer. */
    public int outputWidth() {
        return lastWidth() + gmf;
    }

    /** The number of dense parameters: all layers, the output and its bias. */
    public int denseSize() {
        return outputOffset() + outputWidth() + 1;
    }

    /** The number of trained parameters: tables, side features and dense parameters. */
    public long size() {
        long rows = (long) users * (gmf + mlpUser) + (long) items * (gmf + mlpItem);
        long ofFeatures = features.stream()
                .mapToLong(f -> (long) f.categories() * f.width())
                .sum();
        return rows + ofFeatures + denseSize();
    }
}
