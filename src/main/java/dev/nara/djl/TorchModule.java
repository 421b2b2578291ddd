package dev.nara.djl;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A TorchScript module on a device. */
final class TorchModule implements AutoCloseable {
    private final NDManager manager;
    private final Model model;
    private final ParameterStore nothing;

    /** Compiles a source in the form required by {@link ScriptFile}. */
    TorchModule(NDManager manager, String source) {
        this.manager = manager;
        nothing = new ParameterStore(manager, false);
        model = Model.newInstance(
                "step", manager.getDevice(), manager.getEngine().getEngineName());
        try {
            load(source);
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    private void load(String source) {
        try {
            model.load(new ByteArrayInputStream(ScriptFile.of(source)));
        } catch (MalformedModelException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a method; results belong to the manager of the first input. */
    NDList run(String method, NDList inputs) {
        if (method.equals("forward")) {
            return model.getBlock().forward(nothing, inputs, false);
        }
        try (NDArray name = manager.create(0)) {
            // This tells DJL the method's name; the number itself is not passed on.
            name.setName("module_method:" + method);
            NDList named = new NDList(inputs);
            named.add(name);
            return model.getBlock().forward(nothing, named, false);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
