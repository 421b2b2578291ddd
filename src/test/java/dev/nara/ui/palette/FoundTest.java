package dev.nara.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/** The order in which entries are found. */
class FoundTest {
    private static Entry action(String name, String other, String off) {
        return new Entry(
                Group.ACTIONS, name, Feather.PLAY, name, List.of(other), "", "Run", "", List.of(), off, () -> {});
    }

    private static final List<Entry> ENTRIES = List.of(
            action("Show groups side by side", "그룹을 나란히 보기", ""),
            action("Submission: score…", "제출 파일 채점…", "only the sample data has a hidden truth"),
            action("Check a submission…", "제출 파일 검사…", ""),
            action("Submission: write file…", "제출 파일 쓰기…", ""),
            action("Resubmit", "다시 보내기", ""),
            action("Train", "학습", ""));

    private static List<String> names(String typed, List<String> recent) {
        return Found.in(ENTRIES, Query.of(typed), recent, 10).hits().stream()
                .map(hit -> hit.entry().name())
                .toList();
    }

    @Test
    void theBeginningComesFirstAndWhatCannotBeDoneLast() {
        assertEquals(
                List.of(
                        "Submission: write file…",
                        "Check a submission…",
                        "Resubmit",
                        "Show groups side by side",
                        "Submission: score…"),
                names("sub", List.of()));
    }

    @Test
    void whatWasUsedLatelyComesFirst() {
        assertEquals("Resubmit", names("sub", List.of("Train", "Resubmit")).get(0));
    }

    @Test
    void theOtherLanguageAndTheOtherKeyboardFindIt() {
        for (String typed : List.of("제출", "ㅈㅊ", "wpcnf", "녀ㅠ")) {
            assertEquals(true, names(typed, List.of()).contains("Submission: write file…"), typed);
        }
    }

    @Test
    void asManyAsAskedForAreKeptAndAllCounted() {
        Found found = Found.in(ENTRIES, Query.of("sub"), List.of(), 2);
        assertEquals(2, found.hits().size());
        assertEquals(5, found.of());
        assertEquals(6, Found.in(ENTRIES, Query.of(""), List.of(), 9).of(), "all where nothing is typed");
    }

    @Test
    void aSignAsksForOneGroup() {
        assertEquals(Optional.of(Group.RUNS), Query.of("#24").only());
        assertEquals("24", Query.of("# 24").words());
        assertEquals(Optional.empty(), Query.of("24").only());
    }
}
