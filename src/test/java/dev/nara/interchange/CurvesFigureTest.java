package dev.nara.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CurvesFigureTest {
    private static long count(String svg, String what) {
        return Pattern.compile(Pattern.quote(what)).matcher(svg).results().count();
    }

    @Test
    void everySeedIsDrawnAndTheFirstOneHasTheName() {
        List<Integer> epochs = List.of(1, 2);
        String svg = CurvesFigure.of(
                List.of(
                        new CurvesFigure.Line("1 MF", 0, epochs, List.of(.1, .2), 0),
                        new CurvesFigure.Line("", 0, epochs, List.of(.1, .22), 0),
                        new CurvesFigure.Line("4 EASE", 1, epochs, List.of(.3, .1), 1)),
                "epochs");

        assertEquals(3, count(svg, "fill=\"none\" stroke=\"var(--s"));
        assertEquals(1, count(svg, "stroke-width=\"1\" opacity=\".55\""));
        assertEquals(2, count(svg, "style=\"fill:var(--s"));
        assertTrue(svg.contains(">.10</text>") && svg.contains(">.15</text>") && svg.contains(">.30</text>"), svg);
        assertTrue(svg.contains("1 MF  .2000"), svg);
        assertTrue(svg.contains("4 EASE  .3000"), "the figure of its best epoch, not of the last");
        assertEquals(1, count(svg, "r=\"5\""), "which is marked");
    }
}
