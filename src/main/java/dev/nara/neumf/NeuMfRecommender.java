package dev.nara.neumf;

import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import java.util.stream.IntStream;

/**
 * Scores with fixed weights, in plain Java. The first layer is linear in [user ; item ; features], so its item part is
 * computed once an item and its user part once a user, and only added; what follows runs over tiles of items.
 */
final class NeuMfRecommender implements Recommender {
    private static final int TILE = Tile.SIZE;

    private final NeuMfWeights weights;
    private final NeuMfSpec spec;
    private final FirstLayer firstLayer;
    private final int items;
    /** The items' share of the first layer, without bias: [tile][unit of layer 0][item within the tile]. */
    private final float[][][] itemPart;
    /** The items' GMF rows, turned the same way: [tile][dimension][item within the tile]. */
    private final float[][][] gmfPart;

    /** Takes weights that nobody changes any more. */
    NeuMfRecommender(NeuMfWeights weights) {
        this.weights = weights;
        this.spec = weights.spec();
        this.firstLayer = new FirstLayer(weights);
        this.items = spec.items();
        int tiles = (items + TILE - 1) / TILE;
        int width = spec.layers().isEmpty() ? 0 : spec.layers().get(0);
        itemPart = new float[tiles][width][TILE];
        gmfPart = new float[tiles][spec.gmf()][TILE];
        IntStream.range(0, tiles).parallel().forEach(this::fill);
    }

    private void fill(int tile) {
        int count = Math.min(TILE, items - tile * TILE);
        for (int t = 0; t < count; t++) {
            int item = tile * TILE + t;
            float[] part = firstLayer.ofItem(item);
            for (int o = 0; o < part.length; o++) {
                itemPart[tile][o][t] = part[o];
            }
            for (int j = 0; j < spec.gmf(); j++) {
                gmfPart[tile][j][t] = weights.gmfItem()[item * spec.gmf() + j];
            }
        }
    }

    /** The GMF share of the output weights times the user's row: [gmf]. */
    private float[] gmfWeights(int user) {
        float[] result = new float[spec.gmf()];
        for (int j = 0; j < result.length; j++) {
            result[j] = weights.dense()[spec.outputOffset() + spec.lastWidth() + j]
                    * weights.gmfUser()[user * spec.gmf() + j];
        }
        return result;
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public void scores(int user, float[] out) {
        float[] userPart = firstLayer.ofUser(user);
        float[] gmf = gmfWeights(user);
        Tile tile = new Tile(weights);
        for (int n = 0; n < itemPart.length; n++) {
            float[] scores = tile.scores(userPart, itemPart[n], gmf, gmfPart[n]);
            int from = n * TILE;
            System.arraycopy(scores, 0, out, from, Math.min(TILE, items - from));
        }
    }

    @Override
    public void scores(int user, int[] wanted, float[] out) {
        float[] userPart = firstLayer.ofUser(user);
        float[] gmf = gmfWeights(user);
        Tile tile = new Tile(weights);
        float[][] gathered = new float[userPart.length][TILE];
        float[][] gatheredGmf = new float[gmf.length][TILE];
        for (int from = 0; from < wanted.length; from += TILE) {
            int count = Math.min(TILE, wanted.length - from);
            for (int t = 0; t < count; t++) {
                int item = wanted[from + t];
                gather(itemPart[item / TILE], item % TILE, gathered, t);
                gather(gmfPart[item / TILE], item % TILE, gatheredGmf, t);
            }
            System.arraycopy(tile.scores(userPart, gathered, gmf, gatheredGmf), 0, out, from, count);
        }
    }

    private static void gather(float[][] from, int place, float[][] to, int t) {
        for (int o = 0; o < from.length; o++) {
            to[o][t] = from[o][place];
        }
    }

    @Override
    public Weights weights() {
        return weights.toWeights();
    }
}
