package dev.nara.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuideTest {
    private static final Guide ENGLISH = new Guide(Locale.ENGLISH);
    private static final Guide KOREAN = new Guide(Locale.KOREAN);

    @Test
    void pagesOfTheWorkspacesAreInBothLanguages() {
        for (String workspace : List.of("index", "data", "train", "tune", "compare", "child", "export")) {
            assertTrue(ENGLISH.page(workspace).orElseThrow().translated());
            assertTrue(KOREAN.page(workspace).orElseThrow().translated(), workspace);
        }
        assertEquals("Compare", ENGLISH.page("compare").orElseThrow().title());
        assertEquals("비교", KOREAN.page("compare").orElseThrow().title());
    }

    @Test
    void whatIsNotTranslatedIsThereInEnglish() {
        Guide.Page results = KOREAN.page("results").orElseThrow();
        assertEquals(ENGLISH.page("results").orElseThrow().title(), results.title());
        assertEquals(false, results.translated());
    }

    @Test
    void withoutWordsTheContentsAreShown() {
        List<GuideSearch.Hit> hits = GuideSearch.search(ENGLISH, " ");
        assertEquals(18, hits.size());
        assertEquals(new PagePlace("index", ""), hits.get(0).place());
    }

    @Test
    void sectionsWithAllWordsAreFoundThoseWithThemInTheHeadingFirst() {
        List<GuideSearch.Hit> hits = GuideSearch.search(ENGLISH, "REPORTS");
        assertEquals(new PagePlace("compare", "reports"), hits.get(0).place());
        assertEquals("Reports", hits.get(0).section());
        assertTrue(GuideSearch.search(ENGLISH, "compare slices").stream()
                .anyMatch(hit -> hit.place().page().equals("command-line")));
        assertEquals(List.of(), GuideSearch.search(ENGLISH, "nosuchword"));
        assertTrue(GuideSearch.search(KOREAN, "신뢰구간").size() > 0
                || GuideSearch.search(KOREAN, "구간").size() > 0);
    }

    @Test
    void linksLeadToPagesAndHeadingsOfTheGuideOnly() {
        PagePlace here = new PagePlace("compare", "");
        assertEquals(Optional.of(new PagePlace("evaluation", "")), PagePlace.of("evaluation.md", here, ENGLISH));
        assertEquals(Optional.of(new PagePlace("evaluation", "x")), PagePlace.of("evaluation.md#x", here, ENGLISH));
        assertEquals(Optional.of(new PagePlace("compare", "reports")), PagePlace.of("#reports", here, ENGLISH));
        assertEquals(Optional.of(new PagePlace("results", "")), PagePlace.of("../results.md", here, KOREAN));
        assertEquals(Optional.empty(), PagePlace.of("design/index.md", here, ENGLISH));
        assertEquals(Optional.empty(), PagePlace.of("https://example.org/", here, ENGLISH));
    }

    @Test
    void headingsHaveNamesAsOnTheWebPages() {
        assertEquals("what-every-command-shares", Guide.anchor("What every command shares"));
        assertEquals("hrk-and-ndcgk", Guide.anchor("HR@K and NDCG@K"));
        assertEquals("표의-열", Guide.anchor("표의 열"));
    }
}
