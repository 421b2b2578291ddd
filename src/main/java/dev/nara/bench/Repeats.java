package dev.nara.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Measures contenders in interleaved rounds, so that load on the machine affects all of them. */
final class Repeats {
    /** A contender is warm when a round differs from the one before by no more than this share. */
    private static final double STEADY = 0.05;

    private static final int FEWEST = 2;
    private static final int MOST = 10;

    private final Supplier<MachineLoad> load;
    private final int processors;

    /** With a source of processor times. */
    Repeats(Supplier<MachineLoad> load, int processors) {
        this.load = load;
        this.processors = processors;
    }

    /**
     * The rates of one contender.
     *
     * @param sorted units per second, ascending
     * @param cores processors that it used, on average
     * @param others the share of all processors that other programs took meanwhile, 0 … 1
     */
    record Rates(List<Double> sorted, double cores, double others) {
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
     * Runs every contender until all are steady, then {@code count} times in interleaved rounds.
     *
     * @param contenders each measures itself for a while and returns units per second
     */
    List<Rates> of(int count, List<DoubleSupplier> contenders) {
        warmUp(contenders);
        int many = contenders.size();
        double[][] rates = new double[many][count];
        double[] cores = new double[many];
        double[] others = new double[many];
        for (int r = 0; r < count; r++) {
            for (int c = 0; c < many; c++) {
                MachineLoad before = load.get();
                rates[c][r] = contenders.get(c).getAsDouble();
                MachineLoad after = load.get();
                cores[c] += after.coresSince(before) / count;
                others[c] += after.othersSince(before, processors) / count;
            }
        }
        List<Rates> all = new ArrayList<>();
        for (int c = 0; c < many; c++) {
            List<Double> sorted = Arrays.stream(rates[c]).sorted().boxed().toList();
            all.add(new Rates(sorted, cores[c], others[c]));
        }
        return all;
    }

    private static void warmUp(List<DoubleSupplier> contenders) {
        double[] before = new double[contenders.size()];
        boolean steady = false;
        for (int round = 0; round < MOST && !(steady && round >= FEWEST); round++) {
            steady = true;
            for (int c = 0; c < before.length; c++) {
                double rate = contenders.get(c).getAsDouble();
                steady &= Math.abs(rate - before[c]) <= STEADY * before[c];
                before[c] = rate;
            }
        }
    }
}
