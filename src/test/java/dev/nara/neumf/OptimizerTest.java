package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerTest {
    private static final int[] ONE_ROW = {0};

    /** Of the second step, so that what is remembered of the first must not be told. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theGradientsNormIsThatOfTheStepItself(boolean adam) {
        Kernels plain = new PlainKernels();
        Optimizer optimizer = adam ? new Optimizer.Adam(plain, 0.01, 0) : new Optimizer.Sgd(plain, 0.01, 0);
        float[] parameters = {1, -2, 3};
        Optimizer.Update update = optimizer.of(parameters);
        optimizer.nextStep();
        update.rows(ONE_ROW, 0, 1, 0, 3, new float[] {5, 5, 5}, 0, 3, 1);
        DoubleSupplier gradient = optimizer.watchGradient(parameters);
        optimizer.nextStep();
        update.rows(ONE_ROW, 0, 1, 0, 3, new float[] {3, 4, 12}, 0, 3, 0.5f);
        assertEquals(6.5, gradient.getAsDouble(), 1e-3, "half of the norm of 3, 4, 12");
    }
}
