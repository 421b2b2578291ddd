package dev.nara.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.run.RunEvent;
import dev.nara.spec.RunSpec;
import dev.nara.ui.common.Texts;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventWordsTest {
    private static final RunSpec USUAL = RunSpec.draft()
            .data("/somewhere/films.csv")
            .fingerprint("0123456789abcdef")
            .split("time")
            .candidates("all:kept")
            .algorithm("gmf")
            .seed(1)
            .metrics("HR@10")
            .spec();
    private final Texts texts = new Texts(Locale.ENGLISH);

    @Test
    void theTestPartIsNoEpoch() {
        assertEquals("evaluating epoch 4", EventWords.of(new RunEvent.Evaluating(4, 1, 2), USUAL, texts));
        assertEquals("evaluating on the test part", EventWords.of(new RunEvent.Evaluating(0, 1, 2), USUAL, texts));
    }

    @Test
    void whereTheEpochsAreFixedNoneIsTheBest() {
        RunSpec fixed = USUAL.change().validation("fixed").spec();
        assertEquals(
                "finished after 4 epochs, in 0:52",
                EventWords.of(new RunEvent.Finished(4, Map.of("Score", 0.25), 52, false), fixed, texts));
        assertEquals(
                "stopped after 2 epochs",
                EventWords.of(new RunEvent.Cancelled(2, Map.of("Score", 0.25), 52), fixed, texts));
    }

    @Test
    void onlyWhatWasEvaluatedHasABestEpoch() {
        assertEquals(
                "finished in 0:52, best epoch 4",
                EventWords.of(new RunEvent.Finished(4, Map.of("Score", 0.25), 52, false), USUAL, texts));
        assertEquals(
                "finished after 4 epochs on all rows, in 0:52",
                EventWords.of(new RunEvent.Finished(4, Map.of(), 52, false), USUAL, texts));
        assertEquals(
                "finished after 1 epoch on all rows, in 0:52",
                EventWords.of(new RunEvent.Finished(1, Map.of(), 52, false), USUAL, texts));
        assertEquals(
                "stopped, best epoch 2",
                EventWords.of(new RunEvent.Cancelled(2, Map.of("Score", 0.25), 52), USUAL, texts));
        assertEquals("paused in epoch 1", EventWords.of(new RunEvent.Paused("train", 0, false), USUAL, texts));
        assertEquals("paused after epoch 3", EventWords.of(new RunEvent.Paused("train", 3, false), USUAL, texts));
        assertEquals("stopped after 2 epochs", EventWords.of(new RunEvent.Cancelled(2, Map.of(), 52), USUAL, texts));
    }
}
