package dev.nara.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.DataException;
import dev.nara.store.queue.RunQueue;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakenUpTest {
    private final Texts texts = new Texts(Locale.ENGLISH);

    @Test
    void whateverBecomesOfThemIsSaid() {
        DataException elsewhere = new DataException(Text.of("run.elsewhere", 3), Text.of("run.elsewhere.remedy", 3));
        assertEquals(
                "2 runs queued; training begins once the data has been read and a slot is free.",
                new TakenUp(Map.of(RunQueue.Turn.WAITS, 2), List.of()).words(texts));
        assertEquals("1 run training here.", new TakenUp(Map.of(RunQueue.Turn.TRAINS, 1), List.of()).words(texts));
        assertEquals(
                "1 run paused in another program, which was asked to continue. 1 run not resumed.",
                new TakenUp(Map.of(RunQueue.Turn.ASKED, 1), List.of(elsewhere)).words(texts));
        assertEquals(
                "Nothing to resume: the runs have since continued or ended.",
                TakenUp.of(List.of(), run -> RunQueue.Turn.WAITS).words(texts));
    }
}
