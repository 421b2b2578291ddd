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
        "vector을(를) 쓸 수 없음, vector를 쓸 수 없음",
        "Score와(과) 평가 방식, Score와 평가 방식",
        "Recall은(는), Recall은",
        "NDCG@10과(와), NDCG@10과",
        "HR@25와(과), HR@25와",
        "item kNN와(과) 같음, item kNN과 같음",
        "EASE와(과) 같음, EASE와 같음",
        "iALS이(가), iALS가",
        "BPR을(를), BPR을",
        "실행 7(으)로, 실행 7로",
        "실행 3(으)로, 실행 3으로",
        "시간(으)로 나눔, 시간으로 나눔",
        "요일(으)로 나눔, 요일로 나눔",
        "films.csv(으)로, films.csv로",
        "‘model’이(가) 없음, ‘model’이 없음",
        "…은(는), …은(는)",
    })
    void theWordBeforeDecides(String both, String chosen) {
        assertEquals(chosen, Particles.chosen(both));
    }
}
