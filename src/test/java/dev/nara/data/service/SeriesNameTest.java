package dev.nara.data.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesNameTest {
    @ParameterizedTest
    @CsvSource({
        "달토끼의 여행 3화 별똥별을 찾아서,달토끼의 여행",
        "달토끼의 여행 12화,달토끼의 여행",
        "숲속 친구들 시즌2 제4회,숲속 친구들 시즌2",
        "구름 편지 (7편),구름 편지",
        "바람 이야기,''",
        "100만 번 산 고양이,''"
    })
    void isWhatStandsBeforeTheEpisode(String title, String series) {
        assertEquals(series, SeriesName.of(title));
    }
}
