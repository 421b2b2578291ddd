package dev.nara.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.nara.neumf.CatalogueRanker;

/** Scores batches of user-item pairs and takes the best of each row, all on the engine. */
final class OpByOpRanker implements CatalogueRanker {
    private static final int PAIRS = 1 << 18;

    private final OpByOpModel model;

    OpByOpRanker(OpByOpModel model) {
        this.model = model;
    }

    @Override
    public int[][] top(int[] users, int k) {
        int items = model.items();
        int block = Math.max(1, PAIRS / items);
        int[][] lists = new int[users.length][];
        for (int first = 0; first < users.length; first += block) {
            int count = Math.min(block, users.length - first);
            try (NDManager batch = model.manager().newSubManager()) {
                int[] userOfPair = new int[count * items];
                int[] itemOfPair = new int[count * items];
                for (int p = 0; p < userOfPair.length; p++) {
                    userOfPair[p] = users[first + p / items];
                    itemOfPair[p] = p % items;
                }
                NDArray logits = model.logits(batch.create(userOfPair), batch.create(itemOfPair));
                NDList best = logits.reshape(count, items).topK(k, 1);
                long[] indices = best.get(1).toLongArray();
                for (int u = 0; u < count; u++) {
                    lists[first + u] = new int[k];
                    for (int r = 0; r < k; r++) {
                        lists[first + u][r] = (int) indices[u * k + r];
                    }
                }
            }
        }
        return lists;
    }

    @Override
    public void close() {
        model.close();
    }
}
