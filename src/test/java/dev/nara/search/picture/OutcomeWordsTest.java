package dev.nara.search.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.search.study.Budget;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.TestResult;
import dev.nara.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeWordsTest {
    private static String headline(Verdict verdict) {
        StudyChoice choice = SmallStudy.choice(verdict);
        return OutcomeWords.headline(SmallStudy.ended(choice), choice).in(Locale.ENGLISH);
    }

    private static String detail(Verdict verdict) {
        return OutcomeWords.detail(SmallStudy.choice(verdict))
                .map(text -> text.in(Locale.ENGLISH))
                .orElse("");
    }

    @Test
    void theVerdictIsAgainstThePreset() {
        assertEquals("Real against the preset: +.011", headline(Verdict.REAL));
        assertEquals("[+.004, +.018], 3 seeds, paired by user", detail(Verdict.REAL));
        assertEquals("Within noise: keep the preset", headline(Verdict.NOISE));
        assertEquals("+.0110 [+.004, +.018], 3 seeds, paired by user", detail(Verdict.NOISE));
        assertEquals("Not settled: 2 more seeds, about 1 min", headline(Verdict.NOT_SETTLED));
        assertEquals("Chosen: #3. There is no preset to compare with", headline(Verdict.NONE));
    }

    @Test
    void whereTheIntervalHoldsNothingTheSizeIsOpen() {
        StudyChoice choice = new StudyChoice(
                3,
                3,
                1,
                List.of(3),
                .268,
                .263,
                .273,
                Verdict.REAL,
                List.of(new StudyChoice.Against(1, .013, -.002, .03, Verdict.REAL)),
                3,
                0);
        StudySnapshot study = SmallStudy.ended(choice);
        assertEquals(
                "Real against the preset, size not settled: +.013",
                OutcomeWords.headline(study, choice).in(Locale.ENGLISH));
        assertEquals(
                "Chosen: #3, the best of those confirmed.",
                OutcomeWords.chosen(study, choice).in(Locale.ENGLISH));
    }

    @Test
    void whatIsChosenAndWhyAndWhatToExpect() {
        StudyChoice choice = SmallStudy.choice(Verdict.REAL);
        StudySnapshot study = SmallStudy.ended(choice);
        assertEquals(
                "Chosen: #3, tied with the best and 2.0 times as fast.",
                OutcomeWords.chosen(study, choice).in(Locale.ENGLISH));
        assertEquals(
                "선택: #3. 최고와 동급이고 2.0배 빠릅니다.",
                OutcomeWords.chosen(study, choice).in(Locale.KOREAN));
        assertEquals(
                "Expect .268 on test [.263, .273].",
                OutcomeWords.expected(choice)
                        .map(text -> text.in(Locale.ENGLISH))
                        .orElse(""));
        assertEquals(
                "On the users that decided: .2710, chosen from 4 trials. The other half of the users shows what to"
                        + " expect.",
                OutcomeWords.luck(study, choice).in(Locale.ENGLISH));
        assertEquals("5 min, 7 trials · NDCG@10 on validation", OutcomeWords.about(study, Locale.ENGLISH));
    }

    @Test
    void whereThePresetIsToBeKeptNothingElseIsCalledChosen() {
        StudyChoice choice = SmallStudy.choice(Verdict.NOISE);
        StudySnapshot study = SmallStudy.ended(choice);
        assertEquals(
                "The candidate of the search: #3.",
                OutcomeWords.chosen(study, choice).in(Locale.ENGLISH));
        StudyChoice worse = new StudyChoice(
                3,
                2,
                1,
                List.of(2, 3),
                .268,
                .263,
                .273,
                Verdict.NOISE,
                List.of(new StudyChoice.Against(1, -.011, -.018, -.004, Verdict.NOISE)),
                3,
                0);
        assertEquals(
                "Really worse than the preset: −.011",
                OutcomeWords.headline(study, worse).in(Locale.ENGLISH));
    }

    @Test
    void thePresetItselfIsAProperAnswer() {
        StudyChoice kept = new StudyChoice(1, 1, 1, List.of(1), .26, .255, .265, Verdict.NONE, List.of(), 3, 0);
        StudySnapshot study = SmallStudy.ended(kept);
        assertEquals(Text.of("study.end.preset"), OutcomeWords.headline(study, kept));
        assertEquals("Chosen: #1, the preset.", OutcomeWords.chosen(study, kept).in(Locale.ENGLISH));
    }

    @Test
    void whatConfirmationTakesIsSaidBefore() {
        assertEquals(
                "A tenth of the budget is reserved to confirm the best with more seeds. If that takes longer, the extra"
                        + " time comes on top; it can be skipped while it runs.",
                OutcomeWords.confirmation(Budget.ofMinutes(30)).in(Locale.ENGLISH));
        assertEquals(Text.of("study.confirming.trials"), OutcomeWords.confirmation(Budget.ofTrials(20)));
    }

    @Test
    void theTestIsReportedWithTheNumberOfLooks() {
        TestResult test = new TestResult(
                3,
                10,
                List.of(.267, .269),
                .268,
                .001,
                Map.of(),
                List.of(.26, .262),
                new StudyChoice.Against(1, .007, .003, .011, Verdict.REAL),
                10,
                null);
        assertEquals(
                "On test: .2680 ± .002, 2 seeds. +.0070 against the preset, real.",
                OutcomeWords.tested(test).in(Locale.ENGLISH));
        assertEquals(
                "The test part has been looked at by 10 runs.",
                OutcomeWords.looks(test).in(Locale.ENGLISH));
    }

    @Test
    void whatMatteredIsReportedWithTheValuesOfTheBest() {
        StudySnapshot study = SmallStudy.running();
        assertEquals(
                List.of("Learning rate, 90 ± 15%: .001 to .01 is good."),
                GoodValues.mattered(study, "neumf", Locale.ENGLISH));
        assertEquals(List.of("MLP layers: none to 64-32 are tied."), GoodValues.others(study, "neumf", Locale.ENGLISH));
        assertEquals(List.of("학습률 90 ± 15%: .001~.01이 좋음"), GoodValues.mattered(study, "neumf", Locale.KOREAN));
    }
}
