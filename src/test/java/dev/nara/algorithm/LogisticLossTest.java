package dev.nara.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogisticLossTest {
    @Test
    void theLossAndItsSlope() {
        LogisticLoss loss = new LogisticLoss();
        assertEquals(-0.5f, loss.add(0, 1));
        assertEquals(0.75f, loss.add((float) Math.log(3), 0), 1e-7f);
        assertEquals(Math.log(2) + Math.log(4), loss.take(), 1e-7);
        assertEquals(0, loss.take());
        loss.add(-200, 1);
        assertEquals(200, loss.take());
        for (int e = 0; e < 1000; e++) {
            loss.add(0, 0);
        }
        assertEquals(1000 * Math.log(2), loss.take(), 1e-9);
    }
}
