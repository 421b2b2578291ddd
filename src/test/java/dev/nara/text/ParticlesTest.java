package dev.nara.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticlesTest {
    @ParameterizedTest
    @CsvSource({
        "앨범을(를) 찾음, 앨범을 찾음",
        "프로필을(를) 찾음, 프로필을 찾음",
        "커버리지이(가) 높음, 커버리지가 높음",
        "실행 3은(는), 실행 3은",
        "실행 4은(는), 실행 4는",
        "뽀로로(이)라는 값, 뽀로로라는 값",
        "장난감(이)라는 값, 장난감이라는 값",
        "vector을(를) 쓸 수 없음, vector을(를) 쓸 수 없음",
    })
    void theWordBeforeDecides(String both, String chosen) {
        assertEquals(chosen, Particles.chosen(both));
    }
}
