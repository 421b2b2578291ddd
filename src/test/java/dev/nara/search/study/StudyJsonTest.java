package dev.nara.search.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.DataException;
import dev.nara.search.race.Rungs;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StudyJsonTest {
    private static final Dimension RATE = Dimension.Range.of("learning_rate", 1e-4, 0.1, false, true);
    private static final Space SPACE = new Space(List.of(
            RATE,
            new Dimension.Ordered("layers", List.of("32", "64-32"), Optional.empty()),
            new Dimension.Choice("engine", List.of("a", "b"), Optional.empty())
                    .under(new Dimension.Condition("layers", Set.of("32", "64-32")))));

    @Test
    void whatAStudyIsAskedToDoComesBackAsItWas() {
        StudySpec spec = new StudySpec(
                "evening",
                RunSpec.draft().metrics("HR@10,Coverage").epochs(7).spec(),
                "fast",
                List.of(new StudyPart("neumf", Map.of("factors", "8"), SPACE)),
                "HR@10",
                List.of(new Limit("Coverage", true, 0.2)),
                Budget.ofMinutes(30),
                "auto",
                StudySpec.RACE,
                3,
                5);

        assertEquals(spec, StudyJson.spec(StudyJson.json(spec).toString()));
    }

    @Test
    void eventsComeBackAsTheyWere() {
        StudyEvent added = new StudyEvent.Added(
                2,
                7,
                "neumf",
                Map.of("learning_rate", "0.01"),
                Origin.SAMPLER,
                Text.of("study.unknown", "3"),
                5,
                List.of(new Rungs.Rung(2, 0.25, 0.025)),
                Double.NaN);
        for (StudyEvent event : List.of(
                added,
                new StudyEvent.Narrowed("neumf", RATE),
                new StudyEvent.Ended(2, 7, TrialState.FINISHED, 3, 6, 0.5, Map.of("HR@10", 0.5), 1.5, null),
                new StudyEvent.Undone(4),
                new StudyEvent.Paused())) {
            assertEquals(event, StudyJson.event(StudyJson.json(event).toString()));
        }
        assertEquals(
                "{\"event\":\"thaw_asked\",\"trial\":3}",
                StudyJson.json(new StudyEvent.ThawAsked(3)).toString());
    }

    @Test
    void aLimitIsReadAsItIsWritten() throws DataException {
        assertEquals(new Limit("Coverage", true, 0.2), Limit.of("coverage >= .2"));
        assertEquals(new Limit("HR@10", false, 0.5), Limit.of("HR@10<=0.5"));
        assertEquals("Coverage>=0.2", Limit.of("Coverage>=.2").toString());
        assertThrows(DataException.class, () -> Limit.of("Coverage=.2"));
        assertThrows(DataException.class, () -> Limit.of("Beauty>=.2"));
    }

    @Test
    void aBudgetGrowsInItsOwnTerms() {
        assertEquals(Budget.ofMinutes(40), Budget.ofMinutes(30).extended(10, 5));
        assertEquals(Budget.ofTrials(25), Budget.ofTrials(20).extended(10, 5));
        assertEquals(
                new Budget(0, "2026-01-01T00:10:00Z", 0), new Budget(0, "2026-01-01T00:00:00Z", 0).extended(10, 5));
    }
}
