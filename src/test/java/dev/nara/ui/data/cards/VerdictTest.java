package dev.nara.ui.data.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Finding;
import dev.nara.spec.SplitParts;
import dev.nara.split.Split;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.figures.DataWords;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of data: ready, or what to look at first. */
class VerdictTest {
    private static final SplitParts.Days DAYS =
            new SplitParts.Days(LocalDate.of(2022, 4, 15), LocalDate.of(2022, 4, 30));
    private static final List<Finding> FINDINGS = List.of(
            new Finding("repeated-rows", 41_207, List.of(), "repeated-rows"),
            new Finding("sparse-days", 612, List.of(), "sparse-days"),
            new Finding("times-in-future", 3, List.of()),
            new Finding("interests-empty", 651, List.of()));

    private static Verdict verdict(Split.Flattery flattery, double known, String problem, boolean service) {
        return verdict(FINDINGS, flattery, known, problem, service);
    }

    private static Verdict verdict(
            List<Finding> findings, Split.Flattery flattery, double known, String problem, boolean service) {
        SplitParts parts = new SplitParts(
                new SplitParts.Train(Optional.empty(), 10, 2, 3, 8),
                Optional.empty(),
                new SplitParts.Held(Optional.of(DAYS), 4, 4, 2, 1),
                flattery,
                known);
        return Verdict.of(
                new Verdict.Known(853_413, 8_311, findings, List.of("repeated-rows"), problem),
                parts,
                new DataWords(new Texts(Locale.ENGLISH), service));
    }

    @Test
    void dataIsReadyThoughFindingsAreLeft() {
        Verdict ready = verdict(Split.Flattery.NONE, 0.55, "", true);
        assertEquals("Ready to train: 853,413 rows of 8,311 children", ready.sentence());
        assertEquals(
                "read without errors · 1 repair made · 2 findings to look at · split by time on 15 April · leak 0%"
                        + " · amber notes do not stop training",
                ready.detail());
        assertEquals(
                "Ready to train: 853,413 rows of 8,311 users",
                verdict(Split.Flattery.NONE, 0, "", false).sentence());
    }

    @Test
    void nothingIsSaidToBeReadyBeforeTheSplitIsCounted() {
        Verdict counting = Verdict.of(
                new Verdict.Known(853_413, 8_311, List.of(), List.of(), ""),
                null,
                new DataWords(new Texts(Locale.ENGLISH), true));
        assertEquals(Verdict.State.COUNTING, counting.state());
        assertEquals("853,413 rows of 8,311 children", counting.sentence());
        assertEquals("read without errors · counting what the split makes of them", counting.detail());
    }

    @Test
    void rowsThatWereLeftOutAreReportedFirst() {
        List<Finding> findings = List.of(new Finding("skipped-rows", 19, List.of()));
        String detail = verdict(findings, Split.Flattery.NONE, 0, "", true).detail();
        assertEquals("19 rows left out", detail.substring(0, detail.indexOf(" · ")));
    }

    @Test
    void whatWouldFailOrLeakComesFirst() {
        Verdict leaks = verdict(Split.Flattery.RANDOM, 0.68, "", true);
        assertEquals(Verdict.State.LOOK, leaks.state());
        assertEquals("Look at 1 thing first", leaks.sentence());
        assertEquals(
                "This split leaks: 68% of the held-out pairs are also trained on. Split by time instead.",
                leaks.detail());
        assertEquals(
                "no such day",
                verdict(Split.Flattery.NONE, 0, "no such day", true).detail());
    }

    @Test
    void largeNumbersOfAnAxisAreShort() {
        DataWords english = new DataWords(new Texts(Locale.ENGLISH), true);
        DataWords korean = new DataWords(new Texts(Locale.KOREAN), true);
        assertEquals(
                List.of("500", "10 k", "1.5 M"),
                List.of(english.compact(500), english.compact(10_000), english.compact(1_500_000)));
        assertEquals(List.of("6천", "2만"), List.of(korean.compact(6_000), korean.compact(20_000)));
        assertEquals(
                "1 March – 30 April 2022",
                english.period(new SplitParts.Days(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 4, 30))));
        assertEquals(
                "2022년 3월 1일 – 4월 30일",
                korean.period(new SplitParts.Days(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 4, 30))));
        assertEquals(
                "20 Sep 1997 – 22 Apr 1998",
                english.period(new SplitParts.Days(LocalDate.of(1997, 9, 20), LocalDate.of(1998, 4, 22))));
    }
}
