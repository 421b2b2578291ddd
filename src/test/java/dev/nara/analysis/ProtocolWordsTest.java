package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.spec.RunDraft;
import dev.nara.spec.RunSpec;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProtocolWordsTest {
    @Test
    void aProtocolIsSaidInPlainWords() {
        assertEquals(
                "by time on 15 April, full catalogue", ProtocolWords.of("time:2022-04-15", "all:kept", Locale.ENGLISH));
        assertEquals("4월 15일 기준 시간 분할, 전체 목록", ProtocolWords.of("time:2022-04-15", "all:kept", Locale.KOREAN));
        assertEquals(
                "last one out, 99 sampled negatives", ProtocolWords.of("leave-one-out", "sampled:99", Locale.ENGLISH));
        assertEquals("negatives of the files", ProtocolWords.candidates("given", Locale.ENGLISH));
        assertEquals("random rows", ProtocolWords.split("random:0.8", Locale.ENGLISH));
        assertEquals("by time, last 7 days", ProtocolWords.split("last-days:7", Locale.ENGLISH));
    }

    @Test
    void epochsAreOfTheValidationPartWhereThereIsOne() {
        RunDraft draft = RunSpec.draft().split("time:2022-04-15");
        assertEquals(
                "time:2022-03-30",
                ProtocolWords.ofEpochs(draft.validation("time:2022-03-30").spec()));
        assertEquals(
                "time:2022-04-15",
                ProtocolWords.ofEpochs(draft.validation("none").spec()));
    }

    @Test
    void whatHasNoWordsIsSpeltAsItIs() {
        assertEquals("later", ProtocolWords.split("later", Locale.ENGLISH));
    }
}
