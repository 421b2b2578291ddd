package dev.nara.neumf;

/** The data of a model needed to compute its scores elsewhere; not modified. */
public final class CatalogueParts {
    private final NeuMfSpec spec;
    private final float[] dense;
    private final float[] items;
    private final float[] factors;

    CatalogueParts(NeuMfSpec spec, float[] dense, float[] items, float[] factors) {
        this.spec = spec;
        this.dense = dense;
        this.items = items;
        this.factors = factors;
    }

    /** The model's dimensions. */
    public NeuMfSpec spec() {
        return spec;
    }

    /** All layers, as {@link NeuMfSpec} lays them out. */
    public float[] dense() {
        return dense;
    }

    /** Each item's share of the first layer, without bias: [items × width of layer 0]. */
    public float[] items() {
        return items;
    }

    /** The items' GMF embeddings: [items × gmf]. */
    public float[] factors() {
        return factors;
    }
}
