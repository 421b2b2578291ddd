package dev.nara.search.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.search.plan.StudyVerdicts;
import dev.nara.search.running.StudyLoopTest;
import dev.nara.search.space.Dimension;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SteeredTest {
    private static StudyState finishedEarly(Budget budget) {
        StudyState state = new StudyState(StudyLoopTest.spec(budget, StudySpec.NO_RACE));
        happens(state, 300, new StudyEvent.FinishAsked());
        happens(state, 320, new StudyEvent.Chosen(StudyVerdicts.none()));
        return state;
    }

    private static void happens(StudyState state, double seconds, StudyEvent event) {
        state.apply(new Recorded(state.seq() + 1, seconds, "2026-01-01T12:00:00Z", event));
    }

    @Test
    void moreMinutesAfterAChoiceCountFromThenOn() {
        StudyState state = finishedEarly(Budget.ofMinutes(30));
        happens(state, 330, new StudyEvent.Extended(10, 0));
        assertEquals(Budget.ofMinutes(15.5), state.steered().budget());
        assertEquals(Phase.SEARCHING, state.phase());

        happens(state, 400, new StudyEvent.Extended(5, 0));
        assertEquals(Budget.ofMinutes(20.5), state.steered().budget());

        happens(state, 400, new StudyEvent.Undone(3));
        assertEquals(Budget.ofMinutes(30), state.steered().budget());
    }

    @Test
    void whatTakesBackIsNoStepThatCouldBeTakenBack() {
        StudyState state = new StudyState(StudyLoopTest.spec(Budget.ofMinutes(30), StudySpec.NO_RACE));
        happens(state, 1, new StudyEvent.Pinned(1));
        happens(state, 2, new StudyEvent.Extended(10, 0));
        happens(state, 3, new StudyEvent.Undone(2));

        assertEquals(
                List.of(false, true),
                state.steered().steps().stream().map(StudyStep::undone).toList());
        assertEquals(1, state.steered().steps().get(0).seq());
    }

    @Test
    void narrowedADimensionCountsWhereItDid() {
        Dimension rate = Dimension.Range.of("rate", 0.001, 1, false, true);
        Dimension.Condition slow = new Dimension.Condition("size", Set.of("8"));
        StudyState state = new StudyState(StudyLoopTest.spec(Budget.ofMinutes(30), StudySpec.NO_RACE));
        happens(
                state,
                1,
                new StudyEvent.Varied("mf", new Dimension.Choice("size", List.of("8", "9"), Optional.empty())));
        happens(state, 1, new StudyEvent.Varied("mf", rate.under(slow)));
        happens(state, 2, new StudyEvent.Narrowed("mf", Dimension.Range.of("rate", 0.01, 0.1, false, true)));

        Dimension now = state.steered().part("mf").space().dimension("rate").orElseThrow();
        assertEquals(Dimension.Range.of("rate", 0.01, 0.1, false, true).under(slow), now);
    }

    @Test
    void aMomentThatIsPastIsMovedFromTheMomentOfAsking() {
        StudyState state = finishedEarly(new Budget(0, "2026-01-01T09:00:00Z", 0));
        happens(state, 330, new StudyEvent.Extended(10, 0));
        assertEquals(new Budget(0, "2026-01-01T12:10:00Z", 0), state.steered().budget());
    }

    @Test
    void moreTrialsAfterAChoiceCountFromThoseBegun() {
        StudyState state = finishedEarly(Budget.ofTrials(20));
        for (int trial = 1; trial <= 3; trial++) {
            happens(
                    state,
                    325,
                    new StudyEvent.Added(
                            trial,
                            trial,
                            "mf",
                            Map.of("rate", "0.1"),
                            Origin.SAMPLER,
                            Text.of("study.why.person"),
                            1,
                            List.of(),
                            1));
        }
        happens(state, 330, new StudyEvent.Extended(0, 4));
        assertEquals(Budget.ofTrials(7), state.steered().budget());
    }

    @Test
    void whileItSearchesTheBudgetGrows() {
        StudyState state = new StudyState(StudyLoopTest.spec(Budget.ofMinutes(30), StudySpec.NO_RACE));
        happens(state, 60, new StudyEvent.Extended(10, 0));
        assertEquals(Budget.ofMinutes(40), state.steered().budget());
    }
}
