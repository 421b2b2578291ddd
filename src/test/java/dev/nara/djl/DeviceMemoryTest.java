package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.Precision;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceMemoryTest {
    private static final long MEGABYTE = 1 << 20;

    private static long megabytes(boolean adam, int batchSize, boolean dropout, Precision... precision) {
        NeuMfSpec spec = new NeuMfSpec(138_493, 26_744, 64, 256, 256, List.of(256, 128, 64), List.of());
        return DeviceMemory.of(spec, adam, batchSize, dropout, precision.length == 0 ? Precision.FLOAT32 : precision[0])
                / MEGABYTE;
    }

    /**
     * The paper's 64 factors on ML-20M's shape: 53.1 million parameters, four numbers each with Adam; and the items of the last
     * evaluation, 26,744 of 256 and 64 numbers, that stay for the next steps. With small batches the evaluation is the larger.
     */
    @Test
    void tablesAndTheLargerOfABatchAndTheEvaluationCount() {
        assertEquals(2_540, megabytes(true, 4096, false));
        assertEquals(3_625, megabytes(true, 65_536, false));
        assertEquals(23_192, megabytes(true, 1_048_576, false));
        assertEquals(21_977, megabytes(false, 1_048_576, false));
        assertEquals(37_528, megabytes(true, 1_048_576, true));
    }

    /** 2,688 numbers an example pass the layers, forwards and backwards; of half of their bytes, with 512 numbers of float32. */
    @Test
    void layersInHalfOfTheBytesTakeLess() {
        assertEquals(19_864, megabytes(true, 1_048_576, false, Precision.BFLOAT16));
    }
}
