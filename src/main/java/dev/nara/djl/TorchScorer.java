package dev.nara.djl;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.nara.neumf.CatalogueParts;
import dev.nara.neumf.CatalogueScorer;
import dev.nara.neumf.NeuMfSpec;
import java.util.List;
import java.util.function.Function;

/** Scores on a device by {@link RankScript}; items and layers are transferred once, users' shares with each call. */
final class TorchScorer implements CatalogueScorer {
    /** Numbers of a layer computed at a time: enough to fit a processor's cache, or to keep a GPU busy. */
    private static final int CACHED = 1 << 18;

    static final int BUSY = 1 << 26;

    /** Users at a time on a GPU. */
    static final long USERS = 1024;

    private final NDManager manager;
    private final NDManager here;
    private final NeuMfSpec spec;
    private final int width;
    private final TorchModule script;
    private final List<NDArray> model;

    TorchScorer(NDManager manager, CatalogueParts parts) {
        this.manager = manager;
        here = manager.newSubManager(Device.cpu());
        spec = parts.spec();
        width = spec.layers().isEmpty() ? 0 : spec.layers().get(0);
        model = TorchStep.placed(
                manager,
                () -> List.of(
                        table(manager, parts.items(), spec.items(), width),
                        table(manager, parts.factors(), spec.items(), spec.gmf()),
                        manager.create(parts.dense())));
        // Last, so that nothing can fail once it is loaded.
        script = TorchStep.placed(
                manager,
                () -> new TorchModule(
                        manager, RankScript.of(spec, manager.getDevice().isGpu() ? BUSY : CACHED)));
    }

    /** A table without columns is replaced by one zero column. */
    private static NDArray table(NDManager manager, float[] numbers, int rows, int columns) {
        return columns == 0 ? manager.zeros(new Shape(rows, 1)) : manager.create(numbers, new Shape(rows, columns));
    }

    @Override
    public int usersAtATime() {
        return manager.getDevice().isGpu() ? (int) USERS : 64;
    }

    private <T> T call(
            int users,
            float[] parts,
            float[] factors,
            Function<NDManager, NDList> rest,
            String method,
            Function<NDList, T> read) {
        try (NDManager call = manager.newSubManager()) {
            NDList inputs = new NDList(table(call, parts, users, width), table(call, factors, users, spec.gmf()));
            inputs.addAll(rest.apply(call));
            inputs.addAll(model);
            return read.apply(script.run(method, inputs));
        } catch (EngineException e) {
            throw TorchStep.explained(e, users);
        }
    }

    @Override
    public float[] scores(int users, float[] parts, float[] factors) {
        return call(users, parts, factors, call -> new NDList(), "all", all -> all.get(0)
                .toFloatArray());
    }

    @Override
    public float[] scores(int users, float[] parts, float[] factors, int[] rows, int[] items) {
        return call(
                users,
                parts,
                factors,
                call -> new NDList(call.create(rows), call.create(items)),
                "pairs",
                all -> all.get(0).toFloatArray());
    }

    @Override
    public void top(int users, float[] parts, float[] factors, int[] leftOutRows, int[] leftOutItems, Top into) {
        call(
                users,
                parts,
                factors,
                call -> {
                    NDArray k = here.create(into.k());
                    k.attach(call);
                    return new NDList(
                            call.create(leftOutRows).toType(DataType.INT64, false),
                            call.create(leftOutItems).toType(DataType.INT64, false),
                            k);
                },
                "forward",
                best -> {
                    System.arraycopy(best.get(0).toFloatArray(), 0, into.scores(), 0, users * into.k());
                    System.arraycopy(best.get(1).toLongArray(), 0, into.items(), 0, users * into.k());
                    return into;
                });
    }

    @Override
    public void close() {
        script.close();
        manager.close();
    }
}
