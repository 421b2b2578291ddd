package dev.nara.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.ui.palette.Fuzzy.How;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was typed, the text, how it is found; in brackets what of the text. */
class FuzzyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sub   | PREFIX    | [Sub]mission: write file…
        file  | WORD      | Submission: write [file]…
        miss  | INSIDE    | Sub[miss]ion: write file…
        sub   | SCATTERED | [S]how gro[u]ps side [b]y side
        swf   | SCATTERED | [S]ubmission: [w]rite [f]ile…
        제출  | PREFIX    | [제출] 파일 쓰기…
        제출  | WORD      | 지난 [제출]과 목록 비교
        제출  | INSIDE    | 숙[제 출]발! 살구 기차 7화
        ㅈㅊ  | PREFIX    | [제출] 파일 쓰기…
        제추  | PREFIX    | [제출] 파일 쓰기…
        젳    | PREFIX    | [제출] 파일 쓰기…
        ㅍㅇ  | WORD      | 제출 [파일] 쓰기…
        64-32 | WORD      | Run 24 · [64-32], 8 neg.
        """)
    void isFound(String typed, How how, String marked) {
        Fuzzy.Match match = Fuzzy.of(typed, marked.replaceAll("[\\[\\]]", "")).orElseThrow();
        assertEquals(how, match.how());
        assertEquals(
                marked,
                match.parts().stream()
                        .map(part -> part.found() ? "[" + part.text() + "]" : part.text())
                        .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @CsvSource({"subx,Submission: write file…", "ub,Train a run back", "제출,제목 출력", "x,Submission", "ㅊㅈ,제출 파일"})
    void isNotFound(String typed, String text) {
        assertTrue(Fuzzy.inOnePiece(typed, text).isEmpty());
        assertTrue(text.equals("제목 출력") || Fuzzy.of(typed, text).isEmpty());
    }
}
