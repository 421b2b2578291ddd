package dev.nara;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Device;
import dev.nara.algorithm.Engine;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.DataException;
import dev.nara.spec.Algorithms;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A workbench whose GMF has an engine {@code two} that says it has two GPUs, and trains on the processor whatever it is given. */
public final class TwoGpus {
    private final Start starts;
    private final BooleanSupplier full;

    private TwoGpus(Start starts, BooleanSupplier full) {
        this.starts = starts;
        this.full = full;
    }

    /** Is told of a training; may wait. */
    @FunctionalInterface
    public interface Start {
        /** One is about to begin on a device. */
        void on(String device) throws InterruptedException;
    }

    /** The same services but for that; {@code full} says whether another program leaves too little of the GPUs. */
    public static Services in(Services real, Start starts, BooleanSupplier full) {
        TwoGpus two = new TwoGpus(starts, full);
        return new Services(
                real.datasets(),
                new Algorithms(
                        real.algorithms().all().stream()
                                .map(each -> each.id().equals("gmf") ? two.proxy(each) : each)
                                .toList(),
                        real.algorithms().baseline(),
                        real.algorithms().references()),
                real.sample(),
                real.workspace(),
                real.artefacts());
    }

    private record Two(String id, Optional<Text> unavailable) implements Engine {
        @Override
        public List<Device> devices() {
            Text name = Text.of("device.auto");
            return List.of(
                    new Device("cpu", name, Optional.empty()),
                    new Device("gpu0", name, Optional.empty()),
                    new Device("gpu1", name, Optional.empty()));
        }
    }

    private @Nullable Object answer(Algorithm real, String method, Object[] given, Method call)
            throws ReflectiveOperationException, DataException, InterruptedException {
        return switch (method) {
            case "engines" -> List.of(new Two("two", Optional.empty()));
            case "engine" -> "two";
            case "engineSpeeds" -> Map.of();
            case "check" -> null;
            case "checkRoom" -> {
                if (full.getAsBoolean()) {
                    throw new DataException(
                            Text.of("device.too.full", "9.0", "6.0", "80.0"), Text.of("batch.too.large.remedy", 64));
                }
                yield null;
            }
            case "start" -> {
                TrainingInput input = (TrainingInput) given[0];
                starts.on(input.device());
                TrainingInput here = new TrainingInput(input.dataset(), input.train(), "vector", "cpu");
                yield real.start(here, (ParameterValues) given[1], (Long) given[2]);
            }
            default -> call.invoke(real, given);
        };
    }

    private Algorithm proxy(Algorithm real) {
        return (Algorithm) Proxy.newProxyInstance(
                Algorithm.class.getClassLoader(), new Class<?>[] {Algorithm.class}, (proxy, call, given) -> {
                    try {
                        return switch (call.getName()) {
                            case "gpus" -> InvocationHandler.invokeDefault(proxy, call, given);
                            case "sharing" -> proxy;
                            default -> answer(real, call.getName(), given, call);
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
