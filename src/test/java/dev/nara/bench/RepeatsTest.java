package dev.nara.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private double seconds;
    private final Repeats repeats = new Repeats(() -> MachineLoad.of(seconds, 2 * seconds, ""), 2);

    private double turn(Deque<Double> rates) {
        seconds++;
        return rates.removeFirst();
    }

    @Test
    void roundsBeforeAContenderIsSteadyDoNotCount() {
        Deque<Double> slowToWarm = new ArrayDeque<>(List.of(10.0, 50.0, 99.0, 100.0, 101.0, 103.0, 102.0));
        Deque<Double> steady = new ArrayDeque<>(List.of(7.0, 7.0, 7.0, 7.0, 5.0, 6.0, 4.0));
        List<Repeats.Rates> rates = repeats.of(3, List.of(() -> turn(slowToWarm), () -> turn(steady)));
        assertEquals(List.of(101.0, 102.0, 103.0), rates.get(0).sorted());
        assertEquals(5, rates.get(1).median());
        assertEquals(2, rates.get(0).cores(), 1e-9);
    }

    @Test
    void whatNeverBecomesSteadyIsMeasuredAfterTenRounds() {
        Deque<Double> wild = new ArrayDeque<>();
        for (int n = 0; n < 11; n++) {
            wild.add(n % 2 == 0 ? 1.0 : 2.0);
        }
        assertEquals(1, repeats.of(1, List.of(() -> turn(wild))).get(0).median());
        assertEquals(0, wild.size());
    }
}
