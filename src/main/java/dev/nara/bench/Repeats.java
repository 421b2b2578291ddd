package dev.nara.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Measures contenders in interleaved rounds, so that load on the machine affects all of them. */
final class Repeats {
    private Repeats() {}

    /** The rates of one contender, ascending. */
    record Rates(List<Double> sorted) {
        double median() {
            return sorted.get(sorted.size() / 2);
        }

        double slowest() {
            return sorted.get(0);
        }

        double fastest() {
            return sorted.get(sorted.size() - 1);
        }
    }

    /**
     * Runs every contender once to warm up, then {@code count} times in interleaved rounds.
     *
     * @param contenders each measures itself for a while and returns units per second
     */
    static List<Rates> of(int count, List<DoubleSupplier> contenders) {
        List<List<Double>> rates = new ArrayList<>();
        contenders.forEach(contender -> rates.add(new ArrayList<>()));
        for (int r = 0; r <= count; r++) {
            for (int c = 0; c < contenders.size(); c++) {
                double rate = contenders.get(c).getAsDouble();
                if (r > 0) {
                    rates.get(c).add(rate);
                }
            }
        }
        rates.forEach(Collections::sort);
        return rates.stream().map(Rates::new).toList();
    }
}
