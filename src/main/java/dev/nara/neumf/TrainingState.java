package dev.nara.neumf;

import dev.nara.algorithm.Weights;
import java.util.List;

/** Saves and restores the optimiser state of each weight array, by name next to the weights, so that a training resumes exactly. */
final class TrainingState {
    private TrainingState() {}

    /** Saves steps, learning rate and state. */
    static void put(Weights state, Optimizer optimizer, NeuMfWeights weights) {
        state.note("steps", Long.toString(optimizer.steps())).note("rate", Float.toString(optimizer.learningRate()));
        Weights named = weights.toWeights();
        for (String name : named.names()) {
            List<float[]> memory = optimizer.memory(array(named, name));
            for (int m = 0; m < memory.size(); m++) {
                state.put(key(m, name), memory.get(m), named.shape(name));
            }
        }
    }

    /** Whether there is saved state. */
    static boolean has(Weights state) {
        return state.notes().containsKey("steps");
    }

    /** Restores the state of an optimiser for these weights. */
    static void restore(Weights state, Optimizer optimizer, NeuMfWeights weights) {
        optimizer.resume(Long.parseLong(state.note("steps")), Float.parseFloat(state.note("rate")));
        Weights named = weights.toWeights();
        for (String name : named.names()) {
            List<float[]> memory = optimizer.memory(array(named, name));
            for (int m = 0; m < memory.size(); m++) {
                float[] stored = array(state, key(m, name));
                System.arraycopy(stored, 0, memory.get(m), 0, stored.length);
            }
        }
    }

    private static String key(int memory, String name) {
        return "memory." + memory + "." + name;
    }

    private static float[] array(Weights weights, String name) {
        float[] array = weights.get(name);
        if (array == null) {
            throw new IllegalArgumentException(name);
        }
        return array;
    }
}
