package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImprovementTest {
    /** To 60 digits, with mpmath. */
    @ParameterizedTest
    @CsvSource({
        "2, 0.6973835457882284",
        "0, -0.9189385332046727",
        "-3, -7.869686059603018",
        "-10, -55.55312203612236",
        "-19.9, -204.91288769492166",
        "-20.1, -208.93274041662472",
        "-40, -808.2985683566200",
    })
    void isExactFarBelowTheBestToo(double z, double log) {
        assertEquals(log, Improvement.log(z), 1e-7 * Math.abs(log));
    }

    @Test
    void scalesWithTheDeviation() {
        assertEquals(Math.log(3) + 0.6973835457882284, Improvement.log(7, 3, 1), 1e-9);
    }

    @Test
    void ofNoisyFiguresLittleIsNewWhereMuchIsKnown() {
        assertEquals(0, Improvement.logNews(.3, 0), 1e-12);
        assertEquals(Math.log(1 - .8), Improvement.logNews(.6, .8), 1e-12);
        // By its first term: half the square of the ratio.
        assertEquals(Math.log(.5e-16), Improvement.logNews(1e-8, 1), 1e-9);
    }
}
