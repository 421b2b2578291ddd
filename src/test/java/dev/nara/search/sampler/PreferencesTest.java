package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    private static final Space SPACE = new Space(List.of(Dimension.Range.of("rate", 0, 1, false, false)));
    private static final List<Preference> LOW = List.of(new Preference("rate", "0.1", 12));

    private static List<Observation> history(int low, double figureOfLow) {
        List<Observation> history = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            history.add(Observation.done(Map.of("rate", Double.toString(.4 + i / 20.0)), i / 12.0));
        }
        for (int i = 0; i < low; i++) {
            history.add(Observation.done(Map.of("rate", Double.toString(.08 + i / 100.0)), figureOfLow));
        }
        return history;
    }

    private static Suggestion ask(List<Observation> history) throws Exception {
        return Samplers.named("gp").ask(SPACE, history, LOW, 1, 1).get(0);
    }

    @Test
    void isFollowedAtFirst() throws Exception {
        Suggestion suggestion = ask(history(0, 0));
        assertTrue(Double.parseDouble(suggestion.settings().get("rate")) < .3, suggestion.toString());
        assertTrue(suggestion.why().in(Locale.ENGLISH).endsWith("; near 0.1, as preferred for rate"));
    }

    @Test
    void isGivenUpAloudWhereItMisleads() throws Exception {
        List<Observation> history = history(5, .1);
        assertEquals(LOW, Preferences.misleading(SPACE, history, LOW));
        assertTrue(ask(history)
                .why()
                .in(Locale.ENGLISH)
                .endsWith("; rate near 0.1 is no longer preferred, since no trial there is among the best quarter"));
    }

    @Test
    void isKeptWhileLittleIsKnownAndWhereItHelps() {
        assertEquals(List.of(), Preferences.misleading(SPACE, history(4, .1), LOW));
        assertEquals(List.of(), Preferences.misleading(SPACE, history(5, .95), LOW));
        assertEquals(
                List.of(), Preferences.misleading(SPACE, history(5, .1), List.of(new Preference("other", "1", 0))));
    }

    @Test
    void fades() {
        Encoding encoding = new Encoding(SPACE);
        Preferences early = new Preferences(encoding, history(0, 0), LOW);
        Preferences late = new Preferences(encoding, history(9, .95), LOW);
        assertEquals(0, early.weight(new double[] {.1}), 1e-9);
        assertEquals(10 * Math.log(.02), early.weight(new double[] {1}), 1e-4);
        assertEquals(Math.log(.02), late.weight(new double[] {1}), 1e-4);
    }
}
