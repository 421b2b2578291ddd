package dev.nara.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of the Korean keyboard and what they type. */
class HangulKeysTest {
    @ParameterizedTest
    @CsvSource({
        "wpcnf,제출",
        "gkrtmq,학습",
        "ekfrdl,닭이",
        "rhksfl,관리",
        "dlfrj,일거",
        "tlfgod,실행",
        "wc,ㅈㅊ",
        "Qkfma,빠름",
        "apxmflr,메트릭"
    })
    void keysAndTextAreTheSame(String keys, String text) {
        assertEquals(text, HangulKeys.typed(keys));
        assertEquals(keys, HangulKeys.keys(text));
    }

    @Test
    void aConsonantStandsForASyllable() {
        assertEquals(1, HangulKeys.covers('ㅈ', "제출", 0, false));
        assertEquals(0, HangulKeys.covers('ㅊ', "제출", 0, false));
        assertEquals(1, HangulKeys.covers('추', "제출", 1, true), "its end is still to be typed");
        assertEquals(2, HangulKeys.covers('젳', "제출", 0, true), "its end is the beginning of the next");
        assertEquals(0, HangulKeys.covers('젳', "제출", 0, false));
        assertEquals(1, HangulKeys.covers('S', "sub", 0, false));
    }
}
