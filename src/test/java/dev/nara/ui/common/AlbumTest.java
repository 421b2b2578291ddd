package dev.nara.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AlbumTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    private static final Album EPISODE = new Album(3, "57", "완두콩을 찾는 살구 3화 콩깍지 편지", "완두콩을 찾는 살구", "책");

    @Test
    void anEpisodeIsNamedByWhatItsSeriesLeaves() {
        assertEquals("3화 콩깍지 편지", EPISODE.part(ENGLISH));
        assertEquals("3화", EPISODE.episode());
        assertEquals("완두콩을 찾는 살구 3화", EPISODE.called(ENGLISH));
        assertEquals("찾는 살구 3화", EPISODE.brief(ENGLISH));
        assertEquals("완", EPISODE.initial());
        assertEquals(List.of("완두콩을 찾는 살구 3화 콩깍지 편지", "완두콩을 찾는 살구 3화", "찾는 살구 3화"), EPISODE.names(ENGLISH));
    }

    @Test
    void aSeriesInBracketsIsLeftOutToo() {
        Album before = new Album(1, "1", "[안녕, 탐정] 1. 다시 만난 동생", "안녕, 탐정", "");
        assertEquals("1. 다시 만난 동생", before.part(ENGLISH));
        Album after = new Album(1, "1", "장난감 열쇠 (잘 자요, 몽이)", "잘 자요, 몽이", "");
        assertEquals("장난감 열쇠", after.part(ENGLISH));
        assertEquals("", after.episode());
        assertEquals("장난감 열쇠", after.brief(ENGLISH));
    }

    @Test
    void albumsOfASeriesAreDistinguishedInAFewWords() {
        Album counted = new Album(1, "1", "잠수함 선장 학교 해솔이 반 제10화 \"해솔이의 첫 종이접기\"", "잠수함 선장 학교 해솔이 반", "");
        assertEquals("제10화", counted.episode());
        assertEquals("해솔이 반 제10화", counted.brief(ENGLISH));
        Album dotted = new Album(1, "1", "안녕, 산호 요정 두레! 2. 진주 동굴에 간 두레", "안녕, 산호 요정 두레!", "");
        assertEquals("요정 두레! 2", dotted.brief(ENGLISH));
        Album year = new Album(1, "1", "Peas 2001: a garden", "Peas", "");
        assertEquals("2001", year.episode());
    }

    @Test
    void anItemWithoutTitleIsNotCalledByItsIdAlone() {
        Album unknown = new Album(1, "318", "", "", "");
        assertEquals("Album 318", unknown.name(ENGLISH));
        assertEquals("Album 318", unknown.part(ENGLISH));
        Album film = new Album(1, "1", "Toy Story (1995)", "", "Animation");
        assertEquals("Toy Story (1995)", film.part(ENGLISH));
        assertEquals("T", film.initial());
        assertEquals("Toy Story", film.brief(ENGLISH));
        assertEquals(List.of("Toy Story (1995)", "Toy Story (1995)", "Toy Story"), film.names(ENGLISH));
        assertEquals("(500)", new Album(1, "1", "(500)", "", "").bare(ENGLISH));
    }
}
