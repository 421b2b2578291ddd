package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.explain.Attribution;
import dev.nara.explain.Attribution.Part;
import dev.nara.explain.Attribution.Source;
import dev.nara.explain.Attribution.Way;
import dev.nara.explain.Explainer;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhySentenceTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static Album peas(int item, String episode) {
        return new Album(item, Integer.toString(item), "Green Peas " + episode + " Seed", "Green Peas", "Book");
    }

    private static Why why(Way way, List<Part> parts) {
        return new Why(
                new ListPlace(new Entry(1, 9, 1, false, true), peas(9, "3화"), 2, 0),
                6,
                new Attribution(way, true, parts, 1, List.of()),
                Map.of(2, peas(2, "2화"), 4, peas(4, "4화"), 7, new Album(7, "7", "Moon", "", "")),
                Map.of("user.age", "age 5"),
                new Explainer.Similar(3, 5),
                new Why.Popularity(3, 2, 101, 21));
    }

    private static Part item(int item, int count, double amount) {
        return new Part(Source.ITEM, item, "", count, amount);
    }

    @Test
    void albumsOfASeriesAreNamedTogether() {
        Why why = why(
                Way.LEFT_OUT,
                List.of(
                        item(2, 6, 1.42),
                        item(4, 3, .86),
                        item(7, 2, .61),
                        new Part(Source.OTHER_ITEMS, -1, "", 121, -.21),
                        new Part(Source.ATTRIBUTE, -1, "user.age", 0, .12)));
        assertEquals(
                "Because of Green Peas 2화, 4화, Moon, watched 11 times; 3 of the 5 most similar children watched it;"
                        + " age 5 adds to it.",
                WhySentence.of(why, ENGLISH));
        assertEquals("Peas 2화", WhySentence.name(why, why.attribution().parts().get(0), ENGLISH));
        assertEquals("6×", WhySentence.count(why.attribution().parts().get(0), ENGLISH));
        assertEquals(
                "All other views",
                WhySentence.name(why, why.attribution().parts().get(3), ENGLISH));
    }

    @Test
    void whatIsUnknownIsNotSaid() {
        assertEquals(
                "What single albums add is unknown for this model; 3 of the 5 most similar children watched it.",
                WhySentence.of(why(Way.MODEL, List.of(new Part(Source.FACTORS, -1, "", 0, 2))), ENGLISH));
        assertEquals(
                "No watched album alone raises it; 3 of the 5 most similar children watched it.",
                WhySentence.of(why(Way.LEFT_OUT, List.of(item(2, 6, -1))), ENGLISH));
    }

    @Test
    void popularityIsAPlaceAmongAllAlbums() {
        assertEquals(.99, new Why.Popularity(3, 2, 101, 21).above(), 1e-12);
        assertEquals(0, new Why.Popularity(0, 101, 101, 21).above());
    }
}
