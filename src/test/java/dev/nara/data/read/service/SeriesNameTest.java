package dev.nara.data.read.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "달토끼의 여행 3화 별똥별을 찾아서 | 달토끼의 여행",
                "달토끼의 여행 12화 | 달토끼의 여행",
                "숲속 친구들 시즌2 제4회 | 숲속 친구들 시즌2",
                "구름 편지 (7편) | 구름 편지",
                "[졸린 청소차, 길을 떠나다] 13. 잠들지 않는 골목 | 졸린 청소차, 길을 떠나다",
                "［첫 영어 그림책］ Shapes | 첫 영어 그림책",
                "집콕 놀이왕 시즌2 『나뭇잎 물고기 만들기』 | 집콕 놀이왕 시즌2",
                "배고픈 달토끼 - 나그네를 도와줘 | 배고픈 달토끼",
                "한밤중의 원숭이 (열두 달 그림책) | 열두 달 그림책",
                "3화 | ''",
                "13화의 비밀 | ''",
                "숲 2 친구 11화 | 숲 2 친구",
                "(곰) | ''",
                "「별」 | 별",
                "바람 이야기 | ''",
                "100만 번 산 고양이 | ''"
            })
    void isReadOffTheTitle(String title, String series) {
        assertEquals(series, SeriesName.of(title));
    }

    /** Each would take minutes if the time grew with the square of the length. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "[", "1", "(", " ,:-", "1 ", "『", ")", "제", " - "})
    @Timeout(60)
    void longTitlesAreReadInOnePass(String part) {
        for (String title : List.of(
                part.repeat(1_000_000), "가" + part.repeat(1_000_000) + "x", "가" + part.repeat(1_000_000) + "(b 1화")) {
            assertTrue(SeriesName.of(title).length() <= title.length());
        }
    }
}
