package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class GpSamplerTest {
    private static final Space SPACE = new Space(List.of(
            Dimension.Range.of("rate", 1e-4, 1, false, true),
            Dimension.Range.of("dropout", 0, 1, false, false),
            Dimension.Range.of("negatives", 1, 16, true, true),
            new Dimension.Choice("model", List.of("a", "b", "c"), Optional.empty())));
    private static final Space LINE = new Space(List.of(Dimension.Range.of("x", 0, 1, false, false)));

    /** Best, 0, at rate 0.01, dropout 0.3, 5 negatives and model b; terrible where the rate is large. */
    private static double figure(Map<String, String> settings) {
        double rate = Math.log10(Double.parseDouble(settings.getOrDefault("rate", "")));
        double dropout = Double.parseDouble(settings.getOrDefault("dropout", ""));
        double negatives = Math.log(Double.parseDouble(settings.getOrDefault("negatives", "")) / 5);
        double model = "b".equals(settings.get("model")) ? 0 : .3;
        double off = Math.pow((rate + 2) / 2, 2) + Math.pow(2 * (dropout - .3), 2) + negatives * negatives / 2 + model;
        return rate > -.7 ? -1e6 : -off;
    }

    private static double best(Sampler sampler, int trials, long seed) {
        List<Observation> history = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < trials; i++) {
            Map<String, String> settings =
                    sampler.ask(SPACE, history, List.of(), 1, seed).get(0).settings();
            double figure = figure(settings);
            best = Math.max(best, figure);
            history.add(figure < -1e5 ? Observation.failed(settings) : Observation.done(settings, figure));
        }
        return best;
    }

    private static double mean(Sampler sampler, int trials) {
        return (best(sampler, trials, 1) + best(sampler, trials, 2) + best(sampler, trials, 3)) / 3;
    }

    @Test
    void findsInFortyTrialsWhatRandomDoesNot() {
        double gp = mean(new GpSampler(), 40);
        double tpe = mean(new TpeSampler(), 40);
        double random = mean(new RandomSampler(), 40);
        assertTrue(gp > -.01, "gp " + gp);
        assertTrue(tpe > random, "tpe " + tpe + " random " + random);
        assertTrue(random < -.05, "random " + random);
    }

    private static List<Observation> onLine(ToDoubleFunction<Double> cost) {
        List<Observation> history = new ArrayList<>();
        for (double x : new double[] {.1, .3, .5, .7, .9, .2}) {
            double figure = -(x - .5) * (x - .5);
            history.add(new Observation(
                    Map.of("x", Double.toString(x)), figure, Double.NaN, cost.applyAsDouble(x), Observation.Kind.DONE));
        }
        return history;
    }

    private static Suggestion next(List<Observation> history) {
        return new GpSampler().ask(LINE, history, List.of(), 1, 1).get(0);
    }

    @Test
    void saysWhyInWords() {
        Suggestion next = next(onLine(x -> Double.NaN));
        assertEquals(.5, Double.parseDouble(next.settings().get("x")), .1);
        assertTrue(
                next.reason(1)
                        .in(Locale.ENGLISH)
                        .matches("nearest to #3 and #[24], other than #3 in x; -?0\\.0\\d+ ± 0\\.0\\d+ expected"),
                next.reason(1).in(Locale.ENGLISH));
        assertEquals(0, next.expected(), .05);
    }

    @Test
    void trialsAreCalledAsTheyAre() {
        List<Observation> called =
                onLine(x -> Double.NaN).stream().map(each -> each.numbered(41)).toList();
        assertTrue(next(called).why().in(Locale.ENGLISH).startsWith("nearest to #41 and #41"));
    }

    @Test
    void whatIsCheaperIsTriedRather() {
        double plain = Double.parseDouble(next(onLine(x -> 1.0)).settings().get("x"));
        double cheaper = Double.parseDouble(
                next(onLine(x -> Math.exp(12 * x))).settings().get("x"));
        assertTrue(cheaper < plain - .02, cheaper + " " + plain);
    }

    @Test
    void whatIsUnderWayIsNotAskedTwice() {
        List<Observation> history = onLine(x -> Double.NaN);
        Map<String, String> first = next(history).settings();
        history.add(Observation.pending(first));
        assertNotEquals(first, next(history).settings());
    }

    @Test
    void aStartOfFailuresDoesNotEndIt() {
        List<Observation> history = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            history.add(Observation.failed(Map.of("x", Double.toString(i / 12.0))));
        }
        assertTrue(LINE.contains(next(history).settings()));
        history.add(Observation.done(Map.of("x", "0.99"), 3));
        assertTrue(LINE.contains(next(history).settings()));
    }
}
