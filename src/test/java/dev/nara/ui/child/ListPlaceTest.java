package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.explain.Recommendations.Entry;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ListPlaceTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    private static final Album EPISODE = new Album(3, "57", "완두콩을 찾는 살구 3화 콩깍지 편지", "완두콩을 찾는 살구", "책");

    @Test
    void aCardSaysAllThatItShows() {
        ListPlace place = new ListPlace(new Entry(7, 3, 1, false, true), EPISODE, 12, 0);
        assertEquals("Rank 7, up 5, held out, not seen, 완두콩을 찾는 살구 3화 콩깍지 편지", place.words(ENGLISH));
        ListPlace known = new ListPlace(new Entry(2, 3, 1, true, false), EPISODE, 1, 6);
        assertEquals("Rank 2, down 1, seen 6 times, 완두콩을 찾는 살구 3화 콩깍지 편지", known.words(ENGLISH));
        assertEquals("new", new ListPlace(new Entry(2, 3, 1, true, false), EPISODE, 0, 6).moved(ENGLISH));
        assertEquals("", new ListPlace(new Entry(2, 3, 1, true, false), EPISODE, ListPlace.UNKNOWN, 6).moved(ENGLISH));
    }
}
