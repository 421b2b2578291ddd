package dev.nara;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Fitting;
import dev.nara.spec.Algorithms;
import dev.nara.store.Services;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A workbench one of whose algorithms a test can hold up or let go wrong at any epoch. */
public final class SteppedTraining {
    private SteppedTraining() {}

    /** What becomes of an epoch; epochs are counted from 1 in each training, those of pretraining too. */
    @FunctionalInterface
    public interface Step {
        /** Called in the training thread once the epoch is trained; may wait. Returns the loss that is told. */
        double loss(long seed, int epoch, double trained);
    }

    /** The same services, with steps in the algorithm of this id. */
    public static Services in(Services services, String algorithm, Step step) {
        return new Services(
                services.datasets(),
                new Algorithms(
                        services.algorithms().all().stream()
                                .map(a -> a.id().equals(algorithm) ? stepped(a, step) : a)
                                .toList(),
                        services.algorithms().baseline(),
                        services.algorithms().references()),
                services.sample(),
                services.workspace(),
                services.artefacts());
    }

    private static Algorithm stepped(Algorithm real, Step step) {
        return proxy(Algorithm.class, real, (method, arguments, result) -> {
            long seed = method.getName().equals("start") ? (Long) arguments[2] : 0;
            return result instanceof Fitting fitting
                    ? stepped(fitting, seed, step)
                    : result instanceof Algorithm shared ? stepped(shared, step) : result;
        });
    }

    private static Fitting stepped(Fitting real, long seed, Step step) {
        AtomicInteger epochs = new AtomicInteger();
        return proxy(
                Fitting.class,
                real,
                (method, arguments, result) -> method.getName().equals("epoch")
                        ? Double.valueOf(step.loss(seed, epochs.incrementAndGet(), (Double) result))
                        : result);
    }

    /** Answers what the real one answered with something else. */
    @FunctionalInterface
    private interface Change {
        Object of(Method method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> kind, T real, Change change) {
        return kind.cast(
                Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    try {
                        return change.of(method, arguments, method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
